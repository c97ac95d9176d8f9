import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { asideOwner } from './aside-owners.ts'
import { discoverEntity, loadPrefixTable } from './entities.ts'
import { lockOutCrawls, type Patience } from '../base/lock-corpus.ts'
import { moveAllPages, movePages, type Move } from './move-pages.ts'
import { otherOwner, type PrefixInTime, prefixesWithDates } from './prefixes-in-time.ts'
import { inside, outside, type PageSide } from './read-sides.ts'
import { settleDates } from './settle-dates.ts'
import { withoutForeignKeys } from '../base/without-foreign-keys.ts'

export interface Regrouped {
  /** Addresses that went to another entity. */
  readonly moved: number
  /** Rows of entities that were made for addresses that nobody owned. */
  readonly made: readonly number[]
}

/**
 * Gives every address held by the entities `held` to the entity whose prefix fits it best, and its links and start pages
 * with it. To be called after prefixes were added, moved or taken away. One transaction.
 * O(addresses looked at + links of those that moved).
 */
export function regroupPages(
  corpus: Corpus,
  entities: PrefixTable<number>,
  held: readonly number[],
  now: number,
): Regrouped {
  return corpus.write(() => {
    const ofOne = corpus.sql<Held>(
      // Rows of the index are in the order of their ids within one entity, so the next slice is found without a sort.
      `SELECT id, url, entity_id AS entityId, outside FROM page INDEXED BY page_entity
       WHERE entity_id = @entity AND id > @after ORDER BY id LIMIT ${slice}`,
    )
    const owners = ownersBy(corpus, entities, now)
    const moves: Move[] = []
    for (const entity of held)
      for (const page of inSlices(after => ofOne.all({ entity, after }))) {
        const owner = owners.of(page)
        if (owner !== page.entityId) moves.push({ id: page.id, owner })
      }
    movePages(corpus, moves)
    return { moved: moves.length, made: owners.made() }
  })
}

/**
 * As regroupPages, for every address of the corpus: after the rules of platforms changed, or an edit by other means. One
 * transaction: a crash leaves all as it was. When much moves, one pass over all pages and links; their owners stand in
 * memory meanwhile, 8 bytes for each address. A crawl at work makes way. @throws Fault when it doesn't.
 */
export function regroupAll(corpus: Corpus, now: number, patience?: Patience): Regrouped {
  const release = lockOutCrawls(corpus, patience)
  try {
    return withoutForeignKeys(corpus, () =>
      corpus.write(() => {
        const regrouped = regroupEvery(corpus, now)
        settleDates(corpus, now)
        return regrouped
      }),
    )
  } finally {
    release()
  }
}

/** From here on one pass over all links costs less than looking up those of each page. Measured by bench:regroup. */
const isMuch = (moved: number, pages: number): boolean => moved > 20_000 && moved > 0.1 * pages

function regroupEvery(corpus: Corpus, now: number): Regrouped {
  const { last } = corpus.sql<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM page').get()!
  const all = corpus.sql<Held>(
    `SELECT id, url, entity_id AS entityId, outside FROM page WHERE id > ? ORDER BY id LIMIT ${slice}`,
  )
  const owners = ownersBy(corpus, loadPrefixTable(corpus), now)
  const ownerOf = new Int32Array(last + 1)
  const moved: number[] = []
  for (const page of inSlices(after => all.all(after))) {
    ownerOf[page.id] = owners.of(page)
    if (ownerOf[page.id] !== page.entityId) moved.push(page.id)
  }
  if (isMuch(moved.length, last)) moveAllPages(corpus, ownerOf)
  else
    movePages(
      corpus,
      moved.map(id => ({ id, owner: ownerOf[id]! })),
    )
  return { moved: moved.length, made: owners.made() }
}

function ownersBy(corpus: Corpus, entities: PrefixTable<number>, now: number) {
  const made = new Set<number>()
  const discover = (url: Url): number => {
    const id = discoverEntity(corpus, entities, url, now)
    made.add(id)
    return id
  }
  let dated: PrefixTable<PrefixInTime> | null = null
  const other = ({ url, entityId, outside: side }: Held): number | null => {
    if (side === inside) return null
    const prefix = (dated ??= prefixesWithDates(corpus)).find(url)
    const isDated = prefix !== null && prefix.from + prefix.to !== ''
    if (side === outside) return isDated ? otherOwner(corpus, prefix, now) : null
    // Where there are no dates any more, settleDates finds by its owner what was set aside.
    return isDated ? asideOwner(corpus, prefix, side, now) : entityId
  }
  return {
    of: (page: Held): number => other(page) ?? entities.find(page.url) ?? discover(page.url),
    made: () => [...made],
  }
}

interface Held {
  readonly id: number
  readonly url: Url
  readonly entityId: number
  readonly outside: PageSide
}

/** Pages are read in slices: entities made on the way would otherwise be written under an open cursor. */
const slice = 20_000

function* inSlices(next: (after: number) => Held[]): Generator<Held> {
  for (let after = 0; ;) {
    const pages = next(after)
    yield* pages
    if (pages.length < slice) return
    after = pages.at(-1)!.id
  }
}
