import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { nameCommunity } from '#data/store/curate/name-community.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { namingOf } from '#graph/analysis/communities/naming-of.ts'
import { chooseCommunity } from '#graph/explain/choose-community.ts'
import { describeCommunity } from '#graph/explain/reckon/describe-community.ts'
import { explainedFrom, readExplained } from '#graph/explain/read-explained.ts'
import { explainPair } from '#graph/explain/reckon/explain-pair.ts'
import { tellWhy } from '#graph/explain/commands/tell-why.ts'
import { whyCommand } from '#graph/explain/commands/why-command.ts'
import { whyTogether } from '#graph/explain/why.ts'
import { importTo } from '../exchange/import/through-corpus.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { seed, someTime } from '../../data/store/invented-corpus.ts'
import { plantedLink, plantPage } from '../../viewer/invented-network.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-why-'))
const file = join(folder, 'why.sqlite')
let corpus: Corpus
const site = (name: string): string => `${name}.example`
const hostile = '=1+1 <b>\u001b[31mred\u202e'

/** Four sites a that all cite each other, four b likewise, a1 cites b1 and u, of which no page was read. */
const cites = ['a', 'b'].flatMap(own =>
  [1, 2, 3, 4].flatMap(from =>
    [1, 2, 3, 4].filter(to => to !== from).map(to => [`${own}${from}`, `${own}${to}`] as const),
  ),
)
const bridge = [['a1', 'b1'], ['a1', 'u']] as const // prettier-ignore
const said: Readonly<Record<string, string>> = {
  a: 'les données de campagne ouvrent la carte',
  b: 'un institut de sondage publie la moyenne',
}

const analyse = (open: Corpus): Promise<unknown> =>
  analyseCorpus(open, { seed: 1, statuses: ['IN'], zones, weight: 'binary', runs: 20, resolution: 1 }, () => someTime, () => undefined) // prettier-ignore

beforeAll(async () => {
  corpus = openCorpus(file, 'create')
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'test' }, someTime)
  const sites = [...new Set([...cites, ...bridge].flat())]
  storeSeeds(corpus, sites.map(name => seed(`https://${site(name)}/`, { country: name.startsWith('a') ? 'FR' : name === 'u' ? '' : 'US' })), someTime) // prettier-ignore
  for (const [nth, [from, to]] of [...cites, ...bridge].entries())
    plantPage(corpus, {
      url: `https://${site(from)}/p${nth}`, title: `Page ${nth}`, published: '2020-01-01', language: 'fr',
      links: [plantedLink(0, `https://${site(to)}/about`, { anchor: to, context: to === 'b1' && from === 'a1' ? hostile : `${said[from[0]!]} ${to}.` })],
    }, someTime) // prettier-ignore
  await analyse(corpus)
})
afterAll(() => {
  corpus.close()
  rmSync(folder, { recursive: true, force: true })
})

