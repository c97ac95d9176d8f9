import type { EntityId, Url } from '../url/brand.ts'
import { readAddress } from '../url/read-address.ts'
import { plainName } from './plain-name.ts'

/** What a corpus knows, to be joined with the rows of a table. */
export interface Known {
  /** An entity may come several times, once for each name that it bears or bore. */
  readonly entities: Iterable<{ readonly id: EntityId; readonly label: string }>
  /** The entity that owns an address; see buildPrefixTable. */
  readonly find: (url: Url) => EntityId | null
}

/** What of a row tells whom it speaks of. */
export interface Named {
  readonly id: EntityId
  readonly label: string
  readonly homepage: string
  readonly prefixes: readonly string[]
}

interface NodeMatch<Row> {
  readonly node: Row
  readonly entity: EntityId
  readonly by: 'id' | 'address' | 'name'
}

export interface NodeMatches<Row> {
  readonly matched: readonly NodeMatch<Row>[]
  /** Known by neither id, address nor name. */
  readonly unmatched: readonly Row[]
  /** Several entities have that name, or the addresses of the row. */
  readonly ambiguous: readonly { readonly node: Row; readonly entities: readonly EntityId[] }[]
}

function entitiesByName(known: Known): ReadonlyMap<string, readonly EntityId[]> {
  const names = new Map<string, EntityId[]>()
  for (const { id, label } of known.entities) {
    const name = plainName(label)
    const others = names.get(name) ?? []
    if (name !== '' && !others.includes(id)) names.set(name, [...others, id])
  }
  return names
}

function ownersOf({ homepage, prefixes }: Named, find: Known['find']): readonly EntityId[] {
  const addresses = [homepage, ...prefixes].map(readAddress).filter(url => url !== null)
  return [...new Set(addresses.map(find).filter(entity => entity !== null))]
}

/**
 * Joins rows to entities: by id, else by the entity that owns the row's addresses, else by a name that only one entity
 * has (case and accents ignored). What doesn't match, or matches several, is reported and never guessed.
 */
export function matchNodes<Row extends Named>(nodes: readonly Row[], known: Known): NodeMatches<Row> {
  const ids = new Set([...known.entities].map(({ id }) => id))
  const names = entitiesByName(known)
  const result = {
    matched: [] as NodeMatch<Row>[],
    unmatched: [] as Row[],
    ambiguous: [] as NodeMatches<Row>['ambiguous'][number][],
  }
  for (const node of nodes) {
    const owners = ownersOf(node, known.find)
    const [by, entities]: readonly [NodeMatch<Row>['by'], readonly EntityId[]] = ids.has(node.id)
      ? ['id', [node.id]]
      : owners.length > 0
        ? ['address', owners]
        : ['name', names.get(plainName(node.label)) ?? []]
    const [entity] = entities
    if (entity === undefined) result.unmatched.push(node)
    else if (entities.length > 1) result.ambiguous.push({ node, entities })
    else result.matched.push({ node, entity, by })
  }
  return result
}
