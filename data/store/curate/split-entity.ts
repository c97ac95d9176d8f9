import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { entityIdOfLru } from '#data/entity/entity-id.ts'
import { Mistake } from '#data/mistake.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Corpus } from '../base/corpus.ts'
import { addPrefix, createEntity, freeName, writtenPrefix } from '../entities/entities.ts'
import { changeEntities } from './change-entities.ts'
import type { Author } from './author.ts'
import { nearestOwner } from './claim-prefixes.ts'
import { entityRow } from './entity-row.ts'

export interface Split {
  /** Id of the entity split off. */
  readonly id: EntityId
  readonly event: number
}

/**
 * Makes an entity of its own out of some prefixes of `name` (each one of its own, or narrower). It takes over status,
 * country and kind. @throws Mistake when a prefix lies outside the entity, nothing would be left of it, or the id is taken.
 */
export function splitEntity(corpus: Corpus, author: Author, name: string, lrus: readonly Lru[], label?: string): Split {
  const from = entityRow(corpus, name)
  const [first] = lrus
  if (first === undefined) throw new Mistake({ code: 'split-nothing', values: { name } })
  for (const lru of lrus) refuseOutside(corpus, { id: from, name }, lru)
  refuseWhole(corpus, { id: from, name }, lrus)
  return corpus.write(() => {
    const made = emptyEntity(corpus, { id: from, name }, entityIdOfLru(first), author.now)
    const homepage = homepageWithin(corpus, from, lrus)
    const event = changeEntities(corpus, author, { action: 'split', entityIds: [made.id, from] }, () => {
      takeOver(corpus, made.id, from)
      corpus
        .sql('UPDATE entity SET merged_into = NULL, label = ?, homepage = ? WHERE id = ?')
        .run(label ?? made.name, homepage, made.id)
      for (const lru of lrus) {
        corpus.sql('DELETE FROM prefix WHERE lru = ?').run(lru)
        addPrefix(corpus, made.id, lru)
      }
    })
    return { id: made.name, event: event! }
  })
}

interface Origin {
  readonly id: number
  readonly name: string
}

function refuseOutside(corpus: Corpus, from: Origin, lru: Lru): void {
  const owner = nearestOwner(corpus, lru)
  if (owner?.id === from.id) return
  const values = { prefix: writtenPrefix(lru), name: from.name }
  throw new Mistake(
    owner
      ? { code: 'split-of-another', values: { ...values, owner: owner.name } }
      : { code: 'split-of-nobody', values },
  )
}

function refuseWhole(corpus: Corpus, from: Origin, lrus: readonly Lru[]): void {
  const own = corpus.sql<{ lru: Lru }>('SELECT lru FROM prefix WHERE entity_id = ?').all(from.id)
  if (own.every(({ lru }) => lrus.includes(lru)))
    throw new Mistake({ code: 'split-whole', values: { name: from.name } })
}

/** A new entity as yet merged into its origin, so that undoing leaves it there; or the one that an undo left there. */
function emptyEntity(corpus: Corpus, from: Origin, id: EntityId, now: number): { id: number; name: EntityId } {
  const known = corpus
    .sql<{ id: number; into: number | null; forgotten: number | null }>(
      'SELECT id, merged_into AS "into", forgotten_at AS forgotten FROM entity WHERE name = ?',
    )
    .get(id)
  if (known && known.into !== null && known.forgotten === null) return { id: known.id, name: id }
  if (known && known.id !== from.id) throw new Mistake({ code: 'split-known', values: { name: id } })
  const name = freeName(corpus, id)
  const made = createEntity(
    corpus,
    { name, label: name, homepage: '', status: 'UNDECIDED', origin: 'user', prefixes: [] },
    now,
  )
  corpus.sql('UPDATE entity SET merged_into = ? WHERE id = ?').run(from.id, made)
  return { id: made, name }
}

function takeOver(corpus: Corpus, made: number, from: number): void {
  corpus
    .sql(
      `UPDATE entity SET (country, kind, status) = (SELECT country, kind, status FROM entity WHERE id = @from) WHERE id = @made`,
    )
    .run({ made, from })
}

/** The address to enter by: of the pages known within the prefixes the shortest, one that was read before others. */
function homepageWithin(corpus: Corpus, from: number, lrus: readonly Lru[]): string {
  const within = buildPrefixTable(lrus.map(lru => ({ lru, entity: true })))
  const pages = corpus.sql<{ url: Url }>(
    `SELECT url FROM page INDEXED BY page_entity WHERE entity_id = ? ORDER BY state IS NOT 'fetched', length(url), url`,
  )
  for (const { url } of pages.iterate(from)) if (within.find(url)) return url
  return normalizeUrl(`http://${entityIdOfLru(lrus[0]!)}`) ?? ''
}