// Chances: solved apart by scipy 1.17.1 on the degrees, tails summed by numpy.
describe('whyTogether(corpus, one, other)', () => {
  it('tells two sites of one community: citers and cited against their degrees, the runs, the cut', () => {
    const why = whyTogether(corpus, site('a1'), site('a2'))
    expect(why).toMatchObject({ isTogether: 'yes', origin: 'hyperlinks', isStale: false, unreadThirds: 1 })
    expect(why.there.ties).toMatchObject({ observed: 1, side: 'more', expected: expect.closeTo(0.6594, 3) })
    expect(why.there.shown[0]!.quotes[0]!.sentence).toBe('les données de campagne ouvrent la carte a2.')
    expect(why.citers.count).toMatchObject({ observed: 2, expected: expect.closeTo(1.0046, 3), p: expect.closeTo(0.26506, 3) }) // prettier-ignore
    expect(why.citers.shown.map(({ id }) => id)).toEqual([site('a3'), site('a4')])
    expect(why.cited!.count).toMatchObject({ observed: 2, expected: expect.closeTo(1.7213, 3), p: expect.closeTo(0.55114, 3) }) // prettier-ignore
    expect(why.runs).toMatchObject({ share: 1, never: 0 })
    expect(why.runs!.always).toBe(why.runs!.runs)
    // a2 has three ties, direction ignored: all that it has.
    expect(why.cut).toMatchObject({ size: 3, allOf: 'other' })
    // In one community, and neither has a tie with the other one: a1 has.
    expect(why.leanings.map(({ end, kind, ties: { observed } }) => `${end} ${kind} ${observed}`)).toEqual(['one own 7', 'one next 1', 'other own 6']) // prettier-ignore
    // Two thirds stand between them, and each cites the other.
    expect(why.parting).toMatchObject({ size: 2, direct: 1 })
    expect(why.parting!.shown.map(({ id }) => id)).toEqual([site('a3'), site('a4')])
  })

  it('tells why two sites are apart: nothing between them, one chain and one tie that parts them', () => {
    const why = whyTogether(corpus, site('a2'), site('b2'))
    expect(why.isTogether).toBe('no')
    expect(why.there.ties).toMatchObject({ observed: 0, expected: expect.closeTo(0.38674, 3), side: 'fewer' })
    expect(why.there.ties!.p).toBeCloseTo(1 - 0.38674, 3)
    const chain = why.chains.there!.map(({ source, target }) => `${source.label}>${target.label}`)
    expect(chain).toEqual([`${site('a2')}>${site('a1')}`, `${site('a1')}>${site('b1')}`, `${site('b1')}>${site('b2')}`])
    expect(why.chains.there![1]!.quotes[0]!.sentence).toBe(hostile)
    expect(why.chains.back).toBeNull()
    expect(why.runs).toMatchObject({ always: 0, share: 0 })
    const near = (expected: number, p: number) => ({ expected: expect.closeTo(expected, 3), p: expect.closeTo(p, 3) }) as object // prettier-ignore
    expect(why.leanings).toMatchObject([
      { end: 'one', kind: 'own', text: 'community:a1.example', sites: 4, ties: { observed: 6, ...near(2.7361, 0.01164) } },
      { end: 'one', kind: 'asked', text: 'community:b1.example', sites: 4, ties: { observed: 0, ...near(3.2639, 0.01462) } },
      { end: 'other', kind: 'own', sites: 3, ties: { observed: 6, ...near(2.4904, 0.00488) } },
      { end: 'other', kind: 'asked', sites: 5, ties: { observed: 0, side: 'fewer', ...near(3.5096, 0.00932) } },
    ]) // prettier-ignore
    expect(why.cut!.shown.map(pair => pair.map(({ id }) => id))).toEqual([[site('a1'), site('b1')]])
    expect(why.cut!.allOf).toBeNull()
    // a1, and b1 behind it, each alone: the one nearer to the first.
    expect(why.parting).toMatchObject({ size: 1, direct: 0 })
    const [parting] = why.parting!.shown
    expect(parting!.id).toBe(site('a1'))
    expect(parting!.way.map(({ quotes }) => quotes[0]!.sentence)).toContain(hostile)
  })

  it('tells two communities, and a site with one: its own without it', () => {
    const why = whyTogether(corpus, 'community:a1.example', 'community:b1.example')
    expect(why.isTogether).toBe('communities')
    expect(why.there.ties).toMatchObject({ observed: 1, expected: expect.closeTo(7.8491, 2), side: 'fewer' })
    expect(why.there.ties!.p / 0.00020664).toBeCloseTo(1, 1)
    // Inside each: what leads across is told of the pair.
    expect(why.leanings.map(({ kind, ties }) => [kind, ties.observed, Number(ties.expected.toFixed(2))])).toEqual([['own', 13, 6.15], ['own', 12, 5.15]]) // prettier-ignore
    // Whom nobody read is of the first community, as a1 cites it: b cites it by chance 0.4246 times.
    expect(why.back.ties).toMatchObject({ observed: 0, expected: expect.closeTo(6.4245 + 0.4246, 2) })
    const own = whyTogether(corpus, site('a2'), 'community:a1.example')
    expect(own).toMatchObject({ isTogether: 'yes', one: { kind: 'site' }, other: { kind: 'community' } })
    expect(own.there.ties!.observed).toBe(3)
    expect(own.leanings.map(({ end, kind, ties }) => `${end} ${kind} ${ties.observed}`)).toEqual(['one own 6'])
    const other = whyTogether(corpus, site('a2'), 'community:b1.example')
    // a1 alone cites a2 and one of b.
    expect(other.citers.count).toMatchObject({ observed: 1, expected: expect.closeTo(1.3445, 3), side: 'fewer', p: expect.closeTo(0.5851, 3) }) // prettier-ignore
    expect(other.words![0]).toMatchObject({ language: 'fr', sentences: { one: 3 } })
  })

  it('never takes an unread site for one that cites nobody', () => {
    const why = whyTogether(corpus, site('u'), site('a1'))
    expect(why.there).toMatchObject({ ties: null, unread: 1 })
    expect(why.cited).toBeNull()
    expect(why.back.ties).toMatchObject({ observed: 1 })
    const told = tellWhy(why)
    expect(told).toMatch(/Chain from .*: not known, as no page of .* was read\./)
    expect(told).not.toMatch(/No chain|Nothing leads/)
    // It is in no community: runs say nothing of it.
    if (why.isTogether === 'none') expect(told).not.toContain('runs of the search')
  })

  it('answers each further question of what it read for the first as it would alone', () => {
    const explained = readExplained(corpus)
    for (const [one, other] of [['a1', 'b1'], ['a2', 'a3'], ['b1', 'a1']] as const) // prettier-ignore
      expect(explainPair(explainedFrom(corpus, explained), site(one), site(other))).toEqual(whyTogether(corpus, site(one), site(other))) // prettier-ignore
    const own = explainPair(explainedFrom(corpus, explained), site('a2'), 'community:b1.example')
    expect(own.words).toEqual(whyTogether(corpus, site('a2'), 'community:b1.example').words)
    expect(own.words!.length).toBeGreaterThan(0)
  })

  it.each([
    ['nobody.example', 'a1.example', "'nobody.example' is neither a site"],
    ['a1.example', 'community:77', "'community:77' is neither a site"],
    ['a1.example', 'a1.example', 'one and the same'],
    ['community:a1.example', 'community:a2.example', 'one and the same'],
  ])('refuses %s and %s', (one, other, sentence) => expect(() => whyTogether(corpus, one, other)).toThrow(sentence))

  it('says of a corpus that was never analysed what its ties say', () => {
    const copy = openCorpus(join(folder, 'bare.sqlite'), 'create')
    copy.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
    beginRun(copy, { command: 'crawl', waveId: 1, options: {}, version: 'test' }, someTime)
    storeSeeds(
      copy,
      ['one', 'two'].map(name => seed(`https://${site(name)}/`)),
      someTime,
    )
    expect(whyTogether(copy, site('one'), site('two'))).toMatchObject({
      ...{
        isTogether: 'none',
        runs: null,
        words: [],
        cut: { size: 0 },
        parting: { size: 0, direct: 0 },
        chains: { there: null },
      },
      there: { ties: { observed: 0, expected: 0 } },
    })
    copy.close()
  })

  it('says of a network that came as a file that it has no quotes, and no words', async () => {
    const list = join(folder, 'edges.csv')
    writeFileSync(list, 'source,target\na,b\nb,c\nc,a\nd,a\nd,b\n')
    const imported = join(folder, 'imported.sqlite')
    await importTo(imported, list, {})
    const open = openCorpus(imported, 'write')
    open.sql(`UPDATE entity SET status = 'IN'`).run()
    await analyse(open)
    const why = whyTogether(open, 'a', 'b')
    expect(why).toMatchObject({ origin: 'file', words: [], there: { ties: { observed: 1 }, links: 0 } })
    expect(why.there.shown[0]).toMatchObject({ links: 0, quotes: [] })
    expect(why.citers.shown.map(({ id }) => id)).toEqual(['d'])
    open.close()
  })
})

