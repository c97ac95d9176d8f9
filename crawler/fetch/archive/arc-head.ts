import type { RecordHead } from './record-head.ts'

/** Whether `bytes` begin as an ARC record does: with the scheme of an address. */
export const beginsArc = (bytes: Buffer): boolean => /^[a-z][a-z0-9+.-]{0,30}:/i.test(bytes.toString('latin1', 0, 32))

/**
 * Reads the line before a record of an ARC file (Internet Archive, 1996; versions 1 and 2): address, IP address, date, type …
 * and length. Addresses may hold spaces. What is recorded is always an answer, but for the first record, which describes the
 * file. Null when it is no such line. O(length).
 */
export function readArcHead(line: Buffer): RecordHead | null {
  const words = line.toString('utf8').trimEnd().split(' ')
  const at = words.findIndex((word, place) => place >= 2 && isDate(word) && isIp(words[place - 1]!))
  const length = words.at(-1)!
  if (at < 0 || at >= words.length - 1 || !/^\d{1,15}$/.test(length) || !beginsArc(line)) return null
  const url = words.slice(0, at - 1).join(' ')
  const fields = new Map([
    ['warc-ip-address', words[at - 1]!],
    ['content-type', at + 1 < words.length - 1 ? words[at + 1]! : ''],
  ])
  return {
    type: url.startsWith('filedesc:') ? 'warcinfo' : 'response',
    url,
    date: isoOf(words[at]!),
    sizeBytes: Number(length),
    header: name => fields.get(name.toLowerCase()) ?? null,
  }
}

const isDate = (word: string): boolean => /^\d{12,17}$/.test(word)
const isIp = (word: string): boolean => /^[\d.a-f:-]{1,45}$/i.test(word)

/** 20090115083000 → 2009-01-15T08:30:00Z. */
function isoOf(digits: string): string {
  const [, year, month, day, hour, minute, second = '00'] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?/.exec(digits) ?? []
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}
