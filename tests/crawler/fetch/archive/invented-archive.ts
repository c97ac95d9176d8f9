import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openFolderArchive } from '#crawler/fetch/archive/folder-archive.ts'
import { createReplayClient } from '#crawler/fetch/archive/replay-client.ts'
import type { FetchOutcome } from '#crawler/fetch/outcome.ts'
import type { FetchOptions } from '#crawler/fetch/request.ts'
import type { Url } from '#data/url/brand.ts'

type Fields = Readonly<Record<string, string | number>>

/** A record of WARC 1.1 as other programs write it; `fields` are added to the usual ones, or replace them. */
export function warcRecord(
  type: string,
  uri: string,
  block: Buffer | string,
  fields: Fields = {},
  version = '1.1',
): Buffer {
  const bytes = Buffer.from(block as string, 'latin1')
  const all: Fields = {
    'WARC-Type': type,
    'WARC-Target-URI': uri,
    'WARC-Date': '2020-01-01T00:00:00Z',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': bytes.length,
    ...fields,
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([
    Buffer.from(`WARC/${version}\r\n${head.join('')}\r\n`, 'latin1'),
    bytes,
    Buffer.from('\r\n\r\n'),
  ])
}

/** The block of a response. */
export const httpBlock = (body: Buffer | string, lines: readonly string[] = [], first = 'HTTP/1.1 200 OK'): Buffer =>
  Buffer.concat([
    Buffer.from([first, 'Content-Type: text/html; charset=utf-8', ...lines, '', ''].join('\r\n'), 'latin1'),
    Buffer.from(body as string),
  ])

export const responseOf = (uri: string, html: string, fields: Fields = {}): Buffer =>
  warcRecord('response', uri, httpBlock(html), fields)

/** A new folder with these files; `remove` takes it away. */
export function archiveFolder(files: Readonly<Record<string, Buffer>>) {
  const folder = mkdtempSync(join(tmpdir(), 'toile-invented-'))
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A client that reads the archive in `folder`, with what it says of it. */
export async function openReplay(folder: string) {
  const told: string[] = []
  const archive = await openFolderArchive(folder, { tell: sentence => told.push(sentence) })
  const client = createReplayClient(archive, { now: Date.now })
  const ask = (url: string, options: FetchOptions = {}): Promise<FetchOutcome> => client.fetch(url as Url, options)
  return { ...archive, ...client, ask, told }
}

/** What is read of `files`: for each address its text, or why there is none. */
export async function readFiles(files: Readonly<Record<string, Buffer>>, urls: readonly string[]) {
  const { folder, remove } = archiveFolder(files)
  const replay = await openReplay(folder)
  try {
    const texts: string[] = []
    for (const url of urls) texts.push(textOf(await replay.ask(url)))
    return { texts, told: replay.told.map(sentence => sentence.replaceAll(`${folder}/`, '').replace(folder, 'FOLDER')) }
  } finally {
    await replay.close()
    remove()
  }
}

export const textOf = (outcome: FetchOutcome): string =>
  outcome.kind === 'failed'
    ? outcome.slug
    : outcome.redirect?.kind === 'to'
      ? `→ ${outcome.redirect.url}`
      : outcome.body.toString()
