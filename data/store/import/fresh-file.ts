import type { Corpus } from '../base/corpus.ts'

/**
 * Writes the new corpus `corpus` without a journal from now on, and without looking each row's others up: its file is nobody's until it is whole, and what is half
 * written is thrown away. Not within a transaction; nothing can be taken back.
 */
export function writeFresh({ db }: Corpus): void {
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
}

/** The file is whole: it reaches the disk, and is written like other corpora from now on. */
export function settleFresh({ db }: Corpus): void {
  db.pragma('synchronous = FULL')
  db.pragma('journal_mode = WAL')
}
