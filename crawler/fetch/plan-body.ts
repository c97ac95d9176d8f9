import type { Head } from './exchange.ts'
import { isRedirectStatus, statedLocations } from './headers.ts'
import { kindOfDocument, looksLikeHtml, looksLikeXhtml, readMediaType } from './media-type.ts'
import { skimBytes } from './receive-body.ts'
import type { BodyPlan } from './receive-body.ts'
import { Refusal } from './refusal.ts'
import type { FetchOptions } from './request.ts'

const skim: BodyPlan = { kind: 'skim', maxBytes: skimBytes, tooLarge: 'cut', inspect: null }
const isSuccess = (status: number) => status >= 200 && status < 300 && status !== 204 && status !== 205

/** Several choices, or a redirect that says nowhere to go: browsers show what it says (Chromium's HttpResponseHeaders::IsRedirect). */
const staysHere = (head: Head) => head.status === 300 || (isRedirectStatus(head.status) && !leadsOn(head))
const leadsOn = (head: Head) => [...statedLocations(head)].some(location => location !== '')

/** What to take of an answer with this head. What isn't HTML is refused before its body is read. */
export function planBody(head: Head, request: FetchOptions, maxBytes: number): BodyPlan | Refusal {
  const { want = 'html', tooLarge = 'fail', method = 'GET' } = request
  const isBodyless = method === 'HEAD' || head.status === 204 || head.status === 304
  if (isBodyless) return skim
  if (want === 'any') return { kind: 'read', maxBytes, tooLarge, inspect: null }
  if (!isSuccess(head.status) && !staysHere(head)) return skim
  const essence = readMediaType(head.headers['content-type'])?.essence ?? ''
  const kind = kindOfDocument(essence)
  if (kind === 'other') return notHtml(essence)
  const inspect = (first: Buffer) => (looksLikeHtml(first) ? null : notHtml('no type, and not HTML by its first bytes'))
  const inspectXml = (first: Buffer) => (looksLikeXhtml(first) ? null : notHtml(essence))
  return { kind: 'read', maxBytes, tooLarge, inspect: { unknown: inspect, xml: inspectXml, html: null }[kind] }
}

const notHtml = (what: string) => new Refusal('not-html', what)
