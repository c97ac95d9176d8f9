import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { keepPageText } from '#data/store/visits/page-texts.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { writeCsv } from '#graph/exchange/write/write-csv.ts'
import { writeGexf } from '#graph/exchange/write/write-gexf.ts'
import { writeGraphml } from '#graph/exchange/write/write-graphml.ts'
import { cosinesOf, likenessOf, nearestOf, sitesOfWords } from '#graph/words/similar/compare-sites.ts'
import { countSiteWords } from '#graph/words/similar/count-site-words.ts'
import { resemblanceOfSites } from '#graph/words/similar/resemblance-of-sites.ts'
import { nearestPairs } from '#graph/words/similar/similar-ties.ts'
import { weighWords } from '#graph/words/similar/weigh-words.ts'
import { wordsCommand } from '#graph/words/words-command.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { tiesOfLayer } from '#viewer/server/ties/ties-of-layer.ts'
import { readSayingPages } from '#viewer/server/words/read-saying-pages.ts'
import { readSimilar } from '#viewer/server/words/read-similar.ts'
import { seed, someTime } from '../../data/store/invented-corpus.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { plantPage } from '../../viewer/invented-network.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-similar-'))
const file = join(folder, 'alike.sqlite')
let corpus: Corpus

/** Site → its pages, each a language and its blocks. */
const said: Readonly<Record<string, readonly (readonly [language: string, ...blocks: string[]])[]>> = {
  // f: voter 2, campaign 1. The second page repeats a block, which counts once.
  a: [
    ['en', 'The voter and the campaign.', 'A voter!'],
    ['en', 'A voter!'],
  ],
  // f: voter 1, soup 1
  b: [['en', 'Voter or soup?']],
  // f: campaign 3, soup 1, and numbers, which are none.
  c: [
    ['en', 'Campaign, campaign, campaign 2012: soup 7.'],
    ['fr', 'Des électeurs.'],
  ],
  d: [['fr', 'Les électeurs et la soupe']],
  // Read, and no text is kept.
  e: [],
}
const [one, two, three] = ['a', 'b', 'c'].map(name => `${name}.example`) as [string, string, string]

beforeAll(() => {
  corpus = openCorpus(file, 'create')
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'test' }, someTime)
  storeSeeds(corpus, Object.keys(said).map(name => seed(`https://${name}.example/`)), someTime) // prettier-ignore
  for (const [name, pages] of Object.entries(said))
    for (const [nth, [language, ...blocks]] of (pages.length > 0 ? pages : [['en']]).entries()) {
      const url = `https://${name}.example/${nth}`
      plantPage(corpus, { url, title: 'A page', published: '', language: language!, links: [] }, someTime)
      const visit = corpus.sql<number>('SELECT max(id) FROM visit').pluck().get() as unknown as number
      if (blocks.length > 0) keepPageText(corpus, visit, blocks.join('\n'))
    }
})
afterAll(() => {
  corpus.close()
  rmSync(folder, { recursive: true, force: true })
})

/**
 * By hand, n = 3 sites in English, each of the three words said by two: rarity r = ln(4/3) + 1 of all, so it falls out of every cosine.
 * a: voter 1 + ln 2, campaign 1; b: 1, 1; c: campaign 1 + ln 3, soup 1.
 */
const [v, k] = [1 + Math.log(2), 1 + Math.log(3)]
const lengths = { a: Math.hypot(v, 1), b: Math.SQRT2, c: Math.hypot(k, 1) }
const byHand = {
  ab: v / (lengths.a * lengths.b),
  ac: k / (lengths.a * lengths.c),
  bc: 1 / (lengths.b * lengths.c),
}

let noted = ''
const run = async (...args: readonly string[]): Promise<string> => {
  let out = ''
  noted = ''
  await wordsCommand(quietSurroundings(folder, { out: text => void (out += text), err: text => void (noted += text) }))
    .exitOverride()
    .parseAsync(['--corpus', file, ...args], { from: 'user' })
  return out
}

