import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { internSnippet, rememberSnippets } from '#data/store/base/snippets.ts'

let folder: string
let corpus: Corpus

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-snippets-'))
  corpus = openCorpus(join(folder, 'texts.sqlite'), 'create')
  rememberSnippets(corpus)
})
afterEach(() => {
  corpus.close()
  rmSync(folder, { recursive: true })
})

const stored = () => corpus.sql<{ id: number; value: string }>('SELECT id, value FROM snippet ORDER BY id').all()

describe('internSnippet(corpus, value)', () => {
  it('stores each text once, remembered or not, however long', () => {
    const texts = ['À propos', 'x'.repeat(3000), 'À propos', '', 'x'.repeat(3000)]
    const ids = texts.map(text => internSnippet(corpus, text))
    expect(ids).toEqual([1, 2, 1, null, 2])
    expect(stored()).toHaveLength(2)
  })

  it('goes on finding texts that were remembered so long ago that they are forgotten again', () => {
    corpus.write(() => {
      const first = Array.from({ length: 40_000 }, (_, n) => internSnippet(corpus, `text ${n}`))
      const again = Array.from({ length: 40_000 }, (_, n) => internSnippet(corpus, `text ${n}`))
      expect(again).toEqual(first)
    })
    expect(stored()).toHaveLength(40_000)
  })

  it('does not remember a row whose storing was undone', () => {
    const undone = () => {
      internSnippet(corpus, 'gone')
      throw new Error('undo this')
    }
    expect(() => corpus.write(undone)).toThrow('undo this')
    corpus.write(() => expect(() => corpus.write(undone)).toThrow('undo this'))
    corpus.db.exec('BEGIN')
    internSnippet(corpus, 'gone')
    corpus.rollback()
    const other = internSnippet(corpus, 'other')
    const id = internSnippet(corpus, 'gone')
    expect(stored()).toEqual([
      { id: other, value: 'other' },
      { id, value: 'gone' },
    ])
  })
})
