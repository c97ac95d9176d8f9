import { describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { Batch } from '../../crawler/frontier/batch.ts'
import { emptyCorpus } from '../data/store/invented-corpus.ts'

const note = (corpus: Corpus, name: string): void => void corpus.sql(`INSERT INTO meta VALUES (?, '1')`).run(name)

const notes = (corpus: Corpus): string[] =>
  corpus
    .sql<{ name: string }>(`SELECT name FROM meta WHERE name LIKE 'note-%' ORDER BY 1`)
    .all()
    .map(({ name }) => name)

describe('Batch', () => {
  it('when closed, has kept what was written, and leaves no transaction in which others would write', () => {
    const corpus = emptyCorpus()
    const batch = new Batch(corpus, () => 5)
    batch.write(() => note(corpus, 'note-1'))
    batch.close()
    expect(corpus.db.inTransaction).toBe(false)
    expect(() =>
      corpus.write(() => {
        note(corpus, 'note-2')
        throw new Error('undone by itself')
      }),
    ).toThrow('undone by itself')
    expect(notes(corpus)).toEqual(['note-1'])
    batch.close()
  })

  it('says when closed that the last commit failed, and keeps nothing of it', async () => {
    const corpus = emptyCorpus()
    const batch = new Batch(corpus, () => 5)
    batch.write(() => {
      note(corpus, 'note-1')
      // SQLite then refuses the commit, as a full disk would: no such page.
      corpus.db.pragma('defer_foreign_keys = ON')
      corpus.sql(`INSERT INTO visit (page_id, wave_id, run_id, at, duration_ms) VALUES (999, 1, 1, 0, 0)`).run()
    })
    expect(() => batch.close()).toThrow('FOREIGN KEY constraint failed')
    expect(corpus.db.inTransaction).toBe(false)
    expect(notes(corpus)).toEqual([])
    await expect(batch.stored()).rejects.toThrow('FOREIGN KEY constraint failed')
    expect(() => batch.write(() => note(corpus, 'note-2'))).toThrow('FOREIGN KEY constraint failed')
  })
})
