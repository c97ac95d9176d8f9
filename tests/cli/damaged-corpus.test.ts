import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { temporaryFolder } from '../data/store/invented-corpus.ts'
import { runToile } from './run-toile.ts'

/** A corpus that opens, and whose tables of entities and pages are not to be read. */
function damagedCorpus(): string {
  const file = join(temporaryFolder(), 'damaged.sqlite')
  const corpus = openCorpus(file, 'create')
  const places = corpus
    .sql<{ page: number }>(`SELECT rootpage AS page FROM sqlite_schema WHERE tbl_name IN ('entity', 'page', 'prefix')`)
    .all()
  const size = corpus.db.pragma('page_size', { simple: true }) as number
  corpus.close()
  const bytes = readFileSync(file)
  for (const { page } of places) bytes.fill(7, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
  return file
}

describe('a damaged corpus', () => {
  it.each(['status', 'export', 'report', 'analyse', 'discovered', 'entity list'])(
    'is told by %s in one sentence that names the file, exit 1',
    async command => {
      const file = damagedCorpus()
      const { code, err } = await runToile([...command.split(' '), '--corpus', file], { cwd: join(file, '..') })
      expect(err).toMatch(/^\S*damaged\.sqlite: this corpus is damaged\. .*\n$/)
      expect(code).toBe(1)
    },
  )
})
