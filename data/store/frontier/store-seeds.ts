import type { PrefixTable } from '#data/entity/assign-entity.ts'
import { seedId, seedPrefixes } from '#data/entity/web-entity.ts'
import type { Seed } from '#data/records.ts'
import type { EntityId, Lru } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { recordChange } from '../curate/change-entities.ts'
import type { Author } from '../curate/author.ts'
import { nearestOwner, ownersOfPrefixes, takePrefixes } from '../curate/claim-prefixes.ts'
import { regroupAfter, type PrefixMoves } from '../curate/regroup-after.ts'
import { addPrefix, createEntity, freeName, loadPrefixTable } from '../entities/entities.ts'
import { settleDates } from '../entities/settle-dates.ts'
import { internPage } from '../base/intern-page.ts'

export interface StoredSeeds {
  /** Entities that this list made, or promoted to IN. */
  readonly added: number
  readonly kept: number
  /** Ids of seeds that were left out, because somebody objected and their place was forgotten. */
  readonly forgotten: readonly EntityId[]
}

/**
 * Makes the entities of a seed list, IN, with prefixes, tags and start pages. A seed that the corpus has already keeps
 * what a person may have changed there: only empty fields are filled, and new start pages added. One that was only
 * discovered becomes IN. One transaction; the same list again changes nothing.
 */
export function storeSeeds(corpus: Corpus, seeds: readonly Seed[], now: number): StoredSeeds {
  return corpus.write(() => {
    const isForgotten = (seed: Seed): boolean => wasForgotten(corpus, seed)
    const taken = seeds.filter(seed => !isForgotten(seed))
    const moves = taken.map(seed => storeSeed(corpus, seed, { actor: 'seeds', reason: seed.source, now }))
    const changed = moves.filter(move => move !== null)
    regroupAfter(
      corpus,
      { losers: changed.flatMap(({ losers }) => losers), gained: changed.flatMap(({ gained }) => gained) },
      now,
    )
    settleDates(corpus, now)
    const entities = loadPrefixTable(corpus)
    for (const seed of taken) storeStarts(corpus, entities, seed)
    const added = changed.length
    return { added, kept: taken.length - added, forgotten: seeds.filter(isForgotten).map(seedId) }
  })
}

const wasForgotten = (corpus: Corpus, seed: Seed): boolean =>
  nearestOwner(corpus, seedPrefixes(seed)[0]!)?.isForgotten === 1

/** The seeds of which storeSeeds would make or promote an entity. */
export const newSeeds = (corpus: Corpus, seeds: readonly Seed[]): Seed[] =>
  seeds.filter(seed => {
    const known = knownEntity(corpus, seed, seedPrefixes(seed))
    return (known === undefined || known.status === 'DISCOVERED') && !wasForgotten(corpus, seed)
  })

/** Returns what changed hands, or null when the entity is among the reviewed ones already. */
function storeSeed(corpus: Corpus, seed: Seed, author: Author): PrefixMoves | null {
  const prefixes = seedPrefixes(seed).filter(lru => nearestOwner(corpus, lru)?.isForgotten !== 1)
  const known = knownEntity(corpus, seed, prefixes)
  if (known !== undefined && known.status !== 'DISCOVERED') {
    // Under another id it was moved by a person: its fields speak of something else.
    if (known.name === seedId(seed)) fillFields(corpus, known.id, seed)
    fillDates(corpus, known.id, seed)
    return null
  }
  const id = known?.id ?? createSeed(corpus, seed, author.now)
  const owners = ownersOfPrefixes(corpus, prefixes, [id]).filter(owner => owner.status === 'DISCOVERED')
  const change = { action: 'seed', entityIds: [id, ...owners.map(owner => owner.id)] }
  return recordChange(corpus, author, change, () => {
    takePrefixes(corpus, owners, id)
    replacePrefixes(corpus, id, prefixes)
    corpus
      .sql(`UPDATE entity SET status = 'IN', origin = 'seed', label = ?, homepage = ?, merged_into = NULL WHERE id = ?`)
      .run(seed.name || seedId(seed), seed.url, id)
    fillFields(corpus, id, seed)
    fillDates(corpus, id, seed)
  })
}

