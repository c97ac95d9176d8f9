import type { EntityId } from '../url/brand.ts'
import type { Corpus } from './corpus.ts'

/** Where an entity lives. */
export interface EntityPlaces {
  /** As people write them, in the order of their LRUs: 'spintank.fr', '*.example.org'. */
  readonly prefixes: readonly string[]
  /** By address. */
  readonly startPages: readonly string[]
}

/** Prefixes and start pages of every entity that has some. */
export function entityPlaces(corpus: Corpus): ReadonlyMap<EntityId, EntityPlaces> {
  const places = new Map<EntityId, { prefixes: string[]; startPages: string[] }>()
  const of = (name: EntityId) => {
    const known = places.get(name) ?? { prefixes: [], startPages: [] }
    places.set(name, known)
    return known
  }
  const prefixes = corpus.sql<{ name: EntityId; url: string }>(
    'SELECT name, url FROM prefix JOIN entity ON entity.id = entity_id ORDER BY lru',
  )
  for (const { name, url } of prefixes.iterate()) of(name).prefixes.push(url)
  const starts = corpus.sql<{ name: EntityId; url: string }>(
    `SELECT name, url FROM start_page JOIN entity ON entity.id = start_page.entity_id
       JOIN page ON page.id = page_id ORDER BY url`,
  )
  for (const { name, url } of starts.iterate()) of(name).startPages.push(url)
  return places
}
