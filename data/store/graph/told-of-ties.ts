import type { ToldOfTie } from '#data/records.ts'
import type { Corpus } from '../base/corpus.ts'

interface Row {
  readonly source: string
  readonly target: string
  readonly told: string
}

const joined = (a: ToldOfTie, b: ToldOfTie): ToldOfTie => {
  const known = new Set(a.map(pair => JSON.stringify(pair)))
  return [...a, ...b.filter(pair => !known.has(JSON.stringify(pair)))]
}

/**
 * What imported files told of ties beside their weight, by 'source target', each end where it lives on. Ties that nothing
 * is told of are absent.
 */
export function toldOfTies(corpus: Corpus): Map<string, ToldOfTie> {
  const rows = corpus
    .sql<Row>(
      `SELECT source.name AS source, target.name AS target, told FROM imported_edge
         JOIN entity named ON named.id = source_entity JOIN entity source ON source.id = coalesce(named.merged_into, named.id)
         JOIN entity other ON other.id = target_entity JOIN entity target ON target.id = coalesce(other.merged_into, other.id)
       WHERE told <> '[]' ORDER BY source_entity, target_entity`,
    )
    .all()
  const ties = new Map<string, ToldOfTie>()
  for (const { source, target, told } of rows) {
    const key = `${source} ${target}`
    const own = JSON.parse(told) as ToldOfTie
    const before = ties.get(key)
    ties.set(key, before ? joined(before, own) : own)
  }
  return ties
}

/** The rows of an entity and of those that live on in it. */
const rowsOf = (name: string): string =>
  `SELECT id FROM entity WHERE coalesce(merged_into, id) = (SELECT id FROM entity WHERE name = ${name})`

/** The same of one tie; undefined: nothing. A network that was counted has tens of millions of others, which are passed over. */
export function toldOfTie(
  corpus: Corpus,
  ends: { readonly source: string; readonly target: string },
): ToldOfTie | undefined {
  if (corpus.sql('SELECT 1 FROM imported_edge LIMIT 1').get() === undefined) return undefined
  const rows = corpus
    .sql<Pick<Row, 'told'>>(
      `SELECT told FROM imported_edge WHERE source_entity IN (${rowsOf('@source')}) AND target_entity IN (${rowsOf('@target')})
         AND told <> '[]' ORDER BY source_entity, target_entity`,
    )
    .all(ends)
  return rows
    .map(({ told }) => JSON.parse(told) as ToldOfTie)
    .reduce<ToldOfTie | undefined>((before, own) => (before ? joined(before, own) : own), undefined)
}