describe('describeCommunity(explained, number)', () => {
  it('tells its sites and core, ties against chance, pages, and names that might be given', () => {
    nameCommunity(
      corpus,
      { actor: 'user', reason: '', now: someTime },
      namingOf(corpus, { site: site('b1') }, 'Instituts'),
    )
    const explained = readExplained(corpus)
    const facts = describeCommunity(explained, chooseCommunity(corpus, lastAnalysis(corpus), 'Instituts'))
    expect(facts).toMatchObject({ given: 'Instituts', text: 'community:b1.example', kept: { sites: 4, left: 4, warning: '' }, countries: [['US', 4]] }) // prettier-ignore
    expect(facts.members).toMatchObject({ coreDegree: 3 })
    expect(facts.members.sites[0]).toMatchObject({ id: site('b1'), citing: 3, cited: 3, outside: 1, communities: 1, isCore: true, stability: 1 }) // prettier-ignore
    expect(facts.ties.inside).toMatchObject({ observed: 12, side: 'more' })
    expect(facts.members.bridges).toEqual([
      { id: site('b1'), label: site('b1'), communities: 1, outside: { observed: 1, side: 'fewer', expected: expect.closeTo(3.1662, 3) as number, p: expect.closeTo(0.03645, 3) as number } },
    ]) // prettier-ignore
    const [other] = facts.ties.communities
    expect(other).toMatchObject({ group: { text: 'community:a1.example' }, out: { observed: 0 }, in: { observed: 1, side: 'fewer' } }) // prettier-ignore
    expect(facts.pages![0]).toMatchObject({ url: `https://${site('b1')}/about`, citing: 4, links: 4 })
    expect(facts.suggestions.length).toBeGreaterThan(0)
  })
})

