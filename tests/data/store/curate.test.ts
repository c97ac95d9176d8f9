import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { addPrefixTo, datePrefix, removePrefixFrom } from '#data/store/curate/move-prefix.ts'
import { addName } from '#data/store/curate/name-entity.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { splitEntity } from '#data/store/curate/split-entity.ts'
import { tagEntity } from '#data/store/curate/tag-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { entityFacts, eventLog } from '#data/store/map/entity-facts.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { foldLru } from '#data/entity/web-entity.ts'
import type { Lru } from '#data/url/brand.ts'
import { prefixLru } from '#data/url/lru.ts'
import { loadPrefixTable } from '#data/store/entities/entities.ts'
import { recordLinks } from '#data/store/visits/record-links.ts'
import { emptyCorpus, extractedLink, readPage, seed, seeded, someTime, url } from './invented-corpus.ts'

const author = { actor: 'user', reason: 'a test', now: someTime }
const prefix = (text: string): Lru => foldLru(prefixLru(url(text)))

const edges = (corpus: Corpus): string[] =>
  readSiteGraph(corpus, { statuses: ['IN', 'DISCOVERED', 'UNDECIDED', 'OUT'], zones, weight: 'links' }).edges.map(
    ({ source, target, links }) => `${source}>${target} ${links}`,
  )

/** a.example cites two blogs on one host and a stranger; the second blog cites the first. */
function smallCorpus(): Corpus {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://blogs.example/')
  readPage(corpus, 'http://a.example/', [
    'http://blogs.example/one/',
    'http://blogs.example/two/x',
    'http://stranger.example/',
  ])
  readPage(corpus, 'http://blogs.example/two/', ['http://blogs.example/one/'])
  return corpus
}

const before = ['a.example>blogs.example 2', 'a.example>stranger.example 1']

describe('curating entities', () => {
  it('moves pages and links with a split, links inside the old entity included, and back with undo', () => {
    const corpus = smallCorpus()
    expect(edges(corpus)).toEqual(before)
    expect(splitEntity(corpus, author, 'blogs.example', [prefix('http://blogs.example/two')]).id).toBe(
      'blogs.example/two',
    )
    const after = [
      'a.example>blogs.example 1',
      'a.example>blogs.example/two 1',
      'a.example>stranger.example 1',
      'blogs.example/two>blogs.example 1',
    ]
    expect(edges(corpus)).toEqual(after)
    expect(undoEvent(corpus, author)?.action).toBe('split')
    expect(edges(corpus)).toEqual(before)
    expect(undoEvent(corpus, author)).toBe(null)
  })

  it('merges two entities into one with their prefixes, tags and names, and takes it back', () => {
    const corpus = smallCorpus()
    tagEntity(corpus, author, 'stranger.example', 'party', 'none')
    mergeEntity(corpus, author, 'stranger.example', 'blogs.example')
    expect(edges(corpus)).toEqual(['a.example>blogs.example 3'])
    expect(entityFacts(corpus, 'blogs.example')).toMatchObject({
      tags: [{ category: 'party', value: 'none' }],
      names: [{ name: 'stranger.example' }],
    })
    expect(entityFacts(corpus, 'stranger.example')?.mergedInto).toBe('blogs.example')
    expect(() => setEntity(corpus, author, 'stranger.example', { note: 'x' })).toThrow(/merged into 'blogs.example'/)
    undoEvent(corpus, author)
    expect(edges(corpus)).toEqual(before)
    expect(entityFacts(corpus, 'stranger.example')?.tags).toHaveLength(1)
  })

  it('gives a prefix of an unreviewed entity to a reviewed one, never from one reviewed entity to another', () => {
    const corpus = smallCorpus()
    const whole = prefixLru(url('http://stranger.example/'), { subdomains: true })
    addPrefixTo(corpus, author, 'a.example', whole)
    expect(edges(corpus)).toEqual(['a.example>blogs.example 2'])
    expect(() => addPrefixTo(corpus, author, 'a.example', prefix('http://blogs.example/'))).toThrow(
      /belongs to 'blogs.example'/,
    )
    undoEvent(corpus, author)
    expect(edges(corpus)).toEqual(before)
  })

  it('gives addresses back to whoever they fit when a prefix is taken away', () => {
    const corpus = smallCorpus()
    addPrefixTo(corpus, author, 'a.example', prefix('http://blogs.example/one'))
    expect(edges(corpus)).toEqual([
      'a.example>blogs.example 1',
      'a.example>stranger.example 1',
      'blogs.example>a.example 1',
    ])
    removePrefixFrom(corpus, author, 'a.example', prefix('http://blogs.example/one'))
    expect(edges(corpus)).toEqual(before)
    expect(() => removePrefixFrom(corpus, author, 'a.example', prefix('http://a.example'))).toThrow(/last prefix/)
  })

  it('writes one event per change, none when nothing changes, and shows who and why', () => {
    const corpus = smallCorpus()
    const seeds = eventLog(corpus, null, 100).length
    expect(setEntity(corpus, author, 'stranger.example', { status: 'OUT', country: 'FR' })).not.toBe(null)
    expect(setEntity(corpus, author, 'stranger.example', { status: 'OUT' })).toBe(null)
    addName(corpus, author, 'stranger.example', 'Stranger & Co', { from: '2013' })
    const log = eventLog(corpus, 'stranger.example', 10)
    expect(log.map(event => [event.action, event.actor, event.reason])).toEqual([
      ['name', 'user', 'a test'],
      ['set', 'user', 'a test'],
    ])
    expect(eventLog(corpus, null, 100)).toHaveLength(seeds + 2)
  })

  it('refuses ids that are not there', () => {
    const corpus = smallCorpus()
    expect(() => setEntity(corpus, author, 'nobody.example', { status: 'IN' })).toThrow(/'nobody.example' is no entity/)
    expect(() => mergeEntity(corpus, author, 'a.example', 'a.example')).toThrow(/into itself/)
  })
})

