import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { addName } from '#data/store/curate/name-entity.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { tagEntity } from '#data/store/curate/tag-entity.ts'
import { whyTogether } from '#graph/explain/why.ts'
import { chooseCommunity } from '#graph/explain/choose-community.ts'
import { readExplained } from '#graph/explain/read-explained.ts'
import { describeCommunity } from '#graph/explain/reckon/describe-community.ts'
import { communityInPage, whyInPage } from '#viewer/explained/explained-answer.ts'
import type { CommunityData, WhyData } from '#viewer/protocol/explained.ts'
import { mapPage, publishedData } from '#viewer/publish/map-page.ts'
import { pageText } from '#viewer/publish/page-text.ts'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'
import { analyseInvented, crawledAt, inventedSites } from './invented-network.ts'
import { largeMap } from './large-map.ts'

const place = corpusPlace()
let corpus: Corpus

beforeAll(async () => {
  corpus = await copyInventedCorpus(place.file)
})
afterAll(() => {
  corpus.close()
  place.remove()
})

const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
const script = 'console.log("<!-- </script>")'
const client = new Map([
  ['/assets/index.js', { type: '', bytes: new TextEncoder().encode(script) }],
  ['/assets/index.css', { type: '', bytes: new TextEncoder().encode('body { margin: 0 }') }],
])

/** Columns that hold words of Toile and of its measures, or codes: they say nothing of anybody. `colour` has what `entity` and `tag` have. */
const ourColumns =
  /^(meta|wave|analysis|colour|graph_value|node_value|finding|.*\.(country|kind|status|origin|state|action|command|element|zone|zone_site|version|runtime|outcome|options|content_type|published_from))/

/** Every text that people or pages gave to the corpus, of any table, with those inside its JSON. */
function textsOf(from: Corpus): string[] {
  const tables = from.sql<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
  const cells = tables.flatMap(({ name: table }) =>
    from
      .sql<Record<string, unknown>>(`SELECT * FROM "${table}"`)
      .all()
      .flatMap(row => Object.entries(row).filter(([column]) => !ourColumns.test(`${table}.${column}`))),
  )
  const texts = cells.flatMap(([, cell]) => (typeof cell === 'string' ? stringsIn(cell) : []))
  return [...new Set(texts)].filter(text => text.length > 3 && !/^[\d.:T Z-]+$/.test(text))
}

