import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suggestions } from '#data/curate/suggest/suggestions.ts'
import { betweenEntities, isLiving } from '#data/store/base/rules.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { addPrefixTo, datePrefix } from '#data/store/curate/move-prefix.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { describeStatus } from '#crawler/tell/describe-status.ts'
import { pagesOfCorpus } from '#data/store/evidence/pages.ts'
import { archivedCopies } from '#data/store/evidence/archived-copies.ts'
import { seenInWave } from '#data/store/graph/seen-in-wave.ts'
import { toLru } from '#data/url/lru.ts'
import type { Url } from '#data/url/brand.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import { readLinks } from '#viewer/server/group-links.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import { expectInTime } from '../data/store/expect-in-time.ts'
import { livingState } from '../data/store/living-state.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { archiveFolder, httpBlock, responseOf, warcRecord } from './fetch/archive/invented-archive.ts'

const fan = linking('http://old.example/', 'http://new.example/')
const page = (site: string, date: string, body: string) =>
  responseOf(`http://${site}.example/`, body, { 'WARC-Date': `${date}T00:00:00Z` })

/** An actor moves from old.example to new.example in 2015; somebody else had the new address before, and has the old one since. */
const records = [
  page('old', '2012-04-20', linking('http://friend.example/')),
  page('new', '2012-04-20', linking('http://before.example/')),
  page('fan', '2012-04-20', fan),
  page('old', '2017-04-20', linking('http://casino.example/')),
  page('new', '2017-04-20', linking('http://fan.example/', 'http://old.example/about')),
  page('fan', '2017-04-20', fan),
]

const dated = ['http://new.example/,http://new.example (2015/..) http://old.example (../2014)', 'http://old.example/,']
const undated = ['http://new.example/,http://new.example http://old.example', 'http://old.example/,']

let folder: string
const closing: (() => void)[] = []
beforeAll(() => {
  const made = archiveFolder({ 'years.warc': Buffer.concat(records) })
  folder = made.folder
  closing.push(made.remove)
})
afterAll(() => closing.forEach(close => close()))

async function crawlYears(rows: readonly string[], years: readonly string[]): Promise<Workbench> {
  const bench = setUpCrawl('http://127.0.0.1:9', [...rows, 'http://fan.example/,'])
  closing.push(bench.remove)
  for (const year of years)
    expect(await bench.crawl({ fromArchive: folder, past: `${year}-04-22`, within: 90 })).toBe('done')
  return bench
}

/** 'wave: site > site by address', of every hyperlink between sites that a page read in the wave bore. */
const linksByWave = (bench: Workbench): string[] =>
  bench
    .query<{ said: string }>(
      `SELECT substr(wave.label, 1, 4) || ': ' || source.name || ' > ' || target.name || ' by ' || page.url AS said
       FROM link JOIN wave JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
         JOIN page ON page.id = target_id
       WHERE ${betweenEntities()} AND ${isLiving('source')} AND ${seenInWave('wave.id')} ORDER BY 1`,
    )
    .map(({ said }) => said)

const cited = [
  '2012: fan.example > new.example by http://old.example/',
  '2012: fan.example > new.example~2 by http://new.example/',
  '2017: fan.example > new.example by http://new.example/',
  '2017: fan.example > old.example by http://old.example/',
]

const years = ['2012', '2017']

/** What is to be told of the years, however late the dates were known. */
const told = {
  links: [
    ...cited.slice(0, 2),
    '2012: new.example > friend.example by http://friend.example/',
    ...cited.slice(2),
    '2017: new.example > fan.example by http://fan.example/',
    '2017: new.example > old.example by http://old.example/about',
  ],
  states: {
    'http://fan.example/': 'fetched',
    'http://new.example/': 'fetched',
    'http://old.example/': 'failed not-theirs-then',
  },
  unasked: [{ url: 'http://new.example/', cause: 'not-theirs-then' }],
}
const tellOf = (bench: Workbench) => ({
  links: linksByWave(bench),
  states: bench.states(),
  unasked: bench.query(`SELECT url, unasked.cause FROM unasked JOIN page ON page.id = page_id`),
})

