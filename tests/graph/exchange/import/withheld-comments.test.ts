import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { linksOfCorpus } from '#data/store/evidence/evidence.ts'
import { withholdComments } from '#data/store/visits/withhold-comments.ts'
import { emptyCorpus, readPage, seeded, temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { exportFrom, importTo } from './through-corpus.ts'

describe('import into a corpus that withholds comments', () => {
  it('leaves the words of comments in the file, however often it is read', async () => {
    const told = emptyCorpus()
    seeded(told, 'http://a.example/', 'http://b.example/')
    readPage(told, 'http://a.example/', [
      { to: 'http://b.example/', anchor: 'B', context: 'A sentence.' },
      { to: 'http://b.example/jane', anchor: 'Jane Private', context: 'Jane Private says so.', zone: 'comment' },
    ])
    const folder = await exportFrom(told.file, temporaryFolder(), { format: 'csv' })
    const corpus = emptyCorpus()
    withholdComments(corpus)
    for (let time = 0; time < 2; time += 1) {
      await importTo(corpus.file, folder)
      expect([...linksOfCorpus(corpus, ['IN'], zones)].map(({ anchor, context }) => [anchor, context])).toEqual([
        ['B', 'A sentence.'],
        ['', ''],
      ])
    }
    expect(corpus.sql(`SELECT 1 FROM snippet WHERE value LIKE '%Jane%'`).get()).toBeUndefined()
  })
})
