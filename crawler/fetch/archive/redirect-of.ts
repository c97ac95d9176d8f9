import type { Url } from '#data/url/brand.ts'
import { resolveHref } from '#data/url/resolve-href.ts'
import { escapeOctets, isRedirectStatus } from '../headers.ts'
import { valuesOf } from '../lenient/read-head.ts'
import type { RecordedAnswer } from './web-archive.ts'

/** Where an answer recorded of `url` redirects to; null: nowhere. */
export function redirectOf(
  url: Url,
  { status, flatHeaders }: Pick<RecordedAnswer, 'status' | 'flatHeaders'>,
): Url | null {
  const location = valuesOf(flatHeaders, 'location')[0]?.trim() ?? ''
  if (!isRedirectStatus(status) || location === '') return null
  const resolved = resolveHref(escapeOctets(location), url, { allowPrivate: true })
  return resolved.kind === 'url' ? resolved.url : null
}
