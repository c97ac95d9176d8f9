import { useState } from 'react'
import type { EvidenceData } from '../../protocol.ts'
import type { Zone } from '../../../data/records.ts'
import { published } from '../published.ts'
import { useWorkbench } from '../workbench-context.ts'
import { citationOf } from './citation-of.ts'

/** Takes the hyperlinks out of the map: as a citation for a text, as a table for everything else. */
export function EvidenceTools({ data, zone }: { readonly data: EvidenceData; readonly zone: Zone | '' }) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const [outcome, setOutcome] = useState('')
  const query = new URLSearchParams({ source: data.source, target: data.target, ...(zone !== '' && { zone }) })
  const copy = (): void => {
    navigator.clipboard.writeText(citationOf(data, model.data, speech)).then(
      () => setOutcome(words.copied),
      () => setOutcome(words.notCopied),
    )
  }
  return (
    <p className="evidence-tools">
      <button type="button" className="plain" onClick={copy}>
        {words.copyCitation}
      </button>
      {published === null && (
        <a href={`./api/evidence.csv?${query}`} download>
          {words.downloadCsv}
        </a>
      )}
      <output className="hint">{outcome}</output>
    </p>
  )
}
