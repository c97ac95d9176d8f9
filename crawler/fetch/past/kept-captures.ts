import type { Archive } from '../archive/open-archive.ts'
import type { RecordedExchange, WebArchive } from '../archive/web-archive.ts'
import { readRawHeaders } from '../headers.ts'
import { Refusal } from '../refusal.ts'
import { isPayloadTag } from './payload-tag.ts'

/** The same archive, with each capture that it gives written into `archive`. `now`: milliseconds since 1970. */
export function keepingCaptures(
  asked: Pick<WebArchive, 'find'>,
  archive: Pick<Archive, 'writeCapture'>,
  now: () => number,
): Pick<WebArchive, 'find'> {
  return {
    find: async (url, ...rest) => {
      const found = await asked.find(url, ...rest)
      if (found === null || found instanceof Refusal || found.answer === null) return found
      // Whoever has it already has its record, too.
      if (found.answer.status === 304 || found.at === null) return found
      const place = await archive.writeCapture(captureOf(found, found.at, now()))
      return { ...found, place: found.url === url ? place : null }
    },
  }
}

function captureOf({ url, answer, chosen }: RecordedExchange, at: number, readAt: number) {
  const { status, flatHeaders, body, ended, limits } = answer!
  const headers = readRawHeaders(flatHeaders).filter(([, value]) => !isPayloadTag(value))
  const isCut = ended !== null || limits.includes('incomplete-body')
  return { url, at, readAt, source: chosen?.memento ?? '', status, headers, body, isCut }
}
