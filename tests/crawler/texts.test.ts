import type { Command } from 'commander'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractPage } from '#crawler/extract/extract-page.ts'
import { describeStatus } from '#crawler/tell/describe-status.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import type { Url } from '#data/url/brand.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { graphExportCommand } from '#graph/export-command.ts'
import { wordsCommand } from '#graph/words/words-command.ts'
import { publishedData } from '#viewer/publish/map-page.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { setUpCrawl, type Workbench } from './crawl-web.ts'

const page = (
  matter: string,
  language = 'en',
): string => `<!doctype html><html lang="${language}"><title>A page</title><body>
  <header><p>The name of the house</p></header><nav><ul><li><a href="/">Home</a></li><li><a href="/more">Menu of all</a></li></ul></nav>
  <main><article>${matter}</article>
  <section id="comments"><ol class="comment-list"><li class="comment"><cite class="comment-author">Jane Private</cite>
  <p>I was ill in May, says a comment that nobody shall keep.</p></li></ol></section></main>
  <aside class="sidebar"><p>Follow the column beside it.</p></aside><footer><p>© The house. Legal notices.</p></footer></body></html>`

const canvass = `<h1>Canvassing &amp; data</h1><p>The campaign scores each voter by a <a href="http://b.example/">model of turnout</a>.</p>
  <p>Volunteers walk.<br>They knock on doors.</p><script>var hidden = 'never'</script>`
const other = `<p>Recipes for soups and breads, cooked slowly by the oven on a Sunday, are what this page gives its readers.</p>
  <p>Read also <a href="http://a.example/">what they say</a> about voters.</p>`

const recipes =
  'Recipes for soups and breads, cooked slowly by the oven on a Sunday, are what this page gives its readers.'

const matter = [
  'Canvassing & data',
  'The campaign scores each voter by a model of turnout.',
  'Volunteers walk. They knock on doors.',
]

let web: ServedWeb
let bench: Workbench
const body = page(canvass)
const own: Record<string, string> = { '/': body }
const others: Record<string, string> = { '/': page(other) }

beforeAll(async () => {
  web = await serveWeb({ 'a.example': own, 'b.example': others })
  bench = setUpCrawl(web.proxy, ['http://a.example/', 'http://b.example/'])
})
afterAll(async () => {
  bench.remove()
  await web.close()
})

const kept = (site = 'a'): string[] =>
  bench
    .query<{ text: Buffer }>(
      `SELECT text FROM page_text JOIN visit ON visit.id = page_text.visit_id JOIN page ON page.id = page_id WHERE url = 'http://${site}.example/' ORDER BY visit.id`,
    )
    .map(({ text }) => inflateSync(text).toString())

const status = (): string => {
  const corpus = openCorpus(bench.corpus, 'read')
  try {
    return describeStatus(bench.corpus, crawlStatus(corpus), 0)
  } finally {
    corpus.close()
  }
}

let noted = ''
async function words(...args: readonly string[]): Promise<string> {
  let out = ''
  noted = ''
  await wordsCommand(
    quietSurroundings(bench.folder, { out: text => void (out += text), err: text => void (noted += text) }),
  )
    .exitOverride()
    .parseAsync(['--corpus', bench.corpus, '--of', 'pages', ...args], { from: 'user' })
  return out
}

describe('the matter of a page', () => {
  it('is its blocks outside menus, columns, bands and comments, one a line; asked for alone', () => {
    const at = 'http://a.example/' as Url
    expect(extractPage(body, { url: at, texts: true }).matter?.split('\n')).toEqual(matter)
    expect(extractPage(body, { url: at })).not.toHaveProperty('matter')
    const { matter: _, ...told } = extractPage(body, { url: at, texts: true })
    expect(told).toEqual(extractPage(body, { url: at }))
  })
})

