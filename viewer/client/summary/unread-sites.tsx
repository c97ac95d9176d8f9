import { sayCause } from '#data/vocabulary/words/say.ts'
import type { UnreadGroup } from '#viewer/protocol/summary.ts'
import { isWebAddress } from '../parts/out-link.tsx'
import type { Speech } from '../words/format.ts'
import { adviceOn } from './advice-on.ts'

interface UnreadSitesProps {
  readonly groups: readonly UnreadGroup[]
  readonly speech: Speech
}

/** Sites of which nothing was read: why, in a sentence, and the one thing that helps. */
export function UnreadSites({ groups, speech }: UnreadSitesProps) {
  const { words, language } = speech
  if (groups.length === 0) return null
  return (
    <section>
      <h2>{words.summaryUnread(groups.reduce((sum, { sites }) => sum + sites, 0))}</h2>
      <ul className="told">
        {groups.map(({ cause, sites, examples }) => (
          <li key={cause}>
            <strong>{words.summaryUnreadLine(sites, sayCause(cause, language))}</strong>{' '}
            {words.summaryAdvice[adviceOn(cause)]}
            <p className="hint">
              {words.summaryExamples}{' '}
              {examples.map(({ id, homepage }, place) => (
                <span key={id}>
                  {place > 0 && ', '}
                  {isWebAddress(homepage) ? (
                    <a href={homepage} target="_blank" rel="noopener noreferrer">
                      <bdi>{id}</bdi>
                      <span className="unseen"> ({words.opensElsewhere})</span>
                    </a>
                  ) : (
                    <bdi>{id}</bdi>
                  )}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
