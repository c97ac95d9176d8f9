import { expect, describe, it } from 'vitest'
import { foldLru } from '#data/entity/web-entity.ts'
import { internPage } from '#data/store/base/intern-page.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { findEntity } from '#data/store/entities/entities.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { prefixLru } from '#data/url/lru.ts'
import { watchPrefixes } from '#data/store/entities/watch-prefixes.ts'
import { emptyCorpus, seed, seeded, someTime, url } from './invented-corpus.ts'

describe('watchPrefixes(corpus)', () => {
  it('follows what another connection does to entities, when asked, and keeps what was added here', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/')
    const { table, refresh } = watchPrefixes(corpus)
    const [a, b] = ['a.example', 'b.example'].map(name => findEntity(corpus, name))
    const other = openCorpus(corpus.file, 'write')
    expect(table.find(url('http://a.example/x'))).toBe(a)
    mergeEntity(other, { actor: 'user', reason: '', now: someTime }, 'a.example', 'b.example')
    corpus.write(() => {
      refresh()
      expect(table.find(url('http://a.example/x'))).toBe(b)
    })
    seeded(corpus, 'http://c.example/')
    refresh()
    expect(table.find(url('http://c.example/'))).toBe(null)
    other.close()
  })

  it('of a day: links to a forgotten owner of then lead to its tombstone, never to whose the address is on other days', () => {
    const corpus = emptyCorpus()
    const lru = foldLru(prefixLru(url('http://old.example/')))
    const prefixes = [url('http://new.example/'), url('http://old.example/')]
    storeSeeds(corpus, [seed('http://new.example/', { prefixes, dated: [{ lru, from: '', to: '2014' }] })], someTime)
    const intern = (address: string) => {
      const { table } = watchPrefixes(corpus, { past: { date: '2017-04-22', withinDays: 9 }, startedAt: someTime })
      return internPage(corpus, table, url(address), () => 0)
    }
    const actor = findEntity(corpus, 'new.example')
    internPage(corpus, watchPrefixes(corpus).table, url('http://old.example/'), () => 0)
    const met = intern('http://old.example/')
    expect(met.entityId).not.toBe(actor)
    forgetEntity(corpus, { actor: 'user', reason: 'letter', now: someTime }, 'old.example')
    const stored = ['http://old.example/about', 'http://old.example/us', 'http://old.example/'].map(intern)
    expect(stored.map(({ entityId }) => entityId)).toEqual([met.entityId, met.entityId, met.entityId])
    expect(new Set(stored.map(({ id }) => id)).size).toBe(1)
  })
})
