import { describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { findEntity } from '#data/store/entities/entities.ts'
import { returnStrays } from '#data/store/entities/return-strays.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { emptyCorpus, readPage, seeded, someTime, url } from './invented-corpus.ts'
import { expectInStep } from './living-state.ts'

/** b.example was merged into c.example while a crawl of an older Toile went on: what came afterwards stayed with b. */
function corpusWithStrays(): Corpus {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://b.example/', 'http://c.example/')
  readPage(corpus, 'http://a.example/', ['http://b.example/early', 'http://b.example/late', 'http://c.example/'])
  readPage(corpus, 'http://b.example/late', ['http://a.example/'])
  const b = findEntity(corpus, 'b.example')!
  mergeEntity(corpus, { actor: 'user', reason: '', now: someTime }, 'b.example', 'c.example')
  const late = corpus.sql<{ id: number }>('SELECT id FROM page WHERE url = ?').get(url('http://b.example/late'))!.id
  corpus.sql('UPDATE page SET entity_id = ? WHERE id = ?').run(b, late)
  corpus.sql('UPDATE link SET source_entity = ? WHERE page_id = ?').run(b, late)
  corpus.sql('UPDATE link SET target_entity = ? WHERE target_id = ?').run(b, late)
  return corpus
}

const edgesOf = (corpus: Corpus): string[] =>
  readSiteGraph(corpus, { statuses: ['IN'], zones: ['content'], weight: 'evidence' })
    .edges.map(({ source, target, links }) => `${source} > ${target} ${links}`)
    .toSorted()

describe('returnStrays(corpus, now)', () => {
  it('gives addresses of entities merged away to those they live on in, with the links that the graph left out', () => {
    const corpus = corpusWithStrays()
    expect(edgesOf(corpus)).toEqual(['a.example > c.example 2'])
    expect(returnStrays(corpus, someTime)).toBe(1)
    expect(edgesOf(corpus)).toEqual(['a.example > c.example 3', 'c.example > a.example 1'])
    expectInStep(corpus)
    expect(returnStrays(corpus, someTime)).toBe(0)
  })

  it('gives a prefix that a merged entity still has to the last of the chain', () => {
    const corpus = corpusWithStrays()
    const [a, b, c] = ['a.example', 'b.example', 'c.example'].map(name => findEntity(corpus, name)!)
    corpus.sql('UPDATE prefix SET entity_id = ? WHERE url = ?').run(b, 'b.example')
    corpus.sql('UPDATE entity SET merged_into = ? WHERE id = ?').run(a, c)
    corpus.sql('UPDATE prefix SET entity_id = ? WHERE entity_id = ?').run(a, c)
    expect(returnStrays(corpus, someTime)).toBeGreaterThan(0)
    expect(corpus.sql('SELECT DISTINCT entity_id AS owner FROM prefix').all()).toEqual([{ owner: a }])
    expect(corpus.sql('SELECT DISTINCT entity_id AS owner FROM page').all()).toEqual([{ owner: a }])
  })
})
