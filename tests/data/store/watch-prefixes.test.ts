import { expect, describe, it } from 'vitest'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { findEntity } from '#data/store/entities/entities.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { watchPrefixes } from '#data/store/entities/watch-prefixes.ts'
import { emptyCorpus, seeded, someTime, url } from './invented-corpus.ts'

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
})
