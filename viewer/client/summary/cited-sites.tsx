import type { SummaryData } from '#viewer/protocol/summary.ts'
import { token } from '../send.ts'
import type { Speech } from '../words/format.ts'

interface CitedSitesProps {
  readonly sites: SummaryData['cited']
  readonly speech: Speech
  readonly onReview: () => void
}

/** What several sites cite and nobody has reviewed. */
export function CitedSites({ sites, speech, onReview }: CitedSitesProps) {
  const { words } = speech
  if (sites.length === 0) return null
  return (
    <section>
      <h2>{words.summaryCited}</h2>
      <ul className="told">
        {sites.map(({ id, citedBy }) => (
          <li key={id}>
            <bdi>{id}</bdi>, {words.summaryCitedLine(citedBy)}
          </li>
        ))}
      </ul>
      {token !== null && (
        <button type="button" className="button" onClick={onReview}>
          {words.summaryReview}
        </button>
      )}
    </section>
  )
}
