import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { linksBetweenEntities, linksOfCorpus } from '#data/store/evidence/evidence.ts'
import { withholdComments } from '#data/store/visits/withhold-comments.ts'
import { emptyCorpus, readPage, seeded, someTime, type PlantedLink } from './invented-corpus.ts'

const links: readonly PlantedLink[] = [
  { to: 'http://b.example/', anchor: 'B', context: 'A sentence of the author.' },
  { to: 'http://b.example/jane', anchor: 'Jane Private', context: 'Jane Private says: I was ill.', zone: 'comment' },
]

function commentedCorpus(): Corpus {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://b.example/')
  return corpus
}

const words = (corpus: Corpus): unknown =>
  [...linksOfCorpus(corpus, ['IN'], zones)].map(({ zone, anchor, context }) => [zone, anchor, context])

const withheld = [
  ['content', 'B', 'A sentence of the author.'],
  ['comment', '', ''],
]

describe('withholdComments(corpus)', () => {
  it('keeps words of comments out of storage, the link itself is kept', () => {
    const corpus = commentedCorpus()
    expect(withholdComments(corpus)).toEqual({ links: 0, isHeld: false })
    readPage(corpus, 'http://a.example/', links)
    expect(words(corpus)).toEqual(withheld)
    expect(corpus.sql('SELECT value FROM snippet').all()).not.toContainEqual({ value: 'Jane Private' })
  })

  it('removes the words that an earlier crawl stored, from the file too, and no later visit doubles the link', () => {
    const corpus = commentedCorpus()
    readPage(corpus, 'http://a.example/', links)
    corpus.db.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(corpus.file, 'latin1')).toContain('Jane Private')
    expect(withholdComments(corpus)).toEqual({ links: 1, isHeld: false })
    expect(readFileSync(corpus.file, 'latin1')).not.toContain('Jane Private')
    readPage(corpus, 'http://a.example/', links, someTime + 1)
    expect(words(corpus)).toEqual(withheld)
    expect(withholdComments(corpus)).toEqual({ links: 0, isHeld: false })
    expect(corpus.db.pragma('foreign_key_check')).toEqual([])
  })
})

describe('evidence without comments', () => {
  it('has the links of comments without their words, in either way of asking', () => {
    const corpus = commentedCorpus()
    readPage(corpus, 'http://a.example/', links)
    const some = [...linksOfCorpus(corpus, ['IN'], zones, { comments: false })]
    expect(some.map(({ zone, anchor, context }) => [zone, anchor, context])).toEqual(withheld)
    expect(linksBetweenEntities(corpus, 'a.example', 'b.example', zones, { comments: false })).toEqual(some)
    expect(words(corpus)).toEqual([
      ['content', 'B', 'A sentence of the author.'],
      ['comment', 'Jane Private', 'Jane Private says: I was ill.'],
    ])
  })
})
