import { describe, expect, it } from 'vitest'
import type { SiteEdge } from '#data/records.ts'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { linksBetweenEntities, linksOfCorpus } from '#data/store/evidence/evidence.ts'
import { findPage } from '#data/store/base/intern-page.ts'
import { recordRedirect } from '#data/store/visits/redirects.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import { emptyCorpus, readPage, seeded, someTime, url } from './invented-corpus.ts'

const edgesOf = (corpus: Corpus, weight: Weight = 'evidence', only: readonly Zone[] = zones): readonly SiteEdge[] =>
  readSiteGraph(corpus, { statuses: ['IN'], zones: only, weight }).edges

describe('readSiteGraph(corpus, question)', () => {
  it('weighs a blogroll on many pages once, and pages with a link in their matter one each', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/')
    for (let page = 0; page < 500; page++)
      readPage(corpus, `http://a.example/${page}`, [{ to: 'http://b.example/', zone: 'blogroll' }])
    expect(edgesOf(corpus)).toMatchObject([
      { source: 'a.example', target: 'b.example', weight: 1, links: 500, pages: 500 },
    ])
    readPage(corpus, 'http://a.example/x', ['http://b.example/1', 'http://b.example/2'])
    readPage(corpus, 'http://a.example/y', [{ to: 'http://b.example/', zone: 'comment' }])
    expect(edgesOf(corpus)[0]).toMatchObject({ weight: 3, links: 503, pages: 502 })
    expect(edgesOf(corpus)[0]!.linksByZone).toMatchObject({ blogroll: 500, content: 2, comment: 1, nav: 0 })
  })

  it.each([
    ['pages', 2],
    ['links', 3],
    ['binary', 1],
    ['evidence', 2],
  ] as const)('counts by %s when asked', (weight, expected) => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/')
    readPage(corpus, 'http://a.example/1', ['http://b.example/', 'http://b.example/'])
    readPage(corpus, 'http://a.example/2', [{ to: 'http://b.example/', zone: 'footer' }])
    expect(edgesOf(corpus, weight)[0]!.weight).toBe(expected)
  })

  it('leaves out links of other zones, self-links and entities of other statuses', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/')
    readPage(corpus, 'http://a.example/', [
      { to: 'http://b.example/', zone: 'nav' },
      'http://www.a.example/self',
      'http://stranger.example/',
    ])
    expect(edgesOf(corpus)).toHaveLength(1)
    expect(edgesOf(corpus, 'evidence', ['content'])).toEqual([])
    const all = readSiteGraph(corpus, { statuses: ['IN', 'DISCOVERED'], zones, weight: 'evidence' })
    expect(all.nodes.map(node => [node.id, node.status, node.pagesFetched, node.selfLinks])).toEqual([
      ['a.example', 'IN', 1, 1],
      ['b.example', 'IN', 0, 0],
      ['stranger.example', 'DISCOVERED', 0, 0],
    ])
    expect(all.edges.map(edge => edge.target)).toEqual(['b.example', 'stranger.example'])
  })

  it('counts the links that were there in a wave: those gone before it and those new after it are not', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/', 'http://c.example/', 'http://d.example/')
    for (const label of ['second', 'third'])
      corpus.sql('INSERT INTO wave (label, started_at) VALUES (?, ?)').run(label, someTime)
    const day = 86_400_000
    readPage(corpus, 'http://a.example/', ['http://b.example/', 'http://c.example/'], someTime, 1)
    readPage(corpus, 'http://a.example/', ['http://b.example/', 'http://d.example/'], someTime + day, 2)
    readPage(corpus, 'http://a.example/', ['http://b.example/'], someTime + 2 * day, 3)
    const inWave = (wave: string): string[] =>
      readSiteGraph(corpus, { statuses: ['IN'], zones, weight: 'evidence', wave }).edges.map(edge => edge.target)
    expect(inWave('first')).toEqual(['b.example', 'c.example'])
    expect(inWave('second')).toEqual(['b.example', 'd.example'])
    expect(inWave('third')).toEqual(['b.example'])
    expect(inWave('fourth')).toEqual([])
    expect(edgesOf(corpus).map(edge => edge.target)).toEqual(['b.example', 'c.example', 'd.example'])
  })

  it('never doubles when a page is visited again; sightings move instead', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/')
    const links = [
      { to: 'http://b.example/', anchor: 'B' },
      { to: 'http://b.example/', anchor: 'B' },
    ]
    readPage(corpus, 'http://a.example/', links)
    readPage(
      corpus,
      'http://a.example/',
      [...links, { to: 'http://b.example/new', anchor: 'new' }],
      someTime + 86_400_000,
    )
    expect(edgesOf(corpus)[0]).toMatchObject({
      weight: 1,
      links: 3,
      firstSeen: '2026-11-22T12:00:00Z',
      lastSeen: '2026-11-23T12:00:00Z',
    })
    readPage(corpus, 'http://a.example/', [], someTime + 2 * 86_400_000)
    expect(edgesOf(corpus)[0]).toMatchObject({ links: 3, lastSeen: '2026-11-23T12:00:00Z' })
  })

  it('counts a link for the entity where its address is known to lead, whenever that is learnt', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://old.example/', 'http://new.example/')
    readPage(corpus, 'http://a.example/', ['http://old.example/x'])
    expect(edgesOf(corpus).map(edge => edge.target)).toEqual(['old.example'])
    readPage(corpus, 'http://new.example/x', [])
    const id = (address: string): number => findPage(corpus, url(address))!.id
    expect(recordRedirect(corpus, id('http://old.example/x'), id('http://new.example/x'))).toBe(true)
    expect(edgesOf(corpus).map(edge => edge.target)).toEqual(['new.example'])
    readPage(corpus, 'http://a.example/2', ['http://old.example/x'])
    expect(edgesOf(corpus)).toMatchObject([{ target: 'new.example', pages: 2 }])
    const [evidence] = linksBetweenEntities(corpus, 'a.example', 'new.example')
    expect(evidence).toMatchObject({ href: 'http://old.example/x', targetUrl: 'http://new.example/x' })
  })
})

