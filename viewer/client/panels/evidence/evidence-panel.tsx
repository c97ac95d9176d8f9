import { useState } from 'react'
import type { EvidenceData } from '#viewer/protocol/evidence.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { TieCode } from '#viewer/client/curate/tie-code.tsx'
import { useAnswer } from '#viewer/client/ask.ts'
import { phone, useMedia } from '#viewer/client/view/use-media.ts'
import { shownQuery } from '#viewer/client/view/shown-wave.ts'
import { published } from '#viewer/client/published.ts'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { ChangeLine } from '#viewer/client/change/change-line.tsx'
import { WhyLink } from '../explain/why-link.tsx'
import { GroupWords } from '../group-words.tsx'
import { SimilarSites } from '../similar-sites.tsx'
import { EvidenceHead } from './evidence-head.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { EvidenceTools } from './evidence-tools.tsx'
import { WaveLine } from './wave-line.tsx'
import { ZoneFilter } from './zone-filter.tsx'

interface EvidencePanelProps {
  readonly source: string
  readonly target: string
}

const step = 40

/** What an imported file said of the tie, column by column. */
function ToldOfTheTie({ told }: { readonly told: NonNullable<EvidenceData['told']> }) {
  const columns = Map.groupBy(told, ([column]) => column)
  return (
    <dl className="facts">
      {[...columns].map(([column, values]) => (
        <div key={column}>
          <dt>{column.replaceAll('_', ' ')}</dt>
          <dd>{values.map(([, value]) => value).join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The hyperlinks behind one tie, by source page: each anchor in its sentence, its place, its dates. */
export function EvidencePanel({ source, target }: EvidencePanelProps) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  // Who was sent a link reads the quotes first.
  const isPhone = useMedia(phone)
  const [zone, setZone] = useState<Zone | ''>('')
  const [limit, setLimit] = useState(step)
  const query = new URLSearchParams({ source, target, limit: String(limit), ...(zone !== '' && { zone }) })
  const answer = useAnswer<EvidenceData>(`./api/evidence?${query}${shownQuery(view, model.data)}`)
  const [kept, setKept] = useState<EvidenceData | null>(null)
  if (answer.state === 'ready' && answer.data !== kept) setKept(answer.data)
  const tools = kept && kept.total > 0 && <EvidenceTools data={kept} zone={zone} />
  const folds = kept && kept.total > 0 && (
    <>
      <GroupWords
        group={[
          ['source', source],
          ['target', target],
        ]}
        title={words.tieWords}
        hint={words.groupWordsHint}
      />
      <SimilarSites key={`${source} ${target}`} of={{ source, target }} />
    </>
  )
  const why = model.indexOf.has(source) && model.indexOf.has(target) && (
    <p>
      <WhyLink one={source} other={target} />
    </p>
  )
  return (
    <article aria-busy={answer.state === 'waiting'}>
      <EvidenceHead source={source} target={target} />
      {answer.state === 'failed' && (
        <p className="notice">{published === null ? words.partFailed : words.evidenceLeftOut}</p>
      )}
      {kept === null && answer.state === 'waiting' && <NotYet answer={answer} words={words} />}
      <ChangeLine source={source} target={target} />
      <WaveLine />
      {kept?.told && <ToldOfTheTie told={kept.told} />}
      {!isPhone && why}
      {!isPhone && tools}
      {!isPhone && folds}
      {kept && <ZoneFilter data={kept} zone={zone} onChoose={setZone} />}
      {!isPhone && <TieCode source={source} target={target} />}
      {kept && <EvidenceList data={kept} onMore={() => setLimit(limit + step)} />}
      {isPhone && why}
      {isPhone && folds}
      {isPhone && tools}
      {isPhone && <TieCode source={source} target={target} />}
    </article>
  )
}