/** The text itself, or the strings that its JSON holds. */
function stringsIn(text: string): string[] {
  const walk = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value instanceof Object
        ? Object.entries(value).flatMap(([key, inner]) => (ourColumns.test(`event.${key}`) ? [] : walk(inner)))
        : []
  if (!/^[[{]/.test(text)) return [text]
  return walk(JSON.parse(text))
}

describe('publishedData(corpus, choice, options)', () => {
  it('holds the sites and ties asked for, with the degrees of these ties', () => {
    const { map, evidence } = publishedData(corpus, { ...choice, minWeight: 3 }, {})
    expect(evidence).toBeNull()
    expect(Math.min(...map.ties.weight)).toBe(3)
    const inDegree = map.columns.find(({ name }) => name === 'in_degree')!
    expect(inDegree.values).toEqual(map.ids.map((_, site) => map.ties.target.filter(target => target === site).length))
  })

  it('gives an entity outside the layout a place beside the sites that cite it', () => {
    const { map } = publishedData(corpus, { ...choice, statuses }, {})
    expect(map.ids).toHaveLength(47)
    const stranger = map.ids.indexOf('unreviewed.example')
    const citing = map.ties.source.filter((_, tie) => map.ties.target[tie] === stranger)
    const mean = (places: readonly number[]): number =>
      citing.reduce((sum, site) => sum + places[site]!, 0) / citing.length
    expect(citing.length).toBeGreaterThan(0)
    const aside = Math.hypot(map.x[stranger]! - mean(map.x), map.y[stranger]! - mean(map.y))
    expect(aside).toBeGreaterThan(10)
    expect(aside).toBeLessThan(50)
  })

  it('holds every hyperlink of its ties when asked to', () => {
    const { map, evidence } = publishedData(corpus, choice, { evidence: true })
    expect(evidence!.map(({ total }) => total)).toEqual(map.ties.links)
  })

  it('holds the ties and hyperlinks of the pages of some days alone, when asked to', () => {
    const [since, until] = ['2016-01-01', '2017-12-31']
    const whole = publishedData(corpus, choice, {})
    const { map, evidence } = publishedData(corpus, { ...choice, written: { since, until } }, { evidence: true })
    expect(evidence!.length).toBeGreaterThan(0)
    expect(map.ties.source.length).toBeLessThan(whole.map.ties.source.length)
    expect(evidence!.map(({ total }) => total)).toEqual(map.ties.links)
    const dates = evidence!.flatMap(({ pages }) => pages.map(({ published }) => published))
    expect(dates.filter(date => date < since || date > until)).toEqual([])
    expect([map.written, whole.map.written]).toEqual([`${since}..${until}`, undefined])
  })

  it('holds the columns named, and refuses a name that is none', () => {
    const { map } = publishedData(corpus, choice, { columns: 'country, typology' })
    expect(map.columns.map(({ name }) => name)).toEqual(['country', 'tag:typology'])
    expect(() => publishedData(corpus, choice, { columns: 'country,shoe_size' })).toThrow(
      "--columns: 'shoe_size' found",
    )
  })

  it('says nothing by which a site could be known when pseudonyms are asked for', () => {
    const { map, evidence } = publishedData(corpus, choice, { pseudonyms: true })
    const text = JSON.stringify(map)
    for (const { host, name } of inventedSites()) {
      expect(text).not.toContain(host)
      expect(text).not.toContain(name)
    }
    expect(text).not.toContain('invented')
    expect(text).not.toContain('go-between')
    expect(evidence).toBeNull()
    expect(() => publishedData(corpus, choice, { pseudonyms: true, evidence: true })).toThrow('exclude each other')
  })

  it('holds no text of the corpus, whatever its column, behind pseudonyms: in the bytes of the file', async () => {
    const author = { actor: 'Coder Quill', reason: 'a reason to be hidden', now: crawledAt }
    setEntity(corpus, author, 'doorstep.example', { label: 'Doorstep renamed', note: 'a note to be hidden' })
    tagEntity(corpus, author, 'doorstep.example', 'allegiance', 'hidden-allegiance')
    addName(corpus, author, 'doorstep.example', 'Doorstep of old')
    const texts = textsOf(corpus)
    expect(texts.length).toBeGreaterThan(500)
    for (const statusChoice of [choice, { ...choice, statuses }]) {
      const { text } = await mapPage.write(corpus, statusChoice, { pseudonyms: true })
      const data = /id="toile-data">(.*?)<\/script>/s.exec(text)![1]!
      expect(texts.filter(one => data.includes(one) || data.includes(JSON.stringify(one).slice(1, -1)))).toEqual([])
      for (const { host, name } of inventedSites()) {
        expect(text).not.toContain(host)
        if (name.length > 6) expect(text).not.toContain(name)
      }
      // The program's own words may say it of the demonstration.
      const page = text.replace(/<script type="module">.*?<\/script>/s, '')
      expect(page.length).toBeLessThan(text.length)
      expect(page.includes('invented')).toBe(false)
    }
  })

  it('orders sites and ties of a pseudonymous map by nothing but the network', () => {
    const { ids, ties } = publishedData(corpus, choice, { pseudonyms: true }).map
    const cited = ids.map((_, site) => ties.target.filter(target => target === site).length)
    expect(cited).toEqual(cited.toSorted((a, b) => b - a))
    const keys = ties.source.map((source, tie) => source * 1000 + ties.target[tie]!)
    expect(keys).toEqual(keys.toSorted((a, b) => a - b))
  })

  it('keeps the network as it is behind the pseudonyms', () => {
    const [open, hidden] = [
      publishedData(corpus, choice, {}).map,
      publishedData(corpus, choice, { pseudonyms: true }).map,
    ]
    const profile = ({ ids, ties, columns }: typeof open): string[] => {
      const country = columns.find(({ name }) => name === 'country')!
      return ids
        .map((_, site) => {
          const weights = ties.weight.filter((_, tie) => ties.source[tie] === site || ties.target[tie] === site)
          return JSON.stringify([country.values[site], weights.sort()])
        })
        .sort()
    }
    expect(profile(hidden)).toEqual(profile(open))
    expect(hidden.labels.slice(0, 2)).toEqual(['Site 1', 'Site 2'])
  })
})

describe('pageText(client, data)', () => {
  it('lets only its own script and style run, by their hashes, and holds strangers’ texts inert', () => {
    setEntity(corpus, { actor: 'test', reason: '', now: crawledAt }, 'doorstep.example', {
      label: '</script><script>alert(1)</script><!--',
    })
    const text = pageText(client, publishedData(corpus, choice, {}))
    const run = /<script type="module">(.*?)<\/script>/s.exec(text)![1]!
    const policy = /content="(default-src[^"]*)"/.exec(text)![1]!
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(run).digest('base64')}'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(text.match(/<script/g)).toHaveLength(2)
    expect(text.match(/<\/script>/g)).toHaveLength(2)
    const data = /id="toile-data">(.*?)<\/script>/s.exec(text)![1]!
    expect(data).not.toContain('<')
    expect((JSON.parse(data) as { map: { labels: string[] } }).map.labels).toContain(
      '</script><script>alert(1)</script><!--',
    )
  })

  it('stays under 3 MB for 1,000 sites and 10,000 ties', async () => {
    const { text } = await mapPage.write(corpus, choice, {})
    const frame = text.length - JSON.stringify(publishedData(corpus, choice, {})).length
    const data = JSON.stringify({ map: largeMap(1_000, 10_000), evidence: null })
    expect(frame + data.length).toBeLessThan(3_000_000)
  })

  it('is the same page every time, and after the same analysis made again on another day', async () => {
    const month = 30 * 86_400_000
    await analyseInvented(corpus, crawledAt + month)
    const [first, second] = [await mapPage.write(corpus, choice, {}), await mapPage.write(corpus, choice, {})]
    expect(second.text === first.text).toBe(true)
    await analyseInvented(corpus, crawledAt + 2 * month)
    expect((await mapPage.write(corpus, choice, {})).text === first.text).toBe(true)
  })
})