describe('a shortener', () => {
  const graphOf = (corpus: Corpus) =>
    readSiteGraph(corpus, { statuses: ['IN', 'DISCOVERED'], zones, weight: 'evidence' }).nodes.map(({ id }) => id)

  it('is a node as long as a hyperlink counts for it, or somebody has reviewed it', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/')
    readPage(corpus, 'http://a.example/', ['http://short.example/1', 'http://short.example/2'])
    readPage(corpus, 'http://x.example/', [])
    readPage(corpus, 'http://y.example/', [])
    corpus.sql(`UPDATE page SET state = NULL WHERE url NOT LIKE 'http://a.%'`).run()
    const id = (address: string): number => findPage(corpus, url(address))!.id
    recordRedirect(corpus, id('http://short.example/1'), id('http://x.example/'))
    expect(graphOf(corpus)).toEqual(['a.example', 'short.example', 'x.example'])
    recordRedirect(corpus, id('http://short.example/2'), id('http://y.example/'))
    expect(graphOf(corpus)).toEqual(['a.example', 'x.example', 'y.example'])
    setEntity(corpus, { actor: 'user', reason: '', now: someTime }, 'short.example', { status: 'IN' })
    expect(graphOf(corpus)).toEqual(['a.example', 'short.example', 'x.example', 'y.example'])
  })
})

describe('the evidence of an edge', () => {
  it('is the same row by row whether asked for one edge or for all', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/', 'http://c.example/')
    readPage(corpus, 'http://a.example/2', [{ to: 'http://b.example/', anchor: 'two', context: 'Page two.' }])
    readPage(corpus, 'http://a.example/1', [{ to: 'http://b.example/' }, { to: 'http://c.example/', zone: 'footer' }])
    const all = [...linksOfCorpus(corpus, ['IN'], zones)]
    expect(all.map(link => [link.target, link.sourceUrl])).toEqual([
      ['b.example', 'http://a.example/1'],
      ['b.example', 'http://a.example/2'],
      ['c.example', 'http://a.example/1'],
    ])
    expect([
      ...linksBetweenEntities(corpus, 'a.example', 'b.example'),
      ...linksBetweenEntities(corpus, 'a.example', 'c.example'),
    ]).toEqual(all)
    expect(linksBetweenEntities(corpus, 'a.example', 'c.example', ['content'])).toEqual([])
  })
})
