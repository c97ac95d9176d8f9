import { useState } from 'react'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { LinksData } from '#viewer/protocol/evidence.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { shownQuery } from '#viewer/client/view/shown-wave.ts'
import { published } from '#viewer/client/published.ts'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { citationOf } from './citation-of.ts'
import { EvidenceList } from './evidence-list.tsx'
import { CopyCitation } from './evidence-tools.tsx'
import { WaveLine } from './wave-line.tsx'
import { ZoneFilter } from './zone-filter.tsx'

interface GroupLinksProps {
  /** What /api/links is asked for. */
  readonly group: Readonly<Record<string, string>>
  /** What they are, in words, for a citation. */
  readonly title: string
}

const step = 20

/** The hyperlinks of a site, or of a cell of the matrix, by source page: only a server can gather them. */
export const GroupLinks = (props: GroupLinksProps) => (published === null ? <Links {...props} /> : null)

function Links({ group, title }: GroupLinksProps) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const [zone, setZone] = useState<Zone | ''>('')
  const [limit, setLimit] = useState(step)
  const parts = new URLSearchParams({ ...group, ...(zone !== '' && { zone }) })
  const query = `${parts}${shownQuery(view, model.data)}`
  const answer = useAnswer<LinksData>(`./api/links?${query}&limit=${limit}`)
  const [kept, setKept] = useState<LinksData | null>(null)
  if (answer.state === 'ready' && answer.data !== kept) setKept(answer.data)
  if (kept === null || answer.state === 'failed') return <NotYet answer={answer} words={words} />
  return (
    <div aria-busy={answer.state === 'waiting'}>
      <WaveLine />
      {kept.total > 0 && (
        <p className="evidence-tools">
          <CopyCitation
            text={() => citationOf(`${title}${words.colon} ${words.links(kept.total)}`, kept, model.data, speech)}
          />
          <a href={`./api/links.csv?${query}`} download>
            {words.downloadCsv}
          </a>
        </p>
      )}
      <ZoneFilter data={kept} zone={zone} onChoose={setZone} />
      <EvidenceList data={kept} onMore={() => setLimit(limit + step)} />
    </div>
  )
}
