import type { Dispatcher } from 'undici'
import { Refusal } from '../refusal.ts'
import { isUndone } from './undone-coding.ts'
import type { RecordedAnswer, RecordedExchange } from './web-archive.ts'

/** Why there is no more of the body, as it failed then. What was cut for its length fails by its length again. */
const endings = {
  late: () => new Refusal('timeout', 'the answer was not complete in time'),
  broken: () => new Refusal('incomplete', 'the connection ended before the body did'),
  beyond: () => new Refusal('too-large', 'the record is larger than is read'),
} as const

/** Plays what was found to `handler` as undici would. */
export function replay(
  found: Pick<RecordedExchange, 'answer'> | Refusal | null,
  handler: Dispatcher.DispatchHandler,
): void {
  let aborted = false
  const answer = found === null || found instanceof Refusal ? null : found.answer
  const controller = {
    aborted: false,
    paused: false,
    reason: null,
    rawHeaders: answer === null ? [] : headersOf(answer),
    pause: () => undefined,
    resume: () => undefined,
    abort: () => void (aborted = true),
  }
  handler.onRequestStart?.(controller, {})
  if (answer === null) return handler.onResponseError?.(controller, missing(found))
  handler.onResponseStart?.(controller, answer.status, {}, answer.statusText)
  if (!aborted && answer.body.length > 0) handler.onResponseData?.(controller, answer.body)
  if (aborted) return
  if (answer.ended !== null) handler.onResponseError?.(controller, endings[answer.ended]())
  else handler.onResponseEnd?.(controller, {})
}

const missing = (found: object | null): Refusal =>
  found instanceof Refusal
    ? found
    : found === null
      ? new Refusal('not-archived', 'not in the archive', 'NOT_ARCHIVED')
      : new Refusal('protocol', 'what is recorded is no HTTP', 'NOT_ARCHIVED')

/**
 * Headers without what no longer holds: the coding that is undone, the length of a body that is whole (it is what it is), and
 * the wish of then to be left alone for a while.
 */
function headersOf({ flatHeaders, body, limits, ended, isAsItCame }: RecordedAnswer): string[] {
  const gone = new Set(['retry-after'])
  if (!isAsItCame && isUndone(flatHeaders, body)) gone.add('content-encoding')
  if (ended === null && !limits.includes('incomplete-body')) gone.add('content-length')
  return flatHeaders.filter((_text, at) => !gone.has(flatHeaders[at - (at % 2)]!.toLowerCase()))
}
