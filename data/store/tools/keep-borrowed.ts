import type { PrefixTable } from '#data/entity/assign-entity.ts'
import { borrowedAddress, type Borrowing, readBorrowings, writeBorrowings } from '#data/tools/borrowing.ts'
import type { Corpus } from '../base/corpus.ts'
import { internSnippet } from '../base/snippets.ts'
import { loadPrefixTable } from '../entities/entities.ts'
import { forgottenEntities } from '../entities/forgotten-entities.ts'

/** The row of what a page takes from elsewhere, without what names somebody who was forgotten on objection. */
export function keepBorrowed(corpus: Corpus, entities: PrefixTable<number>, list: readonly Borrowing[]): number | null {
  const forgotten = forgottenEntities(corpus, entities)
  const kept = forgotten.size === 0 ? list : list.filter(one => !isOf(forgotten, entities, one))
  return internSnippet(corpus, writeBorrowings(kept))
}

const isOf = (gone: { has(id: number): boolean }, entities: PrefixTable<number>, one: Borrowing): boolean => {
  const address = borrowedAddress(one)
  return address !== null && gone.has(entities.find(address) ?? -1)
}

/**
 * Takes the hosts of entities that are gone out of the lists of all pages: their texts are others from then on. Returns the rows of the lists
 * that named them, which no visit uses any more. One look at each distinct list.
 */
export function withoutHostsOf(corpus: Corpus, gone: ReadonlySet<number>): number[] {
  const owners = loadPrefixTable(corpus)
  const lists = corpus.sql<{ id: number; value: string }>(
    'SELECT id, value FROM snippet WHERE id IN (SELECT borrowed FROM visit WHERE borrowed IS NOT NULL) ORDER BY id',
  )
  const named: number[] = []
  for (const { id, value } of lists.all()) {
    const list = readBorrowings(value) ?? []
    const kept = list.filter(one => !isOf(gone, owners, one))
    if (kept.length === list.length) continue
    corpus.sql('UPDATE visit SET borrowed = ? WHERE borrowed = ?').run(internSnippet(corpus, writeBorrowings(kept)), id)
    named.push(id)
  }
  return named
}