interface Known {
  readonly id: number
  readonly name: string
  readonly status: string
}

const knownEntities = 'SELECT id, name, status FROM entity WHERE forgotten_at IS NULL'

/** The entity that owns the seed's first prefix, or bears its id. */
function knownEntity(corpus: Corpus, seed: Seed, prefixes: readonly Lru[]): Known | undefined {
  return (
    corpus.sql<Known>(`${knownEntities} AND id = (SELECT entity_id FROM prefix WHERE lru = ?)`).get(prefixes[0]) ??
    corpus.sql<Known>(`${knownEntities} AND name = ?`).get(seedId(seed))
  )
}

/** The row of the entity that a stored seed is. */
export const entityOfSeed = (corpus: Corpus, seed: Seed): number | undefined =>
  knownEntity(corpus, seed, seedPrefixes(seed))?.id

function createSeed(corpus: Corpus, seed: Seed, now: number): number {
  const name = freeName(corpus, seedId(seed))
  return createEntity(
    corpus,
    {
      name,
      label: seed.name || name,
      homepage: seed.url,
      status: 'IN',
      origin: 'seed',
      source: seed.source,
      prefixes: [],
    },
    now,
  )
}

/** A discovered entity held its whole domain; the seed holds what its row says. */
function replacePrefixes(corpus: Corpus, id: number, prefixes: readonly Lru[]): void {
  corpus.sql('DELETE FROM prefix WHERE entity_id = ?').run(id)
  for (const lru of prefixes)
    if (corpus.sql('SELECT 1 FROM prefix WHERE lru = ?').get(lru) === undefined) addPrefix(corpus, id, lru)
}

function fillFields(corpus: Corpus, id: number, seed: Seed): void {
  corpus
    .sql(
      `UPDATE entity SET country = coalesce(nullif(country, ''), @country), kind = coalesce(nullif(kind, ''), @kind),
         source = coalesce(nullif(source, ''), @source) WHERE id = @id`,
    )
    .run({ id, country: seed.country, kind: seed.kind, source: seed.source })
  for (const [category, value] of seed.tags)
    corpus
      .sql(
        `INSERT OR IGNORE INTO tag (entity_id, category, value) SELECT @id, @category, @value
         WHERE NOT EXISTS (SELECT 1 FROM tag WHERE entity_id = @id AND category = @category)`,
      )
      .run({ id, category, value })
}

/** An event's snapshots (EntitySnapshot), of whoever owns the prefix or lives on in them, say that it had dates: somebody took them away. */
const wasDated = `EXISTS (
  SELECT 1 FROM entity JOIN event ON event.entity_id = entity.id
    JOIN json_each(CASE WHEN json_valid(event.before) THEN event.before ELSE '[]' END) AS was
    JOIN json_each(CASE was.type WHEN 'object' THEN was.value ELSE '{}' END, '$.prefixes') AS had
  WHERE prefix.entity_id IN (entity.id, entity.merged_into) AND event.actor <> 'seeds' AND had.type = 'object'
    AND had.value ->> 'lru' = prefix.lru AND (had.value ->> 'validFrom' <> '' OR had.value ->> 'validTo' <> ''))`

/** A prefix that has dates keeps them, and one whose dates were taken away stays without: by a person. */
function fillDates(corpus: Corpus, id: number, { dated = [] }: Seed): void {
  if (dated.length === 0) return
  const fill = corpus.sql(
    `UPDATE prefix SET valid_from = ?, valid_to = ?
     WHERE lru = ? AND entity_id = ? AND valid_from = '' AND valid_to = '' AND NOT ${wasDated}`,
  )
  for (const { lru, from, to } of dated) fill.run(from, to, lru, id)
}

function storeStarts(corpus: Corpus, entities: PrefixTable<number>, seed: Seed): void {
  const known = knownEntity(corpus, seed, seedPrefixes(seed))!
  for (const url of seed.starts) {
    const page = internPage(corpus, entities, url, () => known.id)
    corpus
      .sql(`INSERT OR IGNORE INTO start_page (page_id, entity_id, origin) VALUES (?, ?, 'seed')`)
      .run(page.id, page.entityId)
  }
}