describe('explanations in a published page', () => {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)
  /** All that is reckoned of the graph alone, and by the runs. */
  const reckoned = (why: WhyData) => ({
    ...{ together: why.isTogether, there: why.there.ties, back: why.back.ties, runs: why.runs, stale: why.isStale },
    ...{ citers: why.citers.count, cited: why.cited?.count, unread: why.unreadThirds },
    third: [ids(why.citers.shown), ids(why.cited?.shown ?? [])],
    chains: [why.chains.there, why.chains.back].map(chain => chain?.map(({ target }) => target.id)),
    cut: [why.cut!.size, why.cut!.allOf],
    parting: [why.parting!.size, why.parting!.direct, ids(why.parting!.shown)],
    quoted: why.there.shown.map(({ quotes }) => quotes.length > 0),
  })

  it('tell what the corpus tells: of sites, of communities, with quotes and words where they were taken along', () => {
    const page = publishedData(corpus, choice, { evidence: true })
    const [a, b, c] = ['liberty-lists.example', 'turnout-engine.example', 'atelier-suffrage.example'] as const
    for (const [one, other] of [
      [a, b],
      [b, c],
      [c, a],
      [a, `community:${a}`],
      [b, `community:${c}`],
      [`community:${a}`, `community:${c}`],
    ] as const)
      // prettier-ignore
      expect(reckoned(whyInPage(page, one, other)!)).toEqual(reckoned(whyTogether(corpus, one, other)))
    expect(whyInPage(page, a, 'nobody.example')).toBeUndefined()
    const explained = readExplained(corpus)
    const here = communityInPage(page, a)!
    const there = describeCommunity(explained, chooseCommunity(corpus, lastAnalysis(corpus), a))
    // A map rounds its columns to six digits.
    const rounded = (facts: CommunityData): unknown =>
      JSON.parse(JSON.stringify(facts), (name, value: unknown) => (name === 'stability' && typeof value === 'number' ? Number(value.toPrecision(6)) : value)) // prettier-ignore
    expect(rounded(here)).toEqual(rounded(there))
    expect([here.words!.length, here.pages!.length].every(count => count > 0)).toBe(true)
  })

  it('hold no words and addresses without hyperlinks, and no community where its column is hidden', () => {
    const bare = publishedData(corpus, choice, {})
    expect(whyInPage(bare, 'liberty-lists.example', 'turnout-engine.example')).toMatchObject({ words: null })
    expect(communityInPage(bare, 'liberty-lists.example')).toMatchObject({ words: null, pages: null })
    const hidden = publishedData(corpus, choice, { evidence: true, columns: 'country' })
    expect(communityInPage(hidden, 'liberty-lists.example')).toBeUndefined()
    expect(hidden.map.analysis!.communities).toEqual([])
    expect(hidden.explained).toMatchObject({ runs: null, labels: [], words: {}, pages: {} })
    const noCountry = publishedData(corpus, choice, { columns: 'community' })
    expect(communityInPage(noCountry, 'liberty-lists.example')).toMatchObject({ countries: [], ties: { countries: [] }, brokers: [] }) // prettier-ignore
    expect(noCountry.map.analysis!.communities[0]).toMatchObject({ countries: [], kinds: [], mix: null })
    const pseudonymous = publishedData(corpus, choice, { pseudonyms: true })
    expect(pseudonymous.explained).toBeUndefined()
    expect(communityInPage(pseudonymous, 'site-1')!.members.sites.length).toBeGreaterThan(1)
    expect(JSON.stringify(communityInPage(pseudonymous, 'site-1'))).not.toContain('.example')
  })
})
