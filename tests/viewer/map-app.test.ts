import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { EntityData } from '#viewer/protocol/entity.ts'
import type { EvidenceData, LinksData } from '#viewer/protocol/evidence.ts'
import type { MapData, SearchData, TiesData, TimelineData } from '#viewer/protocol/map.ts'
import type { SaidData, WordsData } from '#viewer/protocol/words.ts'
import { foldText } from '#data/vocabulary/fold-text.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { createMapApp } from '#viewer/server/map-app.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'
import { crawledAt } from './invented-network.ts'

const place = corpusPlace()
let corpus: Corpus
let served: ServedMap
const page = new TextEncoder().encode('<!doctype html><title>invented</title>')
const client = new Map([['/index.html', { type: 'text/html; charset=utf-8', bytes: page }]])

beforeAll(async () => {
  corpus = await copyInventedCorpus(place.file)
  served = await serveMap(
    {
      corpus,
      file: 'invented.sqlite',
      title: 'invented',
      now: () => crawledAt,
      client,
      openForChanges: () => corpus,
      err: text => void process.stderr.write(text),
      jobs: createJobs([process.execPath], {}),
    },
    { port: 0 },
  )
})
afterAll(async () => {
  await served.close()
  corpus.close()
  place.remove()
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** By node:http, which lets a test say any Host. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(new URL(path, served.address), { method, headers, agent: false }, response => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject).end()
  })

const read = async <Data>(path: string): Promise<Data> => JSON.parse((await ask(path)).body) as Data