describe('prefixes with dates', () => {
  it('are whose they are on the day of the wave: start pages, pages and links', async () => {
    const bench = await crawlYears(dated, years)
    expect(tellOf(bench)).toEqual(told)
    const corpus = openCorpus(bench.corpus, 'read')
    expect(crawlStatus(corpus).notTheirs).toEqual({ pages: 1, sites: 1, links: 2 })
    expect(describeStatus(bench.corpus, crawlStatus(corpus), 0)).toContain('1 page of 1 site passed over')
    const passed = [...pagesOfCorpus(corpus, ['IN'])].filter(({ failure }) => failure === 'not-theirs-then')
    expectInTime(corpus)
    corpus.close()
    // What was read of it in 2012 says nothing of the address that was not theirs.
    expect(passed).toMatchObject([{ url: 'http://old.example/', state: 'failed', capturedAt: '', memento: '' }])
    expect(passed[0]!.httpStatus).toBeNull()
  })

  it('are the same whichever wave came first', async () => {
    const [one, other] = [await crawlYears(dated, years), await crawlYears(dated, years.toReversed())]
    expect(linksByWave(other)).toEqual(linksByWave(one))
  })

  it('dated once all is crawled come to the same: what was read of others is set aside; undo takes it back', async () => {
    const bench = await crawlYears(undated, years)
    const corpus = openCorpus(bench.corpus, 'write')
    const before = [livingState(corpus), linksByWave(bench)]
    const author = { actor: 'user', reason: '', now: 0 }
    const lru = (url: string) => toLru(url as Url)
    addPrefixTo(corpus, author, 'new.example', lru('http://old.example/'), { to: '2014' })
    const second = addPrefixTo(corpus, author, 'new.example', lru('http://new.example/'), { from: '2015' })
    expectInTime(corpus)
    expect(tellOf(bench)).toEqual(told)
    expect(crawlStatus(corpus)).toMatchObject({ notTheirs: { pages: 1, sites: 1, links: 2 }, links: { all: 7 } })
    // Once somebody has said who that is, what was read of it is its own.
    setEntity(corpus, author, 'old.example', { status: 'UNDECIDED' })
    expectInTime(corpus)
    expect(linksByWave(bench)).toEqual([...told.links, '2017: old.example > casino.example by http://casino.example/'])
    undoEvent(corpus, author)
    expectInTime(corpus)
    expect(tellOf(bench)).toEqual(told)
    // While the dates stand, they are two: in either direction.
    for (const [name, into] of [['new.example~2', 'new.example'] as const, ['new.example', 'new.example~2'] as const])
      expect(() => mergeEntity(corpus, author, name, into)).toThrow(/have new.example at different times.*date-prefix/)
    undoEvent(corpus, author, second!)
    expectInTime(corpus)
    datePrefix(corpus, author, 'new.example', lru('http://old.example/'), { from: '', to: '' })
    expect(linksByWave(bench)).toEqual(before[1])
    expect(bench.states()['http://old.example/']).toBe('fetched')
    corpus.close()
  })
})

