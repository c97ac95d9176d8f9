import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { inZones } from '../base/rules.ts'
import { columns, edge, type Evidence, type EvidenceRow, joinsOf, order, readable } from '../evidence/evidence.ts'
import { seenInWave } from '../graph/seen-in-wave.ts'

/** A hyperlink of a tie, and whether a page read in either wave bore it. */
export interface TieLink extends Evidence {
  readonly isBefore: boolean
  readonly isAfter: boolean
}

/** Every hyperlink that ever made the tie, by page and place; `from` and `to` are numbers of waves. */
export const linksOfTie = (
  corpus: Corpus,
  { source, target }: { readonly source: string; readonly target: string },
  { from, to, zones }: { readonly from: number; readonly to: number; readonly zones: readonly Zone[] },
): TieLink[] =>
  corpus
    .sql<EvidenceRow & { isBefore: number; isAfter: number }>(
      `SELECT ${columns}, ${seenInWave('@from')} AS isBefore, ${seenInWave('@to')} AS isAfter FROM link ${joinsOf(undefined)} ${edge}
         AND ${inZones('link')} ORDER BY ${order}`,
    )
    .all({ source, target, from, to, zones: JSON.stringify(zones) })
    .map(({ isBefore, isAfter, ...row }) => ({
      ...readable(row),
      isBefore: isBefore === 1,
      isAfter: isAfter === 1,
    }))
