import { createHash } from 'node:crypto'

/** No site's own entity tag begins like this: those are quoted (RFC 9110, 8.8.3). */
const begin = 'payload:'

/**
 * What a page that was read of a capture is remembered by, in place of an entity tag: its payload and the address it was captured under,
 * since relative links depend on that. Null: the index tells no digest.
 */
export function payloadTag({
  digest,
  original,
}: {
  readonly digest: string
  readonly original: string
}): string | null {
  if (!isDigest(digest)) return null
  return begin + createHash('sha256').update(`${digest.toLowerCase()} ${original}`).digest('hex').slice(0, 32)
}

/** Of an archive, not of a site: no site is asked with it. */
export const isPayloadTag = (etag: string): boolean => etag.startsWith(begin)

/** SHA-1 or longer, in base 32 or hex; one character over and over stands for none. */
export const isDigest = (digest: string): boolean =>
  /^(?:[a-z0-9]{1,10}:)?[a-z0-9]{32,128}$/i.test(digest) && !/^(.)\1+$/.test(digest)
