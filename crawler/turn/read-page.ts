import { hash } from 'node:crypto'
import type { ExtractedPage } from '#data/records.ts'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { extractPage } from '../extract/extract-page.ts'
import { cookieNamesIn } from '../fetch/headers.ts'
import { readMediaType } from '../fetch/media-type.ts'
import { decodeBody } from '../fetch/decode-body.ts'
import type { Answer } from '../fetch/outcome.ts'

/** A page as it was read: what the corpus keeps of it. */
export interface Reading {
  readonly page: ExtractedPage
  readonly charset: string
}

/** A reading after the question whether a browser must have a say, with what was learnt for its host. */
export interface RenderedReading extends Reading {
  readonly rendered: boolean
  /** JSON to keep for the host; null: nothing was learnt. */
  readonly memory: string | null
  /** Where an archive keeps the rendered form; null: nowhere, or it is the static form that was read. */
  readonly archived: RecordPlace | null
}

/** What of a page is wanted. */
export interface ReadOptions {
  /** Links to hosts of private networks are kept, too. */
  readonly allowPrivate: boolean
  /** Its own text, too. Default false. */
  readonly texts?: boolean
}

/** SHA-256 of the decompressed body, base64url, its first 22 characters (132 bits): tells whether a page changed. */
export const hashBody = (body: Buffer): string => hash('sha256', body, 'base64url').slice(0, 22)

/** From the bytes of an answer to the links of its page. `text` is the document, decoded. */
export function readPage(
  answer: Pick<Answer, 'base' | 'body' | 'headers' | 'url'>,
  options: ReadOptions,
): Reading & { readonly text: string } {
  const { text, charset } = decodeBody(answer.body, answer.headers['content-type'])
  const at = { ...answer, url: answer.base ?? answer.url }
  return { page: extractForm({ text, charset }, at, options, isXml(answer)), charset, text }
}

/** Sent as XML, a document is read as XML (HTML standard, "XML documents"); what a browser made of it is HTML. */
const isXml = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  /^(?:application\/xhtml\+xml|(?:text|application)\/xml)$/.test(readMediaType(headers['content-type'])?.essence ?? '')

/** What `text`, a form of the answer's document, holds. `charset` is the document's, which a rendered form keeps. */
export function extractForm(
  { text, charset }: { readonly text: string; readonly charset: string },
  { url, headers }: Pick<Answer, 'url' | 'headers'>,
  { allowPrivate, texts = false }: ReadOptions,
  isXml = false,
): ExtractedPage {
  const robotsTag = headers['x-robots-tag']
  const refresh = headers['refresh']
  const contentLanguage = headers['content-language']
  return extractPage(text, {
    url,
    charset,
    allowPrivate,
    texts,
    isXml,
    cookies: cookieNamesIn(headers),
    ...(refresh === undefined ? {} : { refresh }),
    ...(robotsTag === undefined ? {} : { robotsTag }),
    ...(contentLanguage === undefined ? {} : { contentLanguage }),
  })
}
