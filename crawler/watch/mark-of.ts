import type { ReadingMark } from '#data/store/frontier/unread.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'

/** The mark for reading what `outcome` brought. */
export function markOf(outcome: FetchOutcome, waveId: number): ReadingMark {
  const { url, startedAt, durationMs, bytesWire, ip, status, contentType, archived = null } = outcome
  if (status === null) return { url, waveId, facts: null }
  return { url, waveId, facts: { startedAt, durationMs, bytesWire, ip, status, contentType, archived } }
}
