import { windows1252fromString } from '@exodus/bytes/single-byte.js'
import { anchor, esc } from './html.ts'
import { label, words } from './words.ts'

/** An answer of the demonstration web. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export const plainPage = (title: string, text: string): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${esc(title)}</title></head>
<body><h1>${esc(title)}</h1><p>${esc(text)}</p><footer><p>${label}</p></footer></body></html>`

const encode = (text: string, charset: string): Buffer =>
  charset === 'windows-1252' ? Buffer.from(windows1252fromString(text)) : Buffer.from(text)

export function html(text: string, status = 200, charset = 'utf-8'): Answer {
  // The page of 2004 tells its encoding in the document only, as such pages did.
  const type = charset === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html'
  return { status, headers: { 'content-type': type }, body: encode(text, charset) }
}

export function redirect(location: string): Answer {
  const page = plainPage(words.fr.moved, '').replace('</h1>', `</h1>${anchor({ text: location, href: location })}`)
  return { ...html(page, 301), headers: { 'content-type': 'text/html; charset=utf-8', location } }
}
