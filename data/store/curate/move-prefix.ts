import { foldLru } from '#data/entity/web-entity.ts'
import { Mistake } from '#data/mistake.ts'
import type { Lru, Url } from '#data/url/brand.ts'
import { prefixLru } from '#data/url/lru.ts'
import type { Corpus } from '../base/corpus.ts'
import { addPrefix, writtenPrefix } from '../entities/entities.ts'
import { addStartPage } from '../frontier/start-pages.ts'
import { changeEntities } from './change-entities.ts'
import type { Author } from './author.ts'
import { ownersOfPrefixes, refuseForgotten, refuseReviewedOwners, takePrefixes } from './claim-prefixes.ts'
import { entityRow } from './entity-row.ts'
import type { Period } from './name-entity.ts'

export interface GivenPrefix extends Period {
  /** The prefix's own address as it was written: a crawl begins there too. Any other is reached by links alone. */
  readonly start?: Url
}

/**
 * Gives `lru` to the entity; an unreviewed owner loses it. One that it has gets the dates given: outside them its addresses count
 * for another owner (settleDates). An empty date takes one away.
 * @throws Mistake when a reviewed entity owns it, or a forgotten one.
 */
export function addPrefixTo(
  corpus: Corpus,
  author: Author,
  name: string,
  lru: Lru,
  { from, to, start }: GivenPrefix = {},
): number | null {
  const id = entityRow(corpus, name)
  refuseForgotten(corpus, [lru])
  const owners = ownersOfPrefixes(corpus, [lru], [id])
  refuseReviewedOwners(owners)
  const change = { action: 'add-prefix', entityIds: [id, ...owners.map(owner => owner.id)] }
  return changeEntities(corpus, author, change, () => {
    takePrefixes(corpus, owners, id)
    if (corpus.sql('SELECT 1 FROM prefix WHERE lru = ?').get(lru) === undefined) addPrefix(corpus, id, lru)
    setDates(corpus, lru, { from, to })
    if (start !== undefined && foldLru(prefixLru(start)) === lru) addStartPage(corpus, id, start)
  })
}

/**
 * Sets the dates of a prefix that the entity has: those given, '' for an open side, what is left out stays. Outside them its addresses
 * count for another owner.
 */
export function datePrefix(
  corpus: Corpus,
  author: Author,
  name: string,
  lru: Lru,
  { from, to }: Period,
): number | null {
  const id = entityRow(corpus, name)
  refuseNotOwn(corpus, id, name, lru)
  return changeEntities(corpus, author, { action: 'date-prefix', entityIds: [id] }, () =>
    setDates(corpus, lru, { from, to }),
  )
}

function setDates(
  corpus: Corpus,
  lru: Lru,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): void {
  corpus
    .sql(
      `UPDATE prefix SET valid_from = coalesce(@from, valid_from), valid_to = coalesce(@to, valid_to) WHERE lru = @lru`,
    )
    .run({ lru, from: from ?? null, to: to ?? null })
}

/** Its prefixes. @throws Mistake when `lru` is none of them. */
function refuseNotOwn(corpus: Corpus, id: number, name: string, lru: Lru): readonly Lru[] {
  const own = corpus.sql<{ lru: Lru }>('SELECT lru FROM prefix WHERE entity_id = ? ORDER BY lru').all(id)
  if (!own.some(prefix => prefix.lru === lru))
    throw new Mistake({
      code: 'prefix-not-own',
      values: { name, prefix: writtenPrefix(lru), own: own.map(prefix => writtenPrefix(prefix.lru)).join(' ') },
    })
  return own.map(prefix => prefix.lru)
}

/** Takes `lru` from the entity; its addresses go to whoever's prefix fits next. */
export function removePrefixFrom(corpus: Corpus, author: Author, name: string, lru: Lru): number | null {
  const id = entityRow(corpus, name)
  const prefixes = refuseNotOwn(corpus, id, name, lru)
  if (prefixes.length === 1) throw new Mistake({ code: 'last-prefix', values: { name } })
  return changeEntities(corpus, author, { action: 'remove-prefix', entityIds: [id] }, () => {
    corpus.sql('DELETE FROM prefix WHERE lru = ?').run(lru)
  })
}
