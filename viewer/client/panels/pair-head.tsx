import type { Relation } from '#data/vocabulary/relations.ts'
import { Dot } from '../parts/dot.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { WhyLink } from './explain/why-link.tsx'

interface PairHeadProps {
  readonly as: Relation
  readonly source: string
  readonly target: string
  /** What they share, in words. */
  readonly text: string
}

/** The head of a panel about two sites that share something: both lead to their own. */
export function PairHead({ as, source, target, text }: PairHeadProps) {
  const { model, speech, select } = useWorkbench()
  return (
    <header className="panel-head">
      <p className="eyebrow">{speech.words.relations[as]}</p>
      <h2 className="tie-title">
        {[source, target].map(id => (
          <button key={id} type="button" className="end" onClick={() => select({ kind: 'site', id })}>
            <Dot site={model.indexOf.get(id)} size={16} />
            <span>{model.data.labels[model.indexOf.get(id) ?? -1] ?? id}</span>
          </button>
        ))}
      </h2>
      {text !== '' && <p>{text}</p>}
      <p>
        <WhyLink one={source} other={target} />
      </p>
    </header>
  )
}
