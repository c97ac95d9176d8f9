import type { Context } from 'hono'
import type { ClientFiles } from './client-files.ts'
import { packedFile } from './packed/packed-answer.ts'

/** What a page learns from its own text, which no other page can read: its token, where the start page is, that it is it. */
export interface PageMarks {
  readonly token?: string
  readonly home?: string
  readonly start?: 'yes'
}

/** Asked for by the browser itself, while it still reads the script that will want it. */
const mapAhead = '<link rel="preload" href="./api/map" as="fetch" crossorigin="anonymous" />'

/** Sends a file of the page; 404 for what is none. Values of `marks` are ours: no text of a stranger's. */
export function sendFile(context: Context, client: ClientFiles, marks: PageMarks): Response {
  const path = context.req.path === '/' ? '/index.html' : context.req.path
  const file = client.get(path)
  if (!file) return context.json({ error: 'not-found' }, 404)
  if (path !== '/index.html') return packedFile(file)(context)
  const metas = Object.entries(marks).map(([name, value]) => `<meta name="toile-${name}" content="${value}" />`)
  const ahead = marks.start === undefined ? mapAhead : ''
  const page = new TextDecoder().decode(file.bytes).replace('<title>', `${metas.join('')}${ahead}<title>`)
  return context.body(page, 200, { 'content-type': file.type })
}
