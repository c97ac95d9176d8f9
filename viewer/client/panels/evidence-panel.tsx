import { useState } from 'react'
import type { EvidenceData } from '../../protocol.ts'
import type { Zone } from '../../../data/records.ts'
import { TieCode } from '../curate/tie-code.tsx'
import { useAnswer } from '../ask.ts'
import { published } from '../published.ts'
import { useWorkbench } from '../workbench-context.ts'
import { EvidenceHead } from './evidence-head.tsx'
import { EvidenceTools } from './evidence-tools.tsx'
import { SourcePageItem } from './source-page-item.tsx'
import { TemplateItem } from './template-item.tsx'

interface EvidencePanelProps {
  readonly source: string
  readonly target: string
}

const step = 40

/** The hyperlinks behind one tie, by source page: each anchor in its sentence, its place, its dates. */
export function EvidencePanel({ source, target }: EvidencePanelProps) {
  const { words } = useWorkbench().speech
  const [zone, setZone] = useState<Zone | ''>('')
  const [limit, setLimit] = useState(step)
  const query = new URLSearchParams({ source, target, limit: String(limit), ...(zone !== '' && { zone }) })
  const answer = useAnswer<EvidenceData>(`./api/evidence?${query}`)
  const [kept, setKept] = useState<EvidenceData | null>(null)
  if (answer.state === 'ready' && answer.data !== kept) setKept(answer.data)
  return (
    <article aria-busy={answer.state === 'waiting'}>
      <EvidenceHead source={source} target={target} />
      {answer.state === 'failed' && (
        <p className="notice">{published === null ? words.failed : words.evidenceLeftOut}</p>
      )}
      {kept && kept.total > 0 && <EvidenceTools data={kept} zone={zone} />}
      {kept && <ZoneFilter data={kept} zone={zone} onChoose={setZone} />}
      <TieCode source={source} target={target} />
      {kept && <EvidenceList data={kept} onMore={() => setLimit(limit + step)} />}
    </article>
  )
}

interface ZoneFilterProps {
  readonly data: EvidenceData
  readonly zone: Zone | ''
  readonly onChoose: (zone: Zone | '') => void
}

function ZoneFilter({ data, zone, onChoose }: ZoneFilterProps) {
  const { words, count } = useWorkbench().speech
  if (data.byZone.length < 2) return null
  const choices: readonly (readonly [Zone | '', number])[] = [['', data.total], ...data.byZone]
  return (
    <div className="chips" role="group" aria-label={words.zoneFilter}>
      {choices.map(([name, links]) => (
        <button key={name} type="button" className="chip" aria-pressed={zone === name} onClick={() => onChoose(name)}>
          {name === '' ? words.allZones : words.zones[name]} <span className="tally">{count(links)}</span>
        </button>
      ))}
    </div>
  )
}

function EvidenceList({ data, onMore }: { readonly data: EvidenceData; readonly onMore: () => void }) {
  const { words } = useWorkbench().speech
  if (data.total === 0) return <p className="hint">{words.noEvidence}</p>
  if (data.pages.length + data.templates.length === 0) return <p className="hint">{words.noEvidenceZone}</p>
  return (
    <>
      {data.pages.length > 0 && (
        <section>
          <h3>
            {words.onPages} <span className="tally">{data.pagesTotal}</span>
          </h3>
          <ul className="evidence">
            {data.pages.map(page => (
              <SourcePageItem key={page.url} page={page} />
            ))}
          </ul>
          {published === null && data.pages.length < data.pagesTotal && (
            <button type="button" className="plain" onClick={onMore}>
              {words.morePages}
            </button>
          )}
        </section>
      )}
      {data.templates.length > 0 && (
        <section>
          <h3>{words.inTemplates}</h3>
          <ul className="evidence">
            {data.templates.map((link, index) => (
              <TemplateItem key={index} link={link} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
