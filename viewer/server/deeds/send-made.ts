import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import type { Context } from 'hono'
import { writeZip } from '#data/table/write-zip.ts'
import { filesIn, madeFiles, madeFolder, reportPage } from './made-files.ts'

/** A file that was made, to be kept; a folder as a zip. Names are looked up in the folder's own list: no path leads out of it. */
export function sendMade(context: Context, corpusFile: string): Response {
  const made = findMade(context, corpusFile)
  if (made === undefined) return context.json({ error: 'not-found' }, 404)
  const path = join(madeFolder(corpusFile), made.name)
  const body = made.isFolder ? zipOf(path) : createReadStream(path)
  const headers: Record<string, string> = {
    'content-type': 'application/octet-stream',
    'content-disposition': attachment(made.isFolder ? `${made.name}.zip` : made.name),
    ...(!made.isFolder && { 'content-length': String(statSync(path).size) }),
  }
  return context.body(Readable.toWeb(body) as ReadableStream<Uint8Array>, 200, headers)
}

/** A report is ours, and what it quotes is escaped; it runs and loads nothing all the same. */
const policy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:" // prettier-ignore

/** The page of a report and the figures in it. */
export function sendMadePage(context: Context, corpusFile: string): Response {
  const made = findMade(context, corpusFile)
  const page = context.req.param('page') ?? ''
  if (made?.hasPage !== true || !/^(?:report\.html|figure-\w+\.svg)$/.test(page))
    return context.json({ error: 'not-found' }, 404)
  const folder = join(madeFolder(corpusFile), made.name)
  if (!filesIn(folder).includes(page)) return context.json({ error: 'not-found' }, 404)
  const type = page === reportPage ? 'text/html; charset=utf-8' : 'image/svg+xml'
  return context.body(readFileSync(join(folder, page)), 200, {
    'content-type': type,
    'content-security-policy': policy,
  })
}

const findMade = (context: Context, corpusFile: string) =>
  madeFiles(corpusFile).find(({ name }) => name === context.req.param('name'))

const zipOf = (folder: string): Readable =>
  Readable.from(writeZip(filesIn(folder).map(name => [`${basename(folder)}/${name}`, textOf(join(folder, name))])))

const pieceBytes = 1 << 18

/** Piece by piece: tables of a large study are longer than a string can be. */
function* textOf(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const piece = Buffer.alloc(pieceBytes)
    const read = (): number => readSync(file, piece, 0, pieceBytes, null)
    for (let bytes = read(); bytes > 0; bytes = read()) yield decoder.write(piece.subarray(0, bytes))
    yield decoder.end()
  } finally {
    closeSync(file)
  }
}

/** RFC 6266: letters that aren't ASCII in the second form, which browsers prefer. */
const attachment = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`