describe('captures on both sides of a date', () => {
  /** The shop was another's until March 2015; of its second page nothing was kept since. The third stayed as it was: the capture of April repeats the payload of February. */
  const shop = (path: string, at: string, body: string, more: Readonly<Record<string, string>> = {}) =>
    responseOf(`http://shop.example${path}`, body, { 'WARC-Date': `${at}T00:00:00Z`, ...more })
  const same = { 'WARC-Payload-Digest': 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }
  const own = ['http://shop.example/late', 'http://shop.example/same']
  const border = [
    shop('/', '2015-02-20', linking('http://casino.example/', ...own)),
    shop('/late', '2015-02-21', linking('http://casino.example/')),
    shop('/same', '2015-02-22', linking('http://casino.example/'), same),
    warcRecord('revisit', 'http://shop.example/same', httpBlock(''), {
      'WARC-Date': '2015-04-10T00:00:00Z',
      'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
      ...same,
    }),
    shop('/', '2015-06-10', linking('http://friend.example/', ...own)),
    responseOf('http://early.example/', linking('http://shop.example/'), { 'WARC-Date': '2015-02-26T00:00:00Z' }),
  ]
  const from = { from: '2015-03-02' }
  const rowsWith = (dates: string) => [`http://shop.example/,http://shop.example${dates}`, 'http://early.example/,']
  const links = (bench: Workbench) =>
    bench
      .query<{ said: string }>(
        `SELECT DISTINCT wave.label || ': ' || source.name || ' > ' || target.name AS said
         FROM link JOIN wave JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
         WHERE ${betweenEntities()} AND ${isLiving('source')} AND ${seenInWave('wave.id')} ORDER BY 1`,
      )
      .map(({ said }) => said)
  const theirs = {
    'http://early.example/': 'fetched',
    'http://shop.example/': 'fetched',
    'http://shop.example/late': 'failed not-archived',
    'http://shop.example/same': 'fetched',
  }
  const march = (...ties: string[]) => ties.map(tie => `2015-03-10: ${tie}`)

  it('serve the owner of their own day alone, though others lie nearer; dated later it comes to the same', async () => {
    const { folder: archive, remove } = archiveFolder({ 'border.warc': Buffer.concat(border) })
    const [dated, undated] = [' (2015-03-02/..)', ''].map(dates => setUpCrawl('http://127.0.0.1:9', rowsWith(dates)))
    closing.push(remove, dated!.remove, undated!.remove)
    const wave = { fromArchive: archive, past: '2015-03-10', within: 120 }
    expect(await dated!.crawl(wave)).toBe('done')
    expect(dated!.states()).toEqual(theirs)
    // Who cited the address while it was another's cited that one.
    const early = 'early.example > shop.example~2'
    // What the revisit of April repeats was read of another's capture, and is theirs by its own date.
    const known = march(early, 'shop.example > casino.example', 'shop.example > friend.example')
    expect(links(dated!)).toEqual(known)
    const inTime = openCorpus(dated!.corpus, 'read')
    expectInTime(inTime)
    inTime.close()
    expect(dated!.pages().map(({ detail }) => detail)).toContain('nearest capture 2015-02-21, of another owner')
    const told = openCorpus(dated!.corpus, 'read')
    expect(describeStatus(dated!.corpus, crawlStatus(told), 0)).toContain('(1 of them when another had the address)')
    told.close()
    expect(dated!.query('SELECT drift_days AS days, captures FROM visit WHERE captures > 0 ORDER BY 1')).toEqual([
      { days: -12, captures: 1 },
      { days: 31, captures: 1 },
      { days: 92, captures: 1 },
    ])

    expect(await undated!.crawl(wave)).toBe('done')
    const before = march('early.example > shop.example', 'shop.example > casino.example')
    expect(links(undated!)).toEqual(before)
    const corpus = openCorpus(undated!.corpus, 'write')
    const author = { actor: 'user', reason: '', now: 0 }
    const state = livingState(corpus)
    datePrefix(corpus, author, 'shop.example', toLru('http://shop.example/' as Url), from)
    expectInTime(corpus)
    expect(links(undated!)).toEqual(march(early))
    // The pages that only such captures had led to were never heard of.
    expect(undated!.states()).toEqual({
      'http://early.example/': 'fetched',
      'http://shop.example/': 'failed not-theirs-then',
    })
    expect(crawlStatus(corpus).past).toMatchObject({ archived: 1, captures: 1 })
    undoEvent(corpus, author)
    expect([links(undated!), livingState(corpus)]).toEqual([before, state])
    expect(new Set(Object.values(undated!.states()))).toEqual(new Set(['fetched']))
    datePrefix(corpus, author, 'shop.example', toLru('http://shop.example/' as Url), from)
    corpus.close()
    undated!.seed(rowsWith(' (2015-03-02/..)'))
    expect(await undated!.crawl(wave)).toBe('done')
    expect([links(undated!), undated!.states()]).toEqual([known, theirs])
    // The other owner is of the study, too: what was read of theirs for March counts for nobody still, and in February the address is theirs.
    const reviewing = openCorpus(undated!.corpus, 'write')
    setEntity(reviewing, author, 'shop.example~2', { status: 'IN' })
    reviewing.close()
    expect(await undated!.crawl({ ...wave, past: '2015-02-22', within: 30 })).toBe('done')
    const again = openCorpus(undated!.corpus, 'read')
    expectInTime(again)
    // Evidence and archived copies of one owner are never those of the other, whose page has the same address.
    const [url, owners] = ['http://shop.example/', ['shop.example', 'shop.example~2']]
    const copies = archivedCopies(
      again,
      owners.map(source => ({ source, url })),
    )
    expect([...copies].map(([page, [copy, ...more]]) => [page, copy!.at.slice(0, 10), more])).toEqual([
      ['shop.example~2 http://shop.example/', '2015-02-20', []],
      ['shop.example http://shop.example/', '2015-06-10', []],
    ])
    const { pages } = readLinks(again, { sources: owners, targets: null }, zones, 20)
    expect(
      pages
        .filter(page => page.url === url)
        .map(({ source, links }) => [source, links.length])
        .toSorted(),
    ).toEqual([
      ['shop.example', 1],
      ['shop.example~2', 1],
    ])
    again.close()
    expect(links(undated!)).toEqual([`2015-02-22: ${early}`, '2015-02-22: shop.example~2 > casino.example', ...known])
  })

  it('are told apart in a crawl of an archive without a day, too', async () => {
    const { folder: archive, remove } = archiveFolder({ 'border.warc': Buffer.concat(border) })
    const bench = setUpCrawl('http://127.0.0.1:9', rowsWith(' (2015-03-02/..)'))
    closing.push(remove, bench.remove)
    expect(await bench.crawl({ fromArchive: archive })).toBe('done')
    expect(bench.states()).toEqual(theirs)
  })
})

