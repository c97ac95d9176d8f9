import type { PrefixTable } from '../entity/assign-entity.ts'
import type { Url } from '../url/brand.ts'
import type { Corpus } from './corpus.ts'
import { discoverEntity } from './entities.ts'
import { moveAllPages, movePages } from './move-pages.ts'

export interface Regrouped {
  /** Addresses that went to another entity. */
  readonly moved: number
  /** Rows of entities that were made for addresses that nobody owned. */
  readonly made: readonly number[]
}

/**
 * Gives every address held by `held` (all addresses when null) to the entity whose prefix fits it best, and its links
 * and start pages with it. To be called after prefixes were added, moved or taken away. One transaction: a crash leaves
 * all as it was. O(addresses looked at + links of those that moved); when much of the corpus moves, one pass over all links.
 */
export function regroupPages(
  corpus: Corpus,
  entities: PrefixTable<number>,
  held: readonly number[] | null,
  now: number,
): Regrouped {
  return corpus.write(() => {
    corpus.db.exec('CREATE TEMP TABLE IF NOT EXISTS moved (page_id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL)')
    corpus.db.exec('DELETE FROM temp.moved')
    const regrouped = listMoves(corpus, entities, held, now)
    if (regrouped.moved > 0) (isMuch(corpus, regrouped.moved) ? moveAllPages : movePages)(corpus)
    corpus.db.exec('DELETE FROM temp.moved')
    return regrouped
  })
}

/** From here on one pass over all links costs less than looking up those of each page. Measured by bench:regroup. */
function isMuch(corpus: Corpus, moved: number): boolean {
  if (moved < 20_000) return false
  return moved > 0.1 * corpus.sql<{ n: number }>('SELECT coalesce(max(id), 0) AS n FROM page').get()!.n
}

interface Held {
  readonly id: number
  readonly url: Url
  readonly entityId: number
}

/** Pages are read in slices: entities made on the way would otherwise be written under an open cursor. */
const slice = 20_000

function listMoves(
  corpus: Corpus,
  entities: PrefixTable<number>,
  held: readonly number[] | null,
  now: number,
): Regrouped {
  const note = corpus.sql('INSERT INTO temp.moved VALUES (?, ?)')
  const made = new Set<number>()
  let moved = 0
  const discover = (url: Url): number => {
    const id = discoverEntity(corpus, entities, url, now)
    made.add(id)
    return id
  }
  for (const { id, url, entityId } of heldPages(corpus, held)) {
    const owner = entities.find(url) ?? discover(url)
    if (owner === entityId) continue
    note.run(id, owner)
    moved += 1
  }
  return { moved, made: [...made] }
}

function* heldPages(corpus: Corpus, held: readonly number[] | null): Generator<Held> {
  const ofAll = corpus.sql<Held>(
    'SELECT id, url, entity_id AS entityId FROM page WHERE id > @after ORDER BY id LIMIT @slice',
  )
  // Rows of an index are in the order of their ids within one entity, so the next slice is found without a sort.
  const ofOne = corpus.sql<Held>(
    `SELECT id, url, entity_id AS entityId FROM page INDEXED BY page_entity
     WHERE entity_id = @entity AND id > @after ORDER BY id LIMIT @slice`,
  )
  if (held === null) yield* inSlices(after => ofAll.all({ after, slice }))
  else for (const entity of held) yield* inSlices(after => ofOne.all({ entity, after, slice }))
}

function* inSlices(next: (after: number) => Held[]): Generator<Held> {
  for (let after = 0; ;) {
    const pages = next(after)
    yield* pages
    if (pages.length < slice) return
    after = pages.at(-1)!.id
  }
}
