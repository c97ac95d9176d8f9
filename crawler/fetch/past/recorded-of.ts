import { isGzip } from '../archive/gzip-member.ts'
import type { RecordedAnswer } from '../archive/web-archive.ts'
import type { Answer } from '../outcome.ts'
import { readArchivedAddress } from './archived-address.ts'
import { type CapturedForm, unrewrite } from './unrewrite.ts'

/**
 * As the site answered: a redirect leads to the address of then, not to the archive's form of it, and what the archive wrote into the
 * page is taken out, which the limit `rewritten` says.
 */
export function recordedOf({ status, headers, body, cut }: Answer, form: CapturedForm): RecordedAnswer {
  const { location } = headers
  const type = headers['content-type'] ?? ''
  const isHtml = /html|^$/i.test(type)
  const undone = status === 200 && isHtml ? unrewrite(body, form) : null
  const to = location === undefined ? undefined : originalOf(location, form.address)
  // The Wayback Machine loses this header of some captures, so that no client undoes their packing.
  const coding = isHtml && isGzip(body) ? 'gzip' : undefined
  const all = { 'content-type': type || undefined, 'content-encoding': coding, location: undone?.redirectTo ?? to }
  return {
    status: undone?.redirectTo === undefined ? status : undone.status,
    statusText: '',
    flatHeaders: Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
    body: undone?.body ?? body,
    ended: cut === 'size' ? 'beyond' : null,
    isAsItCame: true,
    limits: [...(cut === 'encoding' ? ['incomplete-body'] : []), ...(undone === null ? [] : ['rewritten'])],
  }
}

const originalOf = (location: string, address: string): string =>
  readArchivedAddress(location, address)?.original ?? location