describe('storeSeeds(corpus, seeds, now)', () => {
  it('changes nothing when the same list comes again, and keeps what a person changed', () => {
    const corpus = emptyCorpus()
    const list = [seed('http://a.example/', { name: 'A', country: 'FR', tags: [['party', 'x']] })]
    expect(storeSeeds(corpus, list, someTime)).toMatchObject({ added: 1, kept: 0 })
    setEntity(corpus, author, 'a.example', { country: 'US', status: 'OUT' })
    const facts = entityFacts(corpus, 'a.example')
    expect(storeSeeds(corpus, list, someTime)).toMatchObject({ added: 0, kept: 1 })
    expect(entityFacts(corpus, 'a.example')).toEqual(facts)
  })

  it('leaves dates away that a person took away', () => {
    const corpus = emptyCorpus()
    const lru = prefix('http://a.example/')
    const list = [seed('http://a.example/', { dated: [{ lru, from: '2003', to: '' }] })]
    const dates = (): unknown => corpus.sql('SELECT valid_from, valid_to FROM prefix').raw().all()
    storeSeeds(corpus, list, someTime)
    expect(dates()).toEqual([['2003', '']])
    tagEntity(corpus, author, 'a.example', 'party', 'x')
    const away = () => datePrefix(corpus, author, 'a.example', lru, { from: '', to: '' })
    const event = away()
    storeSeeds(corpus, list, someTime)
    expect(dates()).toEqual([['', '']])
    undoEvent(corpus, author, event!)
    storeSeeds(corpus, list, someTime)
    expect(dates()).toEqual([['2003', '']])
    away()
    seeded(corpus, 'http://heir.example/')
    mergeEntity(corpus, author, 'a.example', 'heir.example')
    storeSeeds(corpus, list, someTime)
    expect(dates()).toEqual([
      ['', ''],
      ['', ''],
    ])
  })

  it('promotes a discovered entity, whose subdomains then become entities of their own', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/')
    readPage(corpus, 'http://a.example/', ['http://shop.b.example/', 'http://b.example/'])
    expect(edges(corpus)).toEqual(['a.example>b.example 2'])
    storeSeeds(corpus, [seed('http://b.example/', { name: 'B' })], someTime)
    expect(entityFacts(corpus, 'b.example')).toMatchObject({ status: 'IN', label: 'B' })
    expect(edges(corpus)).toEqual(['a.example>b.example 1', 'a.example>shop.b.example 1'])
  })
})

describe('a page that is visited again', () => {
  it('keeps one row per link when the entity was split or merged in between, and gets its sentence then', () => {
    const corpus = smallCorpus()
    const links = [{ to: 'http://blogs.example/one/', anchor: 'One', context: 'See One.' }]
    const count = (): unknown =>
      corpus
        .sql(
          `SELECT count(*) AS n, max(value) AS context FROM link JOIN page ON page.id = page_id
           LEFT JOIN snippet ON snippet.id = context WHERE page.url = 'http://blogs.example/three/'`,
        )
        .get()
    readPage(corpus, 'http://blogs.example/three/', links)
    expect(count()).toEqual({ n: 1, context: null })
    splitEntity(corpus, author, 'blogs.example', [prefix('http://blogs.example/one')])
    readPage(corpus, 'http://blogs.example/three/', links, someTime + 1)
    expect(count()).toEqual({ n: 1, context: 'See One.' })
    undoEvent(corpus, author)
    readPage(corpus, 'http://blogs.example/three/', links, someTime + 2)
    expect(count()).toEqual({ n: 1, context: 'See One.' })
  })

  it('counts for the entity that owns the page now, whoever owned it when it was asked for', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/')
    const pageId = readPage(corpus, 'http://a.example/x', [])
    const asked = corpus.sql<{ entityId: number }>('SELECT entity_id AS entityId FROM page WHERE id = ?').get(pageId)!
    splitEntity(corpus, author, 'a.example', [prefix('http://a.example/x')])
    recordLinks(corpus, loadPrefixTable(corpus), { pageId, entityId: asked.entityId, visitId: 1, at: someTime }, [
      extractedLink({ to: 'http://b.example/' }, 0),
    ])
    expect(edges(corpus)).toEqual(['a.example/x>b.example 1'])
  })
})
