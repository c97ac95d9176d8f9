import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'
import { importedAddressOf } from './imported-address-of.ts'
import type { ImportedEntity } from './imported-records.ts'
import { type KnownEntity, tagKey } from './known-entities.ts'
import { sameEntity } from './same-entity.ts'

/** What of an entity that the corpus has is filled in or added. */
export interface Changing {
  readonly entity: KnownEntity
  readonly fields: Readonly<Partial<Record<'label' | 'homepage' | 'country' | 'kind' | 'status', string>>>
  readonly tags: ImportedEntity['tags']
  readonly prefixes: readonly Lru[]
  readonly datedNames: ImportedEntity['datedNames']
  readonly datedPrefixes: ImportedEntity['datedPrefixes']
}

/** A prefix that an unreviewed entity loses to an imported one. */
export interface Taking {
  readonly lru: Lru
  readonly owner: KnownEntity
  readonly by: EntityId
}

/** A prefix that an imported entity does not get, since it is another one's. */
export interface KeptPrefix {
  readonly lru: Lru
  readonly owner: EntityId
  readonly by: EntityId
}

export interface EntityPlan {
  /** New entities with the prefixes that nobody owns. */
  readonly makes: readonly { readonly record: ImportedEntity; readonly prefixes: readonly Lru[] }[]
  readonly changes: readonly Changing[]
  readonly takes: readonly Taking[]
  readonly kept: readonly KeptPrefix[]
  /** Entities of the corpus that the file adds nothing to. */
  readonly unchanged: number
  /** Forgotten on objection: never to come back by a file. */
  readonly forgotten: readonly EntityId[]
  /** Records whose id is, in the corpus, something else. */
  readonly conflicts: readonly { readonly record: ImportedEntity; readonly entity: KnownEntity }[]
}

export interface PlanGround {
  readonly known: ReadonlyMap<EntityId, KnownEntity>
  /** Row of the entity whose prefix fits an address best. */
  readonly find: (url: Url) => number | null
  /** This very file was imported before: its ids mean what they meant then, whatever a person renamed since. */
  readonly isTrusted: boolean
  /** Entities whose status the file doesn't tell. */
  readonly preset: Status
}

type Draft = { -readonly [Part in keyof EntityPlan]: EntityPlan[Part] extends readonly (infer One)[] ? One[] : number }

/**
 * Decides what an import does to entities; touches nothing. New ids become entities. Of known ones empty fields are
 * filled, tags and prefixes added, and what nobody reviewed is reviewed; nothing that a person set is replaced, no prefix
 * leaves an entity that somebody reviewed, and two entities never become one.
 */
export function planEntities(records: readonly ImportedEntity[], ground: PlanGround): EntityPlan {
  const draft: Draft = { makes: [], changes: [], takes: [], kept: [], unchanged: 0, forgotten: [], conflicts: [] }
  const claims = claimsOf(records, ground, draft)
  const byRow = new Map([...ground.known.values()].map(entity => [entity.row, entity]))
  for (const record of records) {
    const entity = ground.known.get(record.id)
    if (entity?.isForgotten || isForgottenPlace(record, ground, byRow)) draft.forgotten.push(record.id)
    else if (entity === undefined) draft.makes.push({ record, prefixes: claims(record, entity) })
    else if (entity.isMerged) draft.unchanged += 1
    else if (!ground.isTrusted && !sameEntity(record, entity, ground.find)) draft.conflicts.push({ record, entity })
    else planChange(draft, ground.preset, record, entity, claims)
  }
  return draft
}

const finalStatus = (record: ImportedEntity, entity: KnownEntity | undefined, preset: Status): Status =>
  entity === undefined || entity.status === 'DISCOVERED' ? (record.status ?? preset) : entity.status

function planChange(draft: Draft, preset: Status, record: ImportedEntity, entity: KnownEntity, claims: Claims): void {
  const takesBefore = draft.takes.length
  const prefixes = claims(record, entity)
  const isUnnamed = entity.label === '' || entity.label === entity.id
  const status = finalStatus(record, entity, preset)
  const offered: readonly (readonly [keyof Changing['fields'], string, boolean])[] = [
    ['label', record.label, isUnnamed && record.label !== entity.label],
    ['homepage', record.homepage, entity.homepage === ''],
    ['country', record.country, entity.country === ''],
    ['kind', record.kind, entity.kind === ''],
    ['status', status, status !== entity.status],
  ]
  const fields = Object.fromEntries(
    offered.filter(([, value, wanted]) => wanted && value !== '').map(([field, value]) => [field, value]),
  )
  const tags = record.tags.filter(([category, value]) => !entity.tags.has(tagKey(category, value)))
  const datedNames = record.datedNames.filter(({ text }) => !entity.datedNames.has(text))
  const datedPrefixes = record.datedPrefixes.filter(({ lru }) => entity.undated.has(lru) || prefixes.includes(lru))
  const told = [Object.keys(fields), tags, prefixes, datedNames, datedPrefixes].some(({ length }) => length > 0)
  if (told || draft.takes.length > takesBefore)
    draft.changes.push({ entity, fields, tags, prefixes, datedNames, datedPrefixes })
  else draft.unchanged += 1
}

type Claims = (record: ImportedEntity, entity: KnownEntity | undefined) => readonly Lru[]

/** Which prefixes an entity gets that nobody owns; notes on the way those taken from others, and those that stay. */
function claimsOf(records: readonly ImportedEntity[], { known, find, preset }: PlanGround, draft: Draft): Claims {
  const owners = new Map<Lru, KnownEntity | EntityId>()
  for (const entity of known.values()) for (const lru of entity.prefixes) owners.set(lru, entity)
  const byRow = new Map([...known.values()].map(entity => [entity.row, entity]))
  const recordOf = new Map(records.map(record => [record.id, record]))
  const isUnreviewed = (owner: KnownEntity): boolean =>
    owner.status === 'DISCOVERED' &&
    (!recordOf.has(owner.id) || finalStatus(recordOf.get(owner.id)!, owner, preset) === 'DISCOVERED')
  return (record, entity) => {
    const wanted = record.prefixes.length > 0 || (entity?.prefixes.size ?? 0) > 0 ? record.prefixes : record.guessed
    const isReviewed = finalStatus(record, entity, preset) !== 'DISCOVERED'
    return wanted.filter(lru => {
      const owner = owners.get(lru) ?? forgottenAround(lru, find, byRow)
      if (owner === entity && entity !== undefined) return false
      if (owner === record.id) return false
      if (owner === undefined || (typeof owner === 'object' && isReviewed && isUnreviewed(owner))) {
        owners.set(lru, record.id)
        if (owner !== undefined) draft.takes.push({ lru, owner, by: record.id })
        return owner === undefined
      }
      draft.kept.push({ lru, owner: typeof owner === 'string' ? owner : owner.id, by: record.id })
      return false
    })
  }
}

type Find = PlanGround['find']

function forgottenAround(lru: Lru, find: Find, byRow: ReadonlyMap<number, KnownEntity>): KnownEntity | undefined {
  const address = importedAddressOf(lru)
  const owner = address === null ? undefined : byRow.get(find(address) ?? -1)
  return owner?.isForgotten ? owner : undefined
}

function isForgottenPlace(
  { homepage, prefixes, guessed }: ImportedEntity,
  { find }: PlanGround,
  byRow: ReadonlyMap<number, KnownEntity>,
): boolean {
  const places = homepage === '' ? [...prefixes, ...guessed].map(importedAddressOf) : [homepage]
  return places.length > 0 && places.every(url => url !== null && byRow.get(find(url) ?? -1)?.isForgotten)
}
