import type Database from 'better-sqlite3'
import { openCorpus } from '#data/store/base/open-corpus.ts'

/** What each version of the schema had not yet, the latest first. */
const undone: readonly (readonly string[])[] = [
  // Version 12 kept no texts of pages.
  ['DROP TABLE page_text'],
  // Version 11 kept nothing of what pages take from elsewhere.
  ['ALTER TABLE visit DROP COLUMN borrowed'],
  // Version 10 had no stories.
  ['DROP TABLE story'],
  // Version 9 kept no rounds of a review.
  ['DROP TABLE review_decision; DROP TABLE review_round'],
  // Version 8 kept no figures.
  ['DROP TABLE figure'],
  // Version 7 knew no names of communities, and kept nothing of the runs that found them.
  ['DROP TABLE run_label; DROP TABLE named_site; DROP TABLE community_name'],
  // Version 6 kept dates of prefixes, and did not go by them.
  ['DROP INDEX page_outside; DROP INDEX prefix_dated; DROP TABLE other_owner; ALTER TABLE page DROP COLUMN outside'],
  // Version 5 knew no waves of the past.
  [
    ...['past', 'within_days'].map(column => `ALTER TABLE wave DROP COLUMN ${column}`),
    ...['captured_at', 'asked_at', 'memento', 'drift_days', 'captures'].map(
      column => `ALTER TABLE visit DROP COLUMN ${column}`,
    ),
  ],
  // Version 4 kept of an imported tie its weight.
  ['ALTER TABLE imported_edge DROP COLUMN told'],
  // Version 3 kept of a link its first sighting and its last.
  ['DROP TABLE absence; DROP TABLE unasked'],
  // Version 2 kept no colours.
  ['DROP TABLE colour'],
  // Version 1 knew nothing of the country that a page states.
  ['ALTER TABLE visit DROP COLUMN country; ALTER TABLE visit DROP COLUMN country_from'],
]

/** A corpus of the first schema in `file`, called 'An older study', with a note of so many letters. */
export function makeOlderCorpus(file: string, letters = 0): void {
  const made = openCorpus(file, 'create')
  made.sql(`INSERT INTO meta VALUES ('title', 'An older study'), ('note', ?)`).run('x'.repeat(letters))
  ageCorpus(made.db)
  made.close()
}

/** Takes from the corpus of `db` all that the schema of this version, the first by default, had not. */
export function ageCorpus(db: Pick<Database.Database, 'exec' | 'pragma'>, version = 1): void {
  for (const sql of undone.slice(0, undone.length + 1 - version).flat()) db.exec(sql)
  db.pragma(`user_version = ${version}`)
}
