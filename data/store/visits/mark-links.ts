import type { Markable } from '#data/marks/markable.ts'
import type { LinkElement } from '#data/records.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { effectiveZone, betweenEntities } from '../base/rules.ts'
import { unguarded } from './guard.ts'

interface Row {
  readonly id: number
  readonly element: LinkElement
  readonly url: Url
  readonly context: string
  readonly anchorAt: number
  readonly zone: Zone
  readonly mark: string
}

const slice = 20_000

/**
 * Marks every hyperlink between entities anew by what is stored of it: `mark` tells what a link is beside recognition.
 * Returns how many bear a mark now. One transaction. O(links between entities).
 */
export function markLinks(corpus: Corpus, mark: (link: Markable) => string, guard = unguarded): number {
  return corpus.write(() => {
    const next = corpus.sql<Row>(
      `SELECT link.id, element, named.url, coalesce(context.value, '') AS context, anchor_at AS anchorAt,
         ${effectiveZone()} AS zone, mark
       FROM link JOIN page named ON named.id = target_id LEFT JOIN snippet context ON context.id = link.context
       WHERE link.id > ? AND ${betweenEntities()} ORDER BY link.id LIMIT ${slice}`,
    )
    const set = corpus.sql('UPDATE link SET mark = ? WHERE id = ?')
    let marked = 0
    for (let after = 0; ;) {
      const links = next.all(after)
      const [first] = links
      const changed = first && guard(first.url, 'marks', () => marksOf(links, mark))
      for (const { id, before, now } of changed ?? []) {
        if (now !== before) set.run(now, id)
        if (now !== '') marked += 1
      }
      if (links.length < slice) return marked
      after = links.at(-1)!.id
    }
  })
}

const marksOf = (links: readonly Row[], mark: (link: Markable) => string) =>
  links.map(({ id, mark: before, anchorAt, ...link }) => ({
    id,
    before,
    now: mark({ ...link, anchorAt: anchorAt < 0 ? null : [anchorAt, anchorAt] }),
  }))