/** Ties of every wave, DISCOVERED sites included, as tables in a folder; returns 'source > target'. */
async function exportTies(file: string, out: string): Promise<string[]> {
  const corpus = openCorpus(file, 'read')
  const choice = { title: 'web', statuses: ['IN', 'DISCOVERED'], zones, minWeight: 0, wave: 'all' } as const
  await exportTo('csv', out, exportCorpus(corpus, choice))
  corpus.close()
  const rows = readFileSync(join(out, 'edges.csv'), 'utf8').trim().split('\n').slice(1)
  return rows.map(row => row.split(',').slice(0, 2).join(' > ')).toSorted()
}

describe('import of a network with dated prefixes', () => {
  it('gives links to the owner of then, as they were exported', async () => {
    const bench = await crawlYears(dated, years)
    const [out, copy] = [join(bench.folder, 'tables'), join(bench.folder, 'copy.sqlite')]
    const ties = await exportTies(bench.corpus, out)
    expect(ties).toEqual(expect.arrayContaining(['fan.example > old.example', 'fan.example > new.example~2']))
    await importCorpus(
      { path: out, corpus: copy, as: undefined },
      { cwd: bench.folder, env: {}, now: () => 0, between: () => Promise.resolve() },
    )
    expect(await exportTies(copy, join(bench.folder, 'again'))).toEqual(ties)
    // An edit of something else leaves what the file told as it was.
    const corpus = openCorpus(copy, 'write')
    setEntity(corpus, { actor: 'user', reason: '', now: 0 }, 'fan.example', { note: 'seen' })
    corpus.close()
    expect(await exportTies(copy, join(bench.folder, 'again'))).toEqual(ties)
  })
})

describe('entity suggest --kind ended', () => {
  it('proposes the last day on which a page was theirs, where it is parked or of other words since', async () => {
    const titled = (title: string, language: string, ...anchors: string[]) =>
      `<!doctype html><html lang="${language}"><title>${title}</title><body>${anchors.map((text, at) => `<p><a href="http://x.example/${at}">${text}</a></p>`).join('')}</body></html>`
    const own = ['réunions publiques', 'porte à porte', 'formations militantes', 'campagne électorale']
    const { folder: ends, remove } = archiveFolder({
      'ends.warc': Buffer.concat([
        page('sold', '2012-04-20', titled('Conseil en campagne', 'fr', ...own)),
        page('sold', '2017-04-20', titled('sold.example: this domain is for sale', 'en')),
        page('taken', '2012-04-20', titled('Conseil en campagne', 'fr', ...own)),
        page('taken', '2017-04-20', titled('Best online casino games', 'en', 'poker bonus', 'roulette slots')),
        page('grown', '2012-04-20', titled('Conseil en campagne', 'fr', ...own)),
        page('grown', '2017-04-20', titled('Consulting for your campagne', 'en', ...own)),
      ]),
    })
    const bench = setUpCrawl(
      'http://127.0.0.1:9',
      ['sold', 'taken', 'grown'].map(name => `http://${name}.example/,`),
    )
    closing.push(remove, bench.remove)
    for (const year of years) await bench.crawl({ fromArchive: ends, past: `${year}-04-22`, within: 90 })
    const corpus = openCorpus(bench.corpus, 'read')
    const found = suggestions(corpus, { kinds: ['ended'], limit: 9 })
    corpus.close()
    expect(found.map(({ entities, end, reasons }) => [entities, end, reasons.map(({ sign }) => sign)])).toEqual([
      [['sold.example'], { prefix: 'sold.example', to: '2012-04-22' }, ['title', 'language', 'words']],
      [['taken.example'], { prefix: 'taken.example', to: '2012-04-22' }, ['language', 'words']],
    ])
  })
})
