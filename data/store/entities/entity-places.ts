import { writeDated } from '#data/entity/dated.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isLiving } from '../base/rules.ts'

/** Where an entity lives. */
export interface EntityPlaces {
  /** As people write them, in the order of their LRUs: 'spintank.fr', '*.example.org'. */
  readonly prefixes: readonly string[]
  /** By address. */
  readonly startPages: readonly string[]
  /** Names that it bears or bore, as writeDated writes them, in the order in which they were told. */
  readonly datedNames: readonly string[]
  /** Of its prefixes those with dates. */
  readonly datedPrefixes: readonly string[]
}

type Draft = { -readonly [Part in keyof EntityPlaces]: string[] }

/** Prefixes, start pages and dated names of every entity that has some. */
export function entityPlaces(corpus: Corpus): ReadonlyMap<EntityId, EntityPlaces> {
  const places = new Map<EntityId, Draft>()
  const of = (name: EntityId) => {
    const known = places.get(name) ?? { prefixes: [], startPages: [], datedNames: [], datedPrefixes: [] }
    places.set(name, known)
    return known
  }
  const prefixes = corpus.sql<{ name: EntityId; text: string; from: string; to: string }>(
    `SELECT name, url AS text, valid_from AS "from", valid_to AS "to" FROM prefix JOIN entity ON entity.id = entity_id ORDER BY lru`,
  )
  for (const { name, ...prefix } of prefixes.iterate()) {
    of(name).prefixes.push(prefix.text)
    if (prefix.from !== '' || prefix.to !== '') of(name).datedPrefixes.push(writeDated(prefix))
  }
  const names = corpus.sql<{ id: EntityId; text: string; from: string; to: string }>(
    `SELECT entity.name AS id, entity_name.name AS text, valid_from AS "from", valid_to AS "to" FROM entity_name
       JOIN entity ON entity.id = entity_id WHERE ${isLiving()} ORDER BY entity_name.id`,
  )
  for (const { id, ...name } of names.iterate()) of(id).datedNames.push(writeDated(name))
  const starts = corpus.sql<{ name: EntityId; url: string }>(
    `SELECT name, url FROM start_page JOIN entity ON entity.id = start_page.entity_id
       JOIN page ON page.id = page_id ORDER BY url`,
  )
  for (const { name, url } of starts.iterate()) of(name).startPages.push(url)
  return places
}
