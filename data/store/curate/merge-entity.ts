import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { isAside } from '../base/rules.ts'
import { changeEntities } from './change-entities.ts'
import type { Author } from './author.ts'
import { entityRow } from './entity-row.ts'

/** `name` lives on in `into`: prefixes, tags and names move, pages and links follow, its own name becomes one of them. */
export function mergeEntity(corpus: Corpus, author: Author, name: string, into: string): number | null {
  const from = entityRow(corpus, name)
  const to = entityRow(corpus, into)
  if (from === to) throw new Mistake({ code: 'merge-into-itself', values: { name } })
  refuseOtherTimes(corpus, from, to, { name, into })
  // What dates of prefixes set aside follows by itself (settleDates).
  const followers = corpus
    .sql<{ id: number }>(`SELECT id FROM entity WHERE merged_into = ? AND NOT (${isAside()})`)
    .all(from)
  const change = { action: 'merge', entityIds: [to, from, ...followers.map(({ id }) => id)] }
  return changeEntities(corpus, author, change, () => {
    corpus.sql('UPDATE prefix SET entity_id = ? WHERE entity_id = ?').run(to, from)
    corpus.sql('INSERT OR IGNORE INTO tag SELECT ?, category, value FROM tag WHERE entity_id = ?').run(to, from)
    moveNames(corpus, from, to)
    corpus.sql('UPDATE entity SET merged_into = ? WHERE id = ? OR merged_into = ?').run(to, from, from)
  })
}

/** While dates stand, whoever has a prefix outside them is another than who has it within: settleDates would make one anew. */
function refuseOtherTimes(corpus: Corpus, one: number, other: number, values: { name: string; into: string }): void {
  const dated = corpus
    .sql<{ url: string }>(
      `SELECT prefix.url FROM other_owner JOIN prefix USING (lru) JOIN entity AS then_owner ON then_owner.id = other_owner.entity_id
       WHERE (valid_from <> '' OR valid_to <> '')
         AND ((prefix.entity_id = @one AND @other IN (then_owner.id, then_owner.merged_into))
           OR (prefix.entity_id = @other AND @one IN (then_owner.id, then_owner.merged_into)))
       ORDER BY lru LIMIT 1`,
    )
    .get({ one, other })
  if (dated !== undefined) throw new Mistake({ code: 'merge-other-times', values: { ...values, prefix: dated.url } })
}

/** The names it bore, and the one it bears, unless the other entity has them already. */
function moveNames(corpus: Corpus, from: number, to: number): void {
  const isNew = `NOT EXISTS (SELECT 1 FROM entity_name other WHERE other.entity_id = @to AND other.name = borne.name)`
  corpus
    .sql(
      `INSERT INTO entity_name (entity_id, name, valid_from, valid_to)
       SELECT @to, name, valid_from, valid_to FROM entity_name borne WHERE entity_id = @from AND ${isNew} ORDER BY id`,
    )
    .run({ from, to })
  corpus
    .sql(
      `INSERT INTO entity_name (entity_id, name)
       SELECT @to, borne.name FROM (SELECT coalesce(nullif(label, ''), name) AS name FROM entity WHERE id = @from) borne
       WHERE borne.name <> (SELECT label FROM entity WHERE id = @to) AND ${isNew}`,
    )
    .run({ from, to })
}
