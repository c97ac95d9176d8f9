import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { inComment, inZones, betweenEntities, chosenEntities } from '../base/rules.ts'

/** Anchor texts kept of an entity: the most frequent ones name it, the long tail does not. */
const mostTexts = 50

/**
 * The texts by which entities of these statuses are cited, each with the number of its hyperlinks, most frequent first.
 * Links inside an entity are not citations and don't count; words of comments name private persons, not an entity.
 */
export function anchorsOfEntities(
  corpus: Corpus,
  { statuses, zones }: { readonly statuses: readonly Status[]; readonly zones: readonly Zone[] },
): Map<EntityId, (readonly [text: string, links: number])[]> {
  const rows = corpus
    .sql<{ name: EntityId; text: string; links: number }>(
      `WITH chosen AS (${chosenEntities}),
       counted AS (
         SELECT target_entity, anchor, count(*) AS links,
           row_number() OVER (PARTITION BY target_entity ORDER BY count(*) DESC, anchor) AS place
         FROM link
         WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen AND anchor IS NOT NULL
           AND ${inZones()}
           AND NOT (${inComment()})
         GROUP BY target_entity, anchor)
       SELECT entity.name, snippet.value AS text, links FROM counted
         JOIN entity ON entity.id = target_entity JOIN snippet ON snippet.id = anchor
       WHERE place <= @mostTexts ORDER BY entity.name, links DESC, snippet.value`,
    )
    .all({ statuses: JSON.stringify(statuses), zones: JSON.stringify(zones), mostTexts })
  const anchors = new Map<EntityId, (readonly [string, number])[]>()
  for (const { name, text, links } of rows) anchors.set(name, [...(anchors.get(name) ?? []), [text, links]])
  return anchors
}