describe('the map’s server', () => {
  it('listens on 127.0.0.1 and says so', () => {
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  it.each([
    ['its own address', {}, 200],
    ['localhost', { host: 'localhost:PORT' }, 200],
    ['a name that a stranger pointed at 127.0.0.1', { host: 'evil.example' }, 421],
    ['another port of this machine', { host: '127.0.0.1:1' }, 421],
    ['its own page', { origin: 'http://127.0.0.1:PORT', 'sec-fetch-site': 'same-origin' }, 200],
    ['a script of another page', { origin: 'https://evil.example' }, 403],
    ['a page in a sandbox', { origin: 'null' }, 403],
    ['an image on another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a link on another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    ['another server of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 403],
  ])('answers %s with the right status', async (_, headers, status) => {
    const { port } = new URL(served.address)
    const own = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value).replace('PORT', port)]),
    )
    const answer = await ask('/', own)
    expect(answer.status).toBe(status)
    expect(answer.body.includes('invented')).toBe(status === 200)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s, whatever the path', async method => {
    expect((await ask('/api/map', {}, method)).status).toBe(405)
  })

  it.each(['/', '/api/map', '/api/entity?id=nobody', '/nothing/here', '/../package.json', '/%2e%2e/package.json'])(
    'sends %s with a policy that runs nothing else, unsniffed and uncached',
    async path => {
      const { headers, body } = await ask(path)
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(body).not.toContain('"dependencies"')
    },
  )

  it('gives the sites and ties of the last analysis, columns parallel to the ids', async () => {
    const map = await read<MapData>('/api/map')
    expect(map.ids).toHaveLength(44)
    expect(map.ids).toEqual([...map.ids].sort())
    for (const column of map.columns) expect(column.values).toHaveLength(44)
    const country = map.columns.find(({ name }) => name === 'country')!
    expect(
      country.kind === 'category' && country.categories.slice(0, 2).map(({ value, count }) => [value, count]),
    ).toEqual([
      ['FR', 20],
      ['US', 20],
    ])
    expect(map.ties.source).toHaveLength(map.ties.weight.length)
    const edges = map.analysis!.values.find(({ measure }) => measure === 'edges')!.value
    expect(map.ties.source).toHaveLength(edges!)
  })

  it('sees what another program has written since', async () => {
    const label = (map: MapData): string => map.labels[map.ids.indexOf('doorstep.example')]!
    expect(label(await read('/api/map'))).toBe('Doorstep')
    setEntity(corpus, { actor: 'test', reason: '', now: crawledAt }, 'doorstep.example', { label: 'Doorstep & Co' })
    expect(label(await read('/api/map'))).toBe('Doorstep & Co')
  })

  it('knows entities outside the map, and says nothing of strangers', async () => {
    const entity = await read<EntityData>('/api/entity?id=unreviewed.example')
    expect(entity).toMatchObject({ status: 'DISCOVERED', citedByTotal: 1, citesTotal: 0 })
    expect(entity.citedBy.map(({ id, pages, links }) => [id, pages, links])).toEqual([
      ['cabinet-mistral.example', 1, 1],
    ])
    expect(await read('/api/entity?id=nobody.example')).toBeNull()
  })

  it('counts the same hyperlinks in a tie, in both panels of its ends, and in its evidence', async () => {
    const map = await read<MapData>('/api/map')
    for (const tie of [0, 50, 100]) {
      const [source, target] = [map.ids[map.ties.source[tie]!]!, map.ids[map.ties.target[tie]!]!]
      const evidence = await read<EvidenceData>(`/api/evidence?source=${source}&target=${target}&limit=1000`)
      const cites = (await read<EntityData>(`/api/entity?id=${source}`)).cites.find(({ id }) => id === target)!
      const citedBy = (await read<EntityData>(`/api/entity?id=${target}`)).citedBy.find(({ id }) => id === source)!
      const [links, pages] = [map.ties.links[tie], map.ties.pages[tie]]
      expect([cites.links, citedBy.links, evidence.total]).toEqual([links, links, links])
      expect([cites.pages, citedBy.pages]).toEqual([pages, pages])
    }
  })

  it('gathers the hyperlinks of a site, and of a cell of the matrix, by source page', async () => {
    const all = (await ask('/api/links.csv?from=cabinet-mistral.example')).body.trimEnd().split('\n').slice(1)
    const from = await read<LinksData>('/api/links?from=cabinet-mistral.example&limit=1000')
    expect(from.total).toBe(all.length)
    const cites = (await read<EntityData>('/api/entity?id=cabinet-mistral.example')).cites
    expect(from.total).toBe(cites.reduce((sum, { links }) => sum + links, 0))
    for (const page of from.pages) {
      expect(page.source).toBeUndefined()
      for (const link of page.links) expect(cites.map(({ id }) => id)).toContain(link.target)
    }
    expect(new Set(from.pages.map(({ url }) => url)).size).toBe(from.pages.length)
    const to = await read<LinksData>('/api/links?to=unreviewed.example')
    expect([to.total, to.pages[0]?.source]).toEqual([1, 'cabinet-mistral.example'])

    const map = await read<MapData>('/api/map')
    const country = map.columns.find(({ name }) => name === 'country')!
    const valueOf = (site: number): string =>
      country.kind === 'category' ? (country.categories[country.values[site]!]?.value ?? '') : ''
    const inCell = [...map.ties.source.keys()].filter(
      tie => valueOf(map.ties.source[tie]!) === 'US' && valueOf(map.ties.target[tie]!) === 'FR',
    )
    const cell = await read<LinksData>('/api/links?column=country&row=US&col=FR&limit=1000')
    expect(cell.total).toBe(inCell.reduce((sum, tie) => sum + map.ties.links[tie]!, 0))
    expect(cell.total).toBeGreaterThan(0)
    const content = await read<LinksData>('/api/links?column=country&row=US&col=FR&zone=content&limit=1000')
    expect(content.pages.flatMap(({ links }) => links.map(({ zone }) => zone))).toEqual(
      Array.from({ length: new Map(cell.byZone).get('content')! }, () => 'content'),
    )
    expect(content.templates).toEqual([])
    for (const query of ['', '?column=pagerank&row=1&col=2', '?to=a.example&zone=margin'])
      expect((await ask(`/api/links${query}`)).status, query).toBe(400)
  })

  it('counts the ties anew for some zones, between the same sites', async () => {
    const map = await read<MapData>('/api/map')
    const all = zones.map(zone => `zone=${zone}`).join('&')
    expect(await read<TiesData>(`/api/ties?${all}`)).toEqual(map.ties)
    const [content, roll] = [
      await read<TiesData>('/api/ties?zone=content'),
      await read<TiesData>('/api/ties?zone=blogroll'),
    ]
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
    expect(sum(content.links)).toBe(map.ties.zones.content)
    expect(sum(roll.links)).toBe(map.ties.zones.blogroll)
    expect(new Set(roll.weight)).toEqual(new Set([1]))
  })

  it('counts only links of pages published in the months asked for', async () => {
    const { months, undated } = await read<TimelineData>('/api/timeline')
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
    const between = (since: string, until: string): number =>
      sum(months.filter(({ month }) => month >= since && month <= until).map(({ links }) => links))
    const counted = async (query: string): Promise<number> => sum((await read<TiesData>(`/api/ties?${query}`)).links)
    expect(await counted('since=2015-03&until=2017-06')).toBe(between('2015-03', '2017-06'))
    const halves = ['since=2015-03-01&until=2016-05-14', 'since=2016-05-15&until=2017-06-30'].map(counted)
    expect(sum(await Promise.all(halves))).toBe(between('2015-03', '2017-06'))
    expect((await ask('/api/ties?since=2015-02-30')).status).toBe(400)
    expect(await counted('since=2015-03')).toBe(between('2015-03', '9999-12'))
    expect(await counted('until=2013-01')).toBe(between('0000-00', '2013-01'))
    expect((await read<MapData>('/api/map')).corpus.links).toBe(between('0000-00', '9999-12') + undated + 3)
    expect((await ask('/api/ties?since=yesterday')).status).toBe(400)
    expect((await ask('/api/ties?wave=never')).status).toBe(400)
  })

  it('finds words in link texts and page titles, accents and case ignored', async () => {
    const found = await read<SearchData>(`/api/search?q=${encodeURIComponent('DONNEES Citoyennes')}`)
    expect(found.total).toBeGreaterThan(0)
    for (const { text } of found.ties) expect(text).toContain('Données citoyennes')
    expect(await read('/api/search?q=%25_%27--')).toEqual({ ties: [], total: 0, more: false })
    expect(await read('/api/search?q=')).toEqual({ ties: [], total: 0, more: false })
  })

  it('tells the words by which a site’s citations stand out, each with its times; nothing of a stranger', async () => {
    const { languages } = await read<WordsData>('/api/words?id=cabinet-mistral.example')
    const words = languages.flatMap(({ words: own }) => own)
    expect(words.length).toBeGreaterThan(0)
    for (const { term, times, score } of words) {
      expect(score).toBeGreaterThanOrEqual(2)
      expect(times).toBeGreaterThan(0)
      expect((await read<SearchData>(`/api/search?q=${encodeURIComponent(term)}`)).total).toBeGreaterThan(0)
    }
    expect(await read('/api/words?id=nobody')).toEqual({ languages: [] })
    // No text of a page is kept here: nothing is claimed of whom a site resembles, nor of what its pages say.
    for (const query of ['id=cabinet-mistral.example', 'source=a&target=b'])
      expect(await read(`/api/similar?${query}`)).toEqual({ kept: false, languages: [] })
    expect((await ask('/api/similar?source=a')).status).toBe(400)
    const { source, unread } = await read<TiesData>('/api/ties?as=similar')
    expect([source, unread?.length]).toEqual([[], 44])
    for (const query of ['ties?as=similar&wave=never', 'similar-pages?source=a&target=b&language=xx&word=campagne'])
      expect((await ask(`/api/${query}`)).status, query).toBe(400)
    expect(await read('/api/similar-pages?source=a&target=b&language=fr&word=campagne')).toEqual({
      sites: [{ id: 'a', pages: 0, shown: [] }, { id: 'b', pages: 0, shown: [] }], // prettier-ignore
    })
    expect(await read('/api/search-pages?q=campagne')).toBe(null)
    expect(await read('/api/words?id=cabinet-mistral.example&wave=never')).toEqual({ languages: [] })
  })

  it('tells the words of a tie, a direction, a community, some sites; and every tie whose sentences hold one', async () => {
    const told = async (query: string) => {
      const { languages } = await read<WordsData>(`/api/words?${query}`)
      return languages.flatMap(({ words }) => words)
    }
    const french = await told('column=country&row=FR&col=US')
    expect(french.length).toBeGreaterThan(0)
    for (const query of ['column=community&row=1', 'site=cabinet-mistral.example&site=donnees-citoyennes.example'])
      expect((await told(query)).length, query).toBeGreaterThan(0)
    // One site's words are those that it has against all, whichever way it is asked.
    const single = await told('site=cabinet-mistral.example')
    expect(single).toEqual(await told('id=cabinet-mistral.example'))
    expect((await ask('/api/words?column=country')).status).toBe(400)
    const { ids, source, target, links } = await read<SaidData>(
      `/api/said?q=${encodeURIComponent(`"${french[0]!.term}"`)}`,
    )
    expect(source.length).toBeGreaterThan(0)
    for (const [at, from] of source.entries()) {
      const tie = new URLSearchParams({ source: ids[from]!, target: ids[target[at]!]!, limit: '1000' })
      const { pages, templates } = await read<EvidenceData>(`/api/evidence?${tie}`)
      const texts = [...pages.flatMap(page => page.links), ...templates].map(({ anchor, context }) =>
        foldText(`${anchor} ${context}`),
      )
      expect(texts.filter(text => text.includes(foldText(french[0]!.term))).length).toBeGreaterThan(0)
      expect(links[at]).toBeGreaterThan(0)
    }
  })

  it('gives the hyperlinks of a tie as a table, one row each, formulas disarmed', async () => {
    const answer = await ask('/api/evidence.csv?source=turnout-engine.example&target=precinct-labs.example')
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="turnout-engine.example-precinct-labs.example.csv"',
    )
    const [header, ...rows] = answer.body.trimEnd().split('\n')
    expect(header).toBe(
      'source,target,source_url,target_url,href,anchor,context,zone,rel,element,first_seen,last_seen,memento',
    )
    const query = '/api/evidence?source=turnout-engine.example&target=precinct-labs.example'
    expect(rows).toHaveLength((await read<EvidenceData>(query)).total)
    const hostile = await ask('/api/evidence.csv?source=%0d%0aset-cookie:x&target=%22')
    expect(hostile.headers['content-disposition']).toBe('attachment; filename="_set-cookie_x-_.csv"')
  })

  it('refuses a zone that is none', async () => {
    expect((await ask('/api/evidence?source=a&target=b&zone=margin')).status).toBe(400)
  })

  it('gives of a tie the hyperlinks of the dates that the map shows, to the day, in panel, table and lists', async () => {
    const months = 'since=2016-01-10&until=2017-12-20'
    const isWithin = (published: string): boolean => published >= '2016-01-10' && published <= '2017-12-20'
    const { ids } = await read<MapData>('/api/map')
    const ties = await read<TiesData>(`/api/ties?${months}`)
    expect(ties.source.length).toBeGreaterThan(10)
    for (const tie of ties.source.keys()) {
      const query = `source=${ids[ties.source[tie]!]}&target=${ids[ties.target[tie]!]}&${months}&limit=1000`
      const evidence = await read<EvidenceData>(`/api/evidence?${query}`)
      expect([evidence.total, evidence.templates], query).toEqual([ties.links[tie], []])
      for (const { published } of evidence.pages) expect(isWithin(published), published).toBe(true)
    }
    const site = ids[ties.source[0]!]!
    const listed = await read<LinksData>(`/api/links?from=${site}&${months}&limit=1000`)
    for (const { published } of listed.pages) expect(isWithin(published), published).toBe(true)
    expect(listed.total).toBeGreaterThan(0)
    expect(listed.total).toBeLessThan((await read<LinksData>(`/api/links?from=${site}`)).total)
    const table = (await ask(`/api/links.csv?from=${site}&${months}`)).body.trimEnd().split('\n')
    expect(table).toHaveLength(listed.total + 1)
  })
})

describe('a corpus in which a stranger wrote bytes for words', () => {
  it('is told in one sentence, as often as it is met', async () => {
    const other = corpusPlace()
    const odd = await copyInventedCorpus(other.file)
    odd.sql(`UPDATE page SET url = x'ff00ff'`).run()
    let said = ''
    const app = createMapApp({
      corpus: odd,
      file: 'odd.sqlite',
      title: 'odd',
      now: () => crawledAt,
      client,
      openForChanges: () => odd,
      err: text => void (said += text),
      jobs: createJobs([process.execPath], {}),
      isHost: () => true,
      token: null,
      password: null,
      session: 'x',
    })
    for (let time = 0; time < 2; time += 1) expect((await app.request('http://a.example/api/review')).status).toBe(500)
    expect(said.split('\n')).toEqual([...Array(2).fill(expect.stringMatching(/page\.url holds what is no TEXT/)), ''])
    odd.close()
    other.remove()
  })
})
