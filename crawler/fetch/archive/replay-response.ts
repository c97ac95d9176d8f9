import type { Dispatcher } from 'undici'
import { Refusal } from '../refusal.ts'
import { readHttpBlock } from './http-block.ts'
import type { HttpBlock } from './http-block.ts'
import type { ReadRecord } from './read-archive.ts'

/** An answer as an archive holds it. */
export interface ArchivedResponse extends HttpBlock {
  readonly startedAt: number
  readonly ip: string | null
  readonly truncated: string | null
}

/** Reads a response record; null if its block is no HTTP. */
export function readResponse({ head, block }: ReadRecord): ArchivedResponse | null {
  const http = readHttpBlock(block)
  if (http === null) return null
  return {
    ...http,
    startedAt: Date.parse(head.date) || 0,
    ip: head.header('WARC-IP-Address'),
    truncated: head.header('WARC-Truncated'),
  }
}

/** Why the body ended early, as it failed then. What was cut for its length fails by its length again. */
const endings: Readonly<Record<string, () => Refusal>> = {
  time: () => new Refusal('timeout', 'the answer was not complete in time'),
  disconnect: () => new Refusal('incomplete', 'the connection ended before the body did'),
}

/** Plays `found` to `handler` as undici would. */
export function replay(found: ArchivedResponse | null, handler: Dispatcher.DispatchHandler) {
  let aborted = false
  const controller = {
    aborted: false,
    paused: false,
    reason: null,
    rawHeaders: [...(found?.flatHeaders ?? [])],
    pause: () => undefined,
    resume: () => undefined,
    abort: () => void (aborted = true),
  }
  handler.onRequestStart?.(controller, {})
  if (found === null)
    return handler.onResponseError?.(controller, new Refusal('closed', 'not in the archive', 'NOT_ARCHIVED'))
  handler.onResponseStart?.(controller, found.status, {}, found.statusText)
  if (!aborted && found.body.length > 0) handler.onResponseData?.(controller, found.body)
  if (aborted) return undefined
  const ending = endings[found.truncated ?? '']
  return ending ? handler.onResponseError?.(controller, ending()) : handler.onResponseEnd?.(controller, {})
}
