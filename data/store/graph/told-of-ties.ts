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
 * is told of are absent. Of one tie alone where `only` names its ends.
 */
export function toldOfTies(
  corpus: Corpus,
  only: { readonly source: string; readonly target: string } | null = null,
): Map<string, ToldOfTie> {
  const rows = corpus
    .sql<Row>(
      `SELECT source.name AS source, target.name AS target, told FROM imported_edge
         JOIN entity named ON named.id = source_entity JOIN entity source ON source.id = coalesce(named.merged_into, named.id)
         JOIN entity other ON other.id = target_entity JOIN entity target ON target.id = coalesce(other.merged_into, other.id)
       WHERE told <> '[]' AND (@source IS NULL OR source.name = @source AND target.name = @target)
       ORDER BY source_entity, target_entity`,
    )
    .all({ source: only?.source ?? null, target: only?.target ?? null })
  const ties = new Map<string, ToldOfTie>()
  for (const { source, target, told } of rows) {
    const key = `${source} ${target}`
    const own = JSON.parse(told) as ToldOfTie
    const before = ties.get(key)
    ties.set(key, before ? joined(before, own) : own)
  }
  return ties
}