describe('toile why', () => {
  const run = async (...args: readonly string[]): Promise<string> => {
    let out = ''
    const surroundings = quietSurroundings(folder, { out: text => void (out += text) })
    await whyCommand(surroundings)
      .exitOverride()
      .parseAsync(['node', 'toile', ...args, '--corpus', file])
    return out
  }

  it('tells it in sentences without control characters, as JSON, and as a table that no spreadsheet runs', async () => {
    const told = await run('a2.example', 'b2.example')
    expect(told).toContain('apart, in communities')
    expect(told).not.toContain('\u001b')
    expect(JSON.parse(await run('a2.example', 'b2.example', '--json'))).toMatchObject({ isTogether: 'no' })
    const rows = parse<Record<string, string>>(await run('a2.example', 'b2.example', '--csv'), { columns: true })
    expect(rows.filter(({ fact }) => fact === 'chain')).toHaveLength(3)
    expect(rows.find(({ fact, source }) => fact === 'chain' && source === 'a1.example')!['text']).toMatch(/^'=1\+1/)
    expect(rows.find(({ fact }) => fact === 'ties_to_drop')).toMatchObject({ observed: '1' })
    expect(rows.find(({ fact }) => fact === 'ties_with_community')).toMatchObject({ source: 'a2.example', target: 'community:a1.example', observed: '6' }) // prettier-ignore
    const contract = readFileSync(join(import.meta.dirname, '..', '..', '..', 'CONTRACT.md'), 'utf8')
    const section = contract.slice(contract.indexOf('### why --csv')).split('\n### ', 2)[0]
    for (const { fact = '' } of rows) expect(section).toContain(`\`${fact.replace(/_(?:fr|en)$/, '_fr')}\``)
    expect(rows.find(({ fact }) => fact === 'site_to_drop')).toMatchObject({ source: 'a1.example' })
    expect(rows.filter(({ fact }) => fact === 'way_by_site')).toHaveLength(3)
    await expect(run('a2.example', 'b2.example', '--csv', '--json')).rejects.toThrow('expected one of them')
  })
})
