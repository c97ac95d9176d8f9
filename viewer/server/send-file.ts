import type { Context } from 'hono'
import type { ClientFiles } from './client-files.ts'

/** What a page learns from its own text, which no other page can read: its token, where the start page is, that it is it. */
export interface PageMarks {
  readonly token?: string
  readonly home?: string
  readonly start?: 'yes'
}

/** Sends a file of the page; 404 for what is none. Values of `marks` are ours: no text of a stranger's. */
export function sendFile(context: Context, client: ClientFiles, marks: PageMarks): Response {
  const path = context.req.path === '/' ? '/index.html' : context.req.path
  const file = client.get(path)
  if (!file) return context.json({ error: 'not-found' }, 404)
  if (path !== '/index.html') return context.body(file.bytes, 200, { 'content-type': file.type })
  const metas = Object.entries(marks).map(([name, value]) => `<meta name="toile-${name}" content="${value}" />`)
  const page = new TextDecoder().decode(file.bytes).replace('<title>', `${metas.join('')}<title>`)
  return context.body(page, 200, { 'content-type': file.type })
}
