import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/** A measure's values in the order of their entities' numbers. */
interface Column {
  readonly measure: string
  readonly ids: readonly number[]
  readonly values: readonly number[]
}

/**
 * Values of an analysis by measure, the measures by name, the entities of each by theirs. Names are joined and sorted here: SQLite would
 * sort a row per value. Of all measures together a name stands in memory once, and a value takes eight bytes.
 */
export function readNodeValues(corpus: Corpus, analysisId: number): Map<string, ReadonlyMap<EntityId, number>> {
  const columns = columnsOf(corpus, analysisId)
  const lists = new Set(columns.map(({ ids }) => ids))
  const entities = namesOf(corpus, new Set([...lists].flat()))
  const placeOf = new Map(entities.map(([id], place) => [id, place]))
  const names = entities.map(([, name]) => name)
  const shared: Shared = { names, placeOf: new Map(names.map((name, place) => [name, place])) }
  const places = new Map([...lists].map(ids => [ids, Int32Array.from(ids, id => placeOf.get(id) ?? -1)]))
  return new Map(
    columns.map(({ measure, ids, values }) => [measure, new SharedColumn(shared, places.get(ids)!, values)]),
  )
}

/** Numbers cross from SQLite one by one, not as a row each. Columns of the same entities have one list of them. */
function columnsOf(corpus: Corpus, analysisId: number): Column[] {
  const list = (column: 'entity_id' | 'value', measure: string): number[] =>
    corpus
      .sql<number>(`SELECT ${column} FROM node_value WHERE analysis_id = ? AND measure = ? ORDER BY entity_id`)
      .pluck()
      .all(analysisId, measure)
  let last: readonly number[] = []
  return measuresOf(corpus, analysisId).map(measure => {
    const ids = list('entity_id', measure)
    if (!isSame(ids, last)) last = ids
    return { measure, ids: last, values: list('value', measure) }
  })
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at])

const namesOf = (corpus: Corpus, ids: ReadonlySet<number>): [number, EntityId][] =>
  corpus
    .sql<[number, EntityId]>('SELECT id, name FROM entity WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name')
    .raw()
    .all(JSON.stringify([...ids])) as unknown as [number, EntityId][]

/** From one name to the next by the key: there are some thirty among a million rows. */
const measuresOf = (corpus: Corpus, analysisId: number): string[] =>
  corpus
    .sql<{ measure: string }>(
      `WITH RECURSIVE own(measure) AS (
         SELECT min(measure) FROM node_value WHERE analysis_id = @analysisId
         UNION ALL SELECT (SELECT min(measure) FROM node_value WHERE analysis_id = @analysisId AND measure > own.measure)
         FROM own WHERE own.measure IS NOT NULL)
       SELECT measure FROM own WHERE measure IS NOT NULL`,
    )
    .all({ analysisId })
    .map(({ measure }) => measure)

/** The values of `ids`, in their order; undefined where there is none. Measures of one analysis are asked with one list: names are looked up once. */
export const valuesInOrder = (
  values: ReadonlyMap<EntityId, number>,
  ids: readonly EntityId[],
): (number | undefined)[] => (values instanceof SharedColumn ? values.inOrder(ids) : ids.map(id => values.get(id)))

/** Entities by name, and the place of each. */
interface Shared {
  readonly names: readonly EntityId[]
  readonly placeOf: ReadonlyMap<EntityId, number>
  /** Of the list that was asked for last. */
  last?: { readonly ids: readonly EntityId[]; readonly places: readonly (number | undefined)[] }
}

/** A map of the entities that have a value (not NaN), over an array with a place for each that any measure has. */
class SharedColumn implements ReadonlyMap<EntityId, number> {
  readonly size: number
  readonly #shared: Shared
  readonly #values: Float64Array

  constructor(shared: Shared, places: Int32Array, values: readonly number[]) {
    this.#shared = shared
    this.#values = new Float64Array(shared.names.length).fill(NaN)
    let size = 0
    for (let at = 0; at < places.length; at++) {
      if (places[at]! < 0) continue
      this.#values[places[at]!] = values[at]!
      size++
    }
    this.size = size
  }

  get(name: EntityId): number | undefined {
    const place = this.#shared.placeOf.get(name)
    const value = place === undefined ? NaN : this.#values[place]!
    return Number.isNaN(value) ? undefined : value
  }

  inOrder(ids: readonly EntityId[]): (number | undefined)[] {
    const { placeOf, last } = this.#shared
    const places = last?.ids === ids ? last.places : ids.map(id => placeOf.get(id))
    this.#shared.last = { ids, places }
    return places.map(place => {
      const value = place === undefined ? NaN : this.#values[place]!
      return Number.isNaN(value) ? undefined : value
    })
  }

  has(name: EntityId): boolean {
    return this.get(name) !== undefined
  }

  *entries(): Generator<[EntityId, number], undefined> {
    const { names } = this.#shared
    for (let place = 0; place < names.length; place++) {
      const value = this.#values[place]!
      if (!Number.isNaN(value)) yield [names[place]!, value]
    }
  }

  *keys(): Generator<EntityId, undefined> {
    for (const [name] of this.entries()) yield name
  }

  *values(): Generator<number, undefined> {
    for (const value of this.#values) if (!Number.isNaN(value)) yield value
  }

  [Symbol.iterator](): Generator<[EntityId, number], undefined> {
    return this.entries()
  }

  forEach(visit: (value: number, name: EntityId, map: ReadonlyMap<EntityId, number>) => void): void {
    for (const [name, value] of this.entries()) visit(value, name, this)
  }
}
