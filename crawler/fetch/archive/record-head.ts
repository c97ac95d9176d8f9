/** The head of a WARC record (WARC 1.1, 4). */
export interface RecordHead {
  /** 'response', 'conversion' …; '' where none is stated. */
  readonly type: string
  /** Its WARC-Target-URI, without the <> of wget; '' where none is stated. */
  readonly url: string
  /** Its WARC-Date; '' where none is stated. */
  readonly date: string
  /** Of its block, in bytes. */
  readonly sizeBytes: number
  /** The first field of that name, whatever its case; null where there is none. */
  readonly header: (name: string) => string | null
}

/** Reads the bytes of a head; null when they are none: no version first, no Content-Length. Folded lines are joined. */
export function readRecordHead(bytes: Buffer): RecordHead | null {
  const [version = '', ...lines] = bytes
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split('\n')
  if (!/^WARC\/\d/.test(version)) return null
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  const field = (name: string): string => fields.get(name) ?? ''
  if (!/^\d{1,15}$/.test(field('content-length'))) return null
  return {
    type: field('warc-type'),
    url: field('warc-target-uri').replace(/^<|>$/g, ''),
    date: field('warc-date'),
    sizeBytes: Number(field('content-length')),
    header: name => fields.get(name.toLowerCase()) ?? null,
  }
}
