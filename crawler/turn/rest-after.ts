import type { FetchOutcome } from '../fetch/outcome.ts'
import { readRetryAfter } from '../fetch/retry-after.ts'
import type { Rest } from '../frontier/host-rests.ts'
import type { Turn } from '../frontier/schedule.ts'
import type { CrawlContext } from './crawl-context.ts'

/** What the answer means for the whole host: see HostRests. */
export function restAfter(
  { rests, clock, onRest, restForAll }: Pick<CrawlContext, 'clock' | 'onRest' | 'restForAll' | 'rests'>,
  { host }: Turn,
  outcome: FetchOutcome,
): Rest | null {
  const isRefusal = outcome.kind === 'answer' && (outcome.status === 429 || outcome.status === 503)
  if (!isRefusal) {
    rests.answered(host.id)
    return null
  }
  const asked = readRetryAfter(outcome.headers['retry-after'], clock.now())
  const rest = rests.refused(host.id, outcome.status, asked, clock.steady())
  if (rest !== null) restForAll(host.name, rest.ms)
  if (rest?.isAsked) onRest(host.name, rest.ms)
  return rest
}
