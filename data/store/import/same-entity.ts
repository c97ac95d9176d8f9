import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { importedAddressOf } from './imported-address-of.ts'
import type { ImportedEntity } from './imported-records.ts'
import type { KnownEntity } from './known-entities.ts'

const plain = (name: string): string =>
  name.replace(/\p{M}/gu, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/**
 * Whether a record and the entity of the corpus that has its id can be one: they share an address or a name, or one of
 * them says too little to tell. Two tools number their nodes from 1: the same id alone proves nothing.
 */
export function sameEntity(record: ImportedEntity, entity: KnownEntity, find: (url: Url) => number | null): boolean {
  const lrus = [...record.prefixes, ...record.guessed]
  const addresses = [...lrus.map(importedAddressOf), normalizeUrl(`http://${record.id}`)].filter(url => url !== null)
  if (lrus.some(lru => entity.prefixes.has(lru)) || addresses.some(url => find(url) === entity.row)) return true
  const names = entity.names.filter(name => name !== entity.id).map(plain)
  const name = record.label === record.id ? '' : plain(record.label)
  if (name !== '' && names.includes(name)) return true
  // What its id stands for tells no two apart: an entity keeps its id when it loses the address.
  const differByAddress = (record.prefixes.length > 0 || record.homepage !== '') && entity.prefixes.size > 0
  const differByName = name !== '' && names.length > 0
  return !differByAddress && !differByName
}
