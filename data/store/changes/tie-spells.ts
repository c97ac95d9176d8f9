import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import { betweenEntities, byDay, chosenEntities, inZones } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'
import { seenIn } from '../graph/seen-in-wave.ts'

/** A time through which each wave saw the tie: its first and last sighting, ISO 8601. */
export interface Spell {
  readonly first: string
  readonly last: string
}

interface SeenRow {
  readonly source: EntityId
  readonly target: EntityId
  readonly nth: number
  readonly first: number
  readonly last: number
}

/**
 * When each tie was seen, wave after wave; a wave that did not see it, for whatever cause, ends a spell. By
 * 'source target'. One pass over the links and their visits.
 */
export function tieSpells(
  corpus: Corpus,
  { statuses, zones }: { readonly statuses: readonly Status[]; readonly zones: readonly Zone[] },
): Map<string, Spell[]> {
  const rows = corpus
    .sql<SeenRow>(
      `WITH chosen AS (${chosenEntities}),
       ordered AS (SELECT id, row_number() OVER (ORDER BY ${byDay()}) AS nth FROM wave)
       SELECT source.name AS source, target.name AS target, nth, min(visit.at) AS first, max(visit.at) AS last
       FROM link JOIN visit ON visit.page_id = link.page_id JOIN ordered ON ordered.id = visit.wave_id
         JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
       WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen AND ${inZones()}
         AND ${wasRead('visit')} AND ${seenIn('visit.id')}
       GROUP BY source_entity, target_entity, nth ORDER BY source.name, target.name, nth`,
    )
    .all({ statuses: JSON.stringify(statuses), zones: JSON.stringify(zones) })
  const ties = Map.groupBy(rows, ({ source, target }) => `${source} ${target}`)
  return new Map([...ties].map(([tie, seen]) => [tie, joined(seen)]))
}

/** Waves that follow each other make one spell. */
function joined(seen: readonly SeenRow[]): Spell[] {
  const spells: { first: number; last: number; nth: number }[] = []
  for (const { nth, first, last } of seen) {
    const before = spells.at(-1)
    if (before !== undefined && before.nth === nth - 1) {
      before.last = last
      before.nth = nth
    } else spells.push({ first, last, nth })
  }
  return spells.map(({ first, last }) => ({ first: isoTime(first), last: isoTime(last) }))
}