describe('sites by the words of their own pages', () => {
  it('are as alike as worked out by hand: repeated blocks once, one language at a time', () => {
    const words = countSiteWords(corpus, { statuses: ['IN'] })
    const vectors = weighWords(words.en)
    expect(vectors.sites).toHaveLength(3)
    const cosine = (a: number, b: number): number => likenessOf(vectors, a, b, 9).cosine
    expect(cosine(0, 1)).toBeCloseTo(byHand.ab, 12)
    expect(cosine(0, 2)).toBeCloseTo(byHand.ac, 12)
    expect(cosine(1, 2)).toBeCloseTo(byHand.bc, 12)
    // What a calculator gives for 1.693147 / (1.966394 · 1.414214), and so on.
    expect([byHand.ab, byHand.ac, byHand.bc].map(value => value.toFixed(4))).toEqual(['0.6088', '0.4591', '0.3042'])
    // Both say the one word alone: it makes all of the cosine.
    expect(likenessOf(vectors, 0, 1, 9)).toMatchObject({ words: ['voter'], shares: [expect.closeTo(byHand.ab, 12)] })
    const turned = sitesOfWords(vectors)
    for (const site of [0, 1, 2]) {
      const all = cosinesOf(vectors, turned, site)
      for (const other of [0, 1, 2]) expect(all[other]).toBeCloseTo(site === other ? 0 : cosine(site, other), 12)
    }
    expect(nearestOf(cosinesOf(vectors, turned, 0), 1)).toEqual([1])
    expect(weighWords(words.fr).sites).toHaveLength(2)
  })

  it('weigh a rare word more than a common one', () => {
    const forms = ['', '', 'common', 'rare', 'own']
    const vectors = weighWords({
      language: 'en',
      sites: [1, 2, 3],
      starts: Int32Array.of(0, 2, 4, 6),
      words: Int32Array.of(2, 3, 2, 3, 2, 4),
      counts: Int32Array.of(1, 1, 1, 1, 1, 1),
      forms,
    })
    // Rarities: common ln(4/4) + 1 = 1, rare ln(4/3) + 1, own ln(4/2) + 1.
    const [rare, own] = [Math.log(4 / 3) + 1, Math.log(2) + 1]
    const alike = 1 + rare * rare
    expect(likenessOf(vectors, 0, 1, 9)).toEqual({
      cosine: expect.closeTo(1, 12),
      words: ['rare', 'common'],
      shares: [expect.closeTo((rare * rare) / alike, 12), expect.closeTo(1 / alike, 12)],
    })
    expect(likenessOf(vectors, 0, 2, 9).cosine).toBeCloseTo(1 / (Math.hypot(1, rare) * Math.hypot(1, own)), 12)
  })

  it('are told of one, of all, as a table of the export; and of a site without texts nothing is claimed', async () => {
    expect(await run('--similar', one)).toMatch(
      new RegExp(`${one} +${two} +0\\.6088 +voter\n.*${three} +0\\.4591 +campaign`),
    )
    const table = await run('--similar', '--csv')
    // French: the word that both say weighs 1, soupe ln(3/2) + 1; 1 / √(1 + 1.405465²).
    expect(table.split('\n').slice(0, 3)).toEqual([
      'source,target,language,rank,cosine,words',
      'c.example,d.example,fr,1,0.579739,électeurs',
      'd.example,c.example,fr,1,0.579739,électeurs',
    ])
    expect(table.split('\n')).toHaveLength(1 + 2 + 6 + 1)
    const files = new Map(
      writeCsv(exportCorpus(corpus, { title: 'x', statuses: ['IN'], zones: ['content'], minWeight: 0 })).map(
        ([name, text]) => [name, [...text].join('')] as const,
      ),
    )
    expect(files.get('similar.csv')).toBe(table)
    expect(files.get('codebook.csv')).toContain('similar,cosine,number')
    await expect(run('--similar', 'e.example')).rejects.toThrow(/with texts of pages/)
    await expect(run('--similar', '--by', 'country')).rejects.toThrow(/changes nothing of --similar/)
    await expect(run('--similar', '--kwic', 'voter')).rejects.toThrow(/expected one of them/)
  })

  it('are told to the page: one with all, two with each other', () => {
    const question = { statuses: ['IN'], stamp: '1' } as const
    const { kept, languages } = readSimilar(corpus, { ...question, site: one })
    expect([kept, languages.map(({ language, sites }) => [language, sites])]).toEqual([true, [['en', 3]]])
    expect(languages[0]!.alike.map(({ id }) => id)).toEqual([two, three])
    const pair = readSimilar(corpus, { ...question, site: three, other: one }).languages
    expect(pair.map(({ alike }) => alike.map(({ id, words }) => [id, words]))).toEqual([[[one, ['campaign']]]])
    for (const other of ['e.example', 'nobody', 'd.example'])
      expect(readSimilar(corpus, { ...question, site: one, other }).languages, other).toEqual([])
    expect(readSimilar(corpus, { ...question, site: 'e.example' })).toEqual({ kept: true, languages: [] })
  })

  it('are joined where one is among the nearest of the other, each pair once, from a least cosine on', () => {
    const vectors = weighWords(countSiteWords(corpus, { statuses: ['IN'] }).en)
    const pairs = (nearest: number, least: number, isAsked = (_: number): boolean => true) =>
      nearestPairs(vectors, isAsked, { nearest, least }).map(({ places, cosine }) => `${places.join('-')} ${cosine.toFixed(4)}`) // prettier-ignore
    // a resembles b most, b a, and c a.
    expect(pairs(1, 0)).toEqual(['0-1 0.6088', '0-2 0.4591'])
    expect(pairs(2, 0)).toEqual(['0-1 0.6088', '0-2 0.4591', '1-2 0.3042'])
    expect(pairs(2, 0.4)).toEqual(['0-1 0.6088', '0-2 0.4591'])
    expect(pairs(1, 0, place => place > 0)).toEqual(['1-2 0.3042'])
  })

  it('are a graph of the export, without a direction, in each format; who keeps no text is not known', () => {
    const choice = { title: 'x', statuses: ['IN'], zones, minWeight: 0, graph: 'similar' } as const
    const model = exportCorpus(corpus, choice)
    expect(model.edges.map(({ source, target, weight, language }) => [source, target, weight, language])).toEqual([
      [one, two, Math.round(byHand.ab * 1e6) / 1e6, 'en'],
      [one, three, Math.round(byHand.ac * 1e6) / 1e6, 'en'],
      [two, three, Math.round(byHand.bc * 1e6) / 1e6, 'en'],
      // French: c and d, as worked out below.
      [three, 'd.example', 0.579739, 'fr'],
    ])
    expect(model.nodes.map(({ id, inDegree, outDegree }) => [id, inDegree, outDegree])).toEqual([
      [one, 2, 2],
      [two, 2, 2],
      [three, 3, 3],
      ['d.example', 1, 1],
      ['e.example', null, null],
    ])
    expect(model.description).toMatch(
      /^Entities IN; texts of their pages; edges: sites whose own pages say the same words/,
    )
    const files = new Map(writeCsv(model).map(([name, text]) => [name, [...text].join('')] as const))
    expect([...files.keys()]).not.toContain('links.csv')
    expect([...files.keys()]).not.toContain('similar.csv')
    expect(files.get('edges.csv')!.split('\n').slice(0, 2)).toEqual([
      'source,target,weight,type,language',
      `${one},${two},0.608845,Undirected,en`,
    ])
    const gexf = [...writeGexf(model)].join('')
    expect(gexf).toContain('defaultedgetype="undirected"')
    expect(gexf.match(/<edge /g)).toHaveLength(4)
    expect([...writeGraphml(model)].join('')).toContain('edgedefault="undirected"')
    expect(exportCorpus(corpus, { ...choice, minWeight: 0.5 }).edges).toHaveLength(2)
    expect(() => exportCorpus(corpus, { ...choice, backbone: { name: 'noise-corrected', threshold: 1.64 } })).toThrow(
      /expected counts, whole numbers/,
    )
  })

  it('are a layer of the map, in hundredths, among its own sites; and lead to the pages that say a word', () => {
    const layer = { zones: [], since: '', until: '', wave: '', as: 'similar' } as const
    const ids = [one, two, three, 'e.example']
    const { source, target, weight, links, unread } = tiesOfLayer(corpus, { ids, analysis: null }, layer)
    expect([source, target, weight, links]).toEqual([[0, 0, 1], [1, 2, 2], [61, 46, 30], [0, 0, 0]]) // prettier-ignore
    expect(unread).toEqual([3])
    const said = readSayingPages(corpus, { sites: [one, two, 'nobody'], word: 'voter', language: 'en' }).sites
    expect(said.map(({ id, pages, shown }) => [id, pages, shown.map(({ url }) => url)])).toEqual([
      [one, 2, [`https://${one}/0`, `https://${one}/1`]],
      [two, 1, [`https://${two}/0`]],
      ['nobody', 0, []],
    ])
    expect(said[0]!.shown[0]).toMatchObject({
      title: 'A page',
      left: 'The ',
      pivot: 'voter',
      right: ' and the campaign.',
    })
    expect(readSayingPages(corpus, { sites: [one], word: 'voter', language: 'fr' }).sites[0]!.pages).toBe(0)
  })

  it('are not said to be silent where a text can’t be read', async () => {
    corpus.sql(`UPDATE page_text SET text = x'00' WHERE visit_id = (SELECT max(visit_id) FROM page_text)`).run()
    expect(await run('--similar', '--csv')).not.toContain('d.example')
    expect(noted).toMatch(/^1 text that can't be read: what they say is not known\.$/m)
    await run('--of', 'pages', '--by', 'source', '--language', 'fr')
    expect(noted).toMatch(/^1 text that can't be read/m)
  })

  it('go to the regression of ties as all pairs, and not at all where nothing is kept', () => {
    const { ids, cosines, language } = resemblanceOfSites(corpus, { statuses: ['IN'] }, 'en')
    expect([ids, language]).toEqual([[one, two, three], 'en'])
    const written = [0, byHand.ab, byHand.ac, byHand.ab, 0, byHand.bc, byHand.ac, byHand.bc, 0]
    for (const [cell, value] of written.entries()) expect(cosines![cell]).toBeCloseTo(value, 6)
    corpus.sql('DELETE FROM page_text').run()
    expect(() => resemblanceOfSites(corpus, { statuses: ['IN'] }, 'en')).toThrow(/keeps no texts of pages/)
    expect(readSimilar(corpus, { statuses: ['IN'], stamp: '2', site: one })).toEqual({ kept: false, languages: [] })
    const layer = { zones: [], since: '', until: '', wave: '', as: 'similar' } as const
    expect(tiesOfLayer(corpus, { ids: [one, two], analysis: null }, layer)).toMatchObject({
      source: [],
      unread: [0, 1],
    })
    expect(() => exportCorpus(corpus, { title: 'x', statuses: ['IN'], zones, minWeight: 0, graph: 'similar' })).toThrow(
      '--graph similar: this corpus keeps no texts of pages; expected a crawl with --texts',
    )
  })
})
