import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needsRendering } from '#crawler/extract/needs-rendering.ts'
import { openFolderArchive } from '#crawler/fetch/archive/folder-archive.ts'
import { createReplayClient } from '#crawler/fetch/archive/replay-client.ts'
import { readRecordedAnswer } from '#crawler/fetch/archive/recorded-answer.ts'
import type { WebArchive } from '#crawler/fetch/archive/web-archive.ts'
import { wireHeader } from '#crawler/fetch/archive/warc-records.ts'
import { isAllowed } from '#crawler/fetch/robots/is-allowed.ts'
import { parseRobots } from '#crawler/fetch/robots/parse-robots.ts'
import { readSitemap } from '#crawler/fetch/sitemap/read-sitemap.ts'
import { readPage } from '#crawler/turn/read-page.ts'
import { Mistake } from '#data/mistake.ts'
import type { Url } from '#data/url/brand.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { readSeeds } from '#seeds/read-seeds.ts'
import { readCdx } from '#crawler/fetch/past/read-cdx.ts'
import { readWebLinks } from '#crawler/fetch/past/read-web-links.ts'
import { unrewrite } from '#crawler/fetch/past/unrewrite.ts'
import {
  archives,
  exchanges,
  html,
  indexes,
  networks,
  rewritten,
  robots,
  seedLists,
  sitemaps,
  timeMaps,
  xhtml,
} from './fuzz-samples.ts'

/** What reads strangers' bytes. It may refuse them by a Mistake; everything else that it throws is a finding. */
export interface FuzzTarget {
  readonly name: string
  readonly samples: readonly Buffer[]
  /** What its format is made of. */
  readonly words: readonly string[]
  readonly read: (bytes: Buffer) => unknown
}

const url = 'http://a.example/' as Url

async function readArchive(ending: string, bytes: Buffer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-fuzz-'))
  try {
    writeFileSync(join(folder, `a.${ending}`), bytes)
    const archive = await openFolderArchive(folder)
    const client = createReplayClient(archive, { maxBytes: 100_000, now: () => 0 })
    for (const address of archive.urls()) {
      await client.fetch(address)
      await archive.rendered(address, 1_000)
    }
    await client.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The block as others, as Toile, and as its lenient reader keep it. */
async function readExchange(block: Buffer): Promise<void> {
  for (const kind of ['other', 'own', 'wire']) {
    const header = (name: string): string | null => (kind === 'wire' && name === wireHeader ? 'x' : null)
    const head = { type: 'response', url, date: '', sizeBytes: block.length, header }
    const answer = readRecordedAnswer({ head, block, isBeyond: false }, kind === 'own')
    const archive: WebArchive = {
      find: async () => ({ url, at: 0, ip: null, place: null, answer }),
      close: async () => undefined,
    }
    const client = createReplayClient(archive, { maxBytes: 50_000, now: () => 0 })
    const outcome = await client.fetch(url)
    if (outcome.kind === 'answer' && outcome.contentType !== '') readPage(outcome, { allowPrivate: false })
    await client.fetch(url, { want: 'any', tooLarge: 'cut' })
  }
}

function readDocument(body: Buffer, type: string): void {
  const { text, page } = readPage({ url, headers: { 'content-type': type }, body }, { allowPrivate: false })
  needsRendering(text, page)
}

const tags = [
  '<a href="',
  '</a>',
  '<p>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<table>',
  '<template>',
  '<title>',
  '&#',
  '<base href="',
  ']]>',
  '<svg>',
]

export const fuzzTargets: readonly FuzzTarget[] = [
  ...archives.map(([ending, bytes], at) => ({
    name: `archive-${at}-${ending}`,
    samples: [bytes],
    words: [
      'WARC/1.1\r\n',
      'Content-Length: ',
      'WARC-Target-URI: ',
      'WARC-Type: response\r\n',
      '\r\n\r\n',
      'PK\x01\x02',
      '\x1f\x8b\x08\x00',
    ],
    read: (file: Buffer) => readArchive(ending, file),
  })),
  {
    name: 'exchange',
    samples: exchanges,
    words: [
      'HTTP/1.1 200',
      '\r\n',
      'Content-Length: ',
      'Transfer-Encoding: chunked\r\n',
      'Content-Encoding: br\r\n',
      'ffffffff\r\n',
      '0\r\n',
    ],
    read: readExchange,
  },
  {
    name: 'html',
    samples: [html],
    words: tags,
    read: body => readDocument(body, 'text/html'),
  },
  {
    name: 'xhtml',
    samples: [xhtml],
    words: [...tags, '<!ENTITY n "&to;&to;">', '&to;', '&n;', '&menu;', ']>', "'"],
    read: body => readDocument(body, 'application/xhtml+xml'),
  },
  {
    name: 'robots',
    samples: robots,
    words: ['User-agent: ', 'Disallow: ', 'Allow: /*', 'Crawl-delay: ', 'Sitemap: ', '*', '$', '%', '\n'],
    read: bytes => isAllowed(parseRobots(bytes), 'toile', 'http://a.example/a/b?c'),
  },
  {
    name: 'sitemap',
    samples: sitemaps,
    words: ['<loc>', '</loc>', '<url>', '<![CDATA[', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', 'http://a.example/'],
    read: (file: Buffer) => readSitemap(file, { base: url }),
  },
  {
    name: 'index of an archive',
    samples: indexes,
    words: ['[', ']', ',', '{"url": "', '"timestamp": "20120420090000"', '[],["key"]', '1e999', '__proto__', '\n'],
    read: (file: Buffer) => readCdx(file.toString('utf8')),
  },
  {
    name: 'TimeMap',
    samples: timeMaps,
    words: ['<', '>', ';', ',', '; rel="memento"', '; datetime="', '=', '"'],
    read: (file: Buffer) => readWebLinks(file.toString('utf8')),
  },
  {
    name: 'rewritten page',
    samples: [rewritten],
    words: [...tags, '/web/20120420090000/http://', '<!-- BEGIN WAYBACK TOOLBAR INSERT -->', 'FILE ARCHIVED ON '],
    read: (body: Buffer) => unrewrite(body, { address: `http://b.example/web/20120420090000/${url}`, isRaw: false }),
  },
  {
    name: 'seeds',
    samples: seedLists,
    words: ['"', ',', ';', '\t', '\n', 'http://', 'url', '"sep=,"\n', '\ufeff'],
    read: bytes => orMistake(() => readSeeds('seeds.csv', bytes)),
  },
  ...networks.map(([ending, bytes]) => ({
    name: `network-${ending}`,
    samples: [bytes],
    words: [
      '<node id="',
      '<edge ',
      '[',
      ']',
      '{',
      '}',
      '"',
      ',',
      '*Arcs\n',
      '<attvalue ',
      '&lt;',
      '__proto__',
      '1e999',
    ],
    read: (file: Buffer) => orMistake(() => readNetwork(`a.${ending}`, file)),
  })),
]

function orMistake(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
  }
}
