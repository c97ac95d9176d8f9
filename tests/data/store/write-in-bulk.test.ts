import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { writeInBulk } from '#data/store/base/write-in-bulk.ts'
import { temporaryFolder } from './invented-corpus.ts'

it.each([
  { of: 'this machine', isOwn: true, looks: 0 },
  { of: 'anybody else', isOwn: false, looks: 1 },
])('a crawl looks for damage in the pages of a file of $of: $looks', ({ isOwn, looks }) => {
  const corpus = openCorpus(join(temporaryFolder(), 'corpus.sqlite'), 'create')
  writeInBulk(corpus, { isOwn })
  expect(corpus.db.pragma('cell_size_check', { simple: true })).toBe(looks)
  corpus.close()
})