describe('crawl --texts', () => {
  it('keeps nothing unless it is asked for; then of pages that did not change, too, once', async () => {
    await bench.crawl()
    expect(kept()).toEqual([])
    expect(status()).not.toMatch(/^texts/m)
    await expect(words()).rejects.toThrow(
      /--of pages: this corpus keeps no texts of pages; expected a crawl with --texts/,
    )
    await bench.crawl({ texts: true, again: 'second' })
    expect(kept()).toEqual([matter.join('\n')])
    await bench.crawl({ texts: true, again: 'third' })
    expect(kept()).toEqual([matter.join('\n')])
  })

  it('lets words be counted and found in pages, by site, as each wave shows them', async () => {
    const told = await words('--by', 'source', '--min-times', '1', '--wave', 'third', '--language', 'en')
    expect(told).toMatch(/a\.example {2}3 blocks, 18 words/)
    const line = await words('--kwic', 'voter*', '--csv')
    expect(
      line
        .split('\n')
        .slice(1)
        .map(row => row.split(',')[4]),
    ).toEqual(['a.example', 'b.example', undefined])
    expect(await words('--company', 'voter', '--min-times', '1')).toMatch(/^voter: 1 of 5 blocks hold it\n/)
    for (const by of ['direction', 'zone', 'target', 'code'])
      await expect(words('--by', by), by).rejects.toThrow(/is of hyperlinks; expected/)
    await expect(words('--zones', 'nav')).rejects.toThrow(/--zones is of hyperlinks/)
    expect(noted).not.toContain('read without a text')
    // What the second wave kept says nothing of an earlier reading.
    await expect(words('--wave', 'first', '--by', 'source')).resolves.toBeDefined()
    expect(noted).toMatch(/^2 pages read without a text that is kept: what they say is not known/m)
    expect(status()).toMatch(/^texts +of 2 of 2 pages read the text is kept \(--texts\), 0\.0 MB packed$/m)
  })

  it('of a page that changed since keeps the new one beside it, and shows no stale one', async () => {
    own['/'] = page('<p>All is new: the shop sells umbrellas now, of every colour and for every rain that falls.</p>')
    await bench.crawl({ again: 'fourth' })
    expect(await words('--kwic', 'voter', '--csv', '--wave', 'fourth')).not.toContain('a.example,')
    expect(noted).toMatch(/^1 page read without a text that is kept/m)
    await bench.crawl({ again: 'fifth', texts: true })
    expect(kept()).toHaveLength(2)
    expect(await words('--kwic', 'umbrellas', '--csv')).toContain('a.example')
  })

  it('leaves nothing of a site that is forgotten, nor the sentences in which others cited it, now and later', async () => {
    expect(kept('b')).toEqual([expect.stringMatching(/what they say about voters/)])
    const corpus = openCorpus(bench.corpus, 'write')
    corpus.sql(`UPDATE entity SET label = 'Soups and breads' WHERE name = 'a.example'`).run()
    const { mentions } = forgetEntity(corpus, { actor: 'test', now: 1, reason: '' }, 'a.example')
    expect(mentions.map(({ where, from }) => [where, from])).toContainEqual(['text', 'http://b.example/'])
    corpus.close()
    expect(bench.query<{ n: number }>('SELECT count(*) AS n FROM page_text')).toEqual([{ n: 1 }])
    const packed = readdirSync(bench.folder).map(name => readFileSync(join(bench.folder, name)))
    expect(packed.some(bytes => bytes.includes('umbrellas'))).toBe(false)
    expect(kept('b')).toEqual([recipes])
    others['/'] = page(`${other}<p>Bread, too.</p>`)
    await bench.crawl({ again: 'sixth', texts: true })
    expect(kept('b')).toEqual([recipes, `${recipes}\nBread, too.`])
    expect(bench.query('SELECT 1 FROM link WHERE source_entity <> target_entity')).toEqual([])
    const told = await everythingTold(bench)
    expect(told).toContain('Recipes for soups')
    for (const trace of ['a.example', 'umbrellas', 'canvassing', 'voters', 'Jane Private', 'ill in May'])
      expect(told.toLowerCase(), trace).not.toContain(trace.toLowerCase())
  })
})

/** What every command and export makes of the texts of pages and of hyperlinks, as one text. */
async function everythingTold(of: Workbench): Promise<string> {
  let told = ''
  const around = quietSurroundings(of.folder, { out: text => void (told += text) })
  const tell = (command: Command, ...args: readonly string[]) =>
    command.exitOverride().parseAsync(['--corpus', of.corpus, ...args], { from: 'user' })
  for (const args of [
    ['--by', 'source', '--min-times', '1'],
    ['--kwic', '*e*'],
    ['--company', 'soups', '--min-times', '1'],
  ])
    await tell(wordsCommand(around), '--of', 'pages', '--language', 'en', '--csv', ...args)
  await tell(wordsCommand(around), '--similar', '--csv')
  for (const format of ['csv', 'iramuteq', 'txm', 'cortext']) {
    const out = join(of.folder, `told-${format}`)
    await tell(graphExportCommand(around, []), '--format', format, '--out', out)
    for (const bytes of filesOf(out))
      for (const part of format === 'cortext' ? Object.values(unzipSync(bytes)) : [bytes])
        told += Buffer.from(part).toString()
  }
  const corpus = openCorpus(of.corpus, 'read')
  try {
    const choice = { title: 'x', statuses: ['IN'], zones, minWeight: 0 } as const
    const hidden = JSON.stringify(publishedData(corpus, choice, { pseudonyms: true }))
    for (const word of ['soups', 'b.example', 'canvassing']) expect(hidden, word).not.toContain(word)
  } finally {
    corpus.close()
  }
  return told
}

const filesOf = (path: string): Buffer[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => readFileSync(join(entry.parentPath, entry.name)))
    : [readFileSync(path)]

describe('crawl --texts --no-comments', () => {
  const inline = `<p>Soups are praised, says <cite class="comment-author"><a href="http://b.example/">Jane Private</a></cite> of them. Breads rise.</p>`

  it('keeps no word of a comment in a text, of those within the matter neither, at once or when they are withheld later', async () => {
    const other = await serveWeb({ 'c.example': { '/': page(inline) }, 'b.example': others })
    const late = setUpCrawl(other.proxy, ['http://c.example/'])
    const never = setUpCrawl(other.proxy, ['http://c.example/'])
    const textsOf = (own: Workbench): string[] =>
      own.query<{ text: Buffer }>('SELECT text FROM page_text ORDER BY visit_id').map(({ text }) => inflateSync(text).toString()) // prettier-ignore
    try {
      await late.crawl({ texts: true })
      // By the page's classes alone the block is matter, and the hyperlink in it a comment's.
      expect(late.query("SELECT 1 FROM link WHERE zone = 'comment'")).toHaveLength(1)
      expect(textsOf(late)).toEqual(['Soups are praised, says Jane Private of them. Breads rise.'])
      await late.crawl({ texts: true, comments: false, again: 'second' })
      await never.crawl({ texts: true, comments: false })
      for (const own of [late, never]) {
        expect(textsOf(own)).toEqual(['Breads rise.'])
        const told = await everythingTold(own)
        expect(told).toContain('breads')
        for (const trace of ['Jane', 'Private', 'praised', 'ill in May']) expect(told, trace).not.toContain(trace)
      }
    } finally {
      late.remove()
      never.remove()
      await other.close()
    }
  })
})
