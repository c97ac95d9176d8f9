import { selectionOf } from '../view/focus-of.ts'
import { useWorkbench } from '../workbench-context.ts'
import { Dot } from './dot.tsx'

/** A tie in a list: both ends, and its weight. */
export function TieRow({ tie }: { readonly tie: number }) {
  const { model, speech, select, point } = useWorkbench()
  const { ties } = model
  const { labels } = model.data
  const [source, target] = [ties.source[tie]!, ties.target[tie]!]
  const aim = (): void => point({ tie })
  return (
    <li>
      <button
        type="button"
        className="row tie-row"
        onClick={() => select(selectionOf(model, { tie }))}
        onPointerEnter={aim}
        onPointerLeave={() => point(null)}
        onFocus={aim}
        onBlur={() => point(null)}
      >
        <Dot site={source} />
        <span className="row-name">{labels[source]}</span>
        <span className="row-detail">{speech.words.weight(speech.number(ties.weight[tie]!))}</span>
        <span className="tie-target">
          <span className="tie-verb-small">{model.as === 'links' ? speech.words.tieVerb : speech.words.and}</span>
          <Dot site={target} />
          <span className="row-name">{labels[target]}</span>
        </span>
      </button>
    </li>
  )
}
