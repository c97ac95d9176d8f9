import { useState } from 'react'
import type { EvidenceData } from '#viewer/protocol/evidence.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { putToPaste } from '#viewer/client/put-to-paste.ts'
import { shownQuery } from '#viewer/client/view/shown-wave.ts'
import { published } from '#viewer/client/published.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { citationOf } from './citation-of.ts'

/** Takes the hyperlinks out of the map: as a citation for a text, as a table for everything else. */
export function EvidenceTools({ data, zone }: { readonly data: EvidenceData; readonly zone: Zone | '' }) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const parts = new URLSearchParams({ source: data.source, target: data.target, ...(zone !== '' && { zone }) })
  const query = `${parts}${shownQuery(view, model.data)}`
  const label = (id: string): string => model.data.labels[model.indexOf.get(id) ?? -1] ?? id
  const title = `${label(data.source)} ${words.tieVerb} ${label(data.target)}${words.colon} ${words.links(data.total)}`
  return (
    <p className="evidence-tools">
      <CopyCitation text={() => citationOf(title, data, model.data, speech)} />
      {published === null && (
        <a href={`./api/evidence.csv?${query}`} download>
          {words.downloadCsv}
        </a>
      )}
    </p>
  )
}

export function CopyCitation({ text }: { readonly text: () => string }) {
  const { words } = useWorkbench().speech
  const [outcome, setOutcome] = useState('')
  const copy = async (): Promise<void> => setOutcome((await putToPaste(text())) ? words.copied : words.notCopied)
  return (
    <>
      <button type="button" className="plain" onClick={() => void copy()}>
        {words.copyCitation}
      </button>
      <output className="hint">{outcome}</output>
    </>
  )
}
