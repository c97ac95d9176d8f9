import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { readPlace } from '#data/entity/read-place.ts'
import { readParts } from '#data/url/address.ts'
import type { Url } from '#data/url/brand.ts'
import { lruOf } from '#data/url/lru.ts'
import { readAddress } from '#data/url/read-address.ts'
import { Mistake } from '#data/mistake.ts'
import { showCell } from '#data/show-cell.ts'
import { inFile, readTable } from '#data/table/read-table.ts'

export interface OptOut {
  /** Whether `url` must never be requested. O(labels + path steps). */
  readonly covers: (url: Url) => boolean
  /** The entries as written, in the file's order. */
  readonly entries: readonly string[]
}

/**
 * Reads the list of hosts and prefixes that are never requested: a column `prefix` with a host (with and without `www.`,
 * http and https), a host and path, or `*.` and a host, which is that host and all its subdomains. Further columns
 * (`since`, `reason` …) are for its readers. The file's form is that of a seed list.
 * @throws Mistake with all bad rows, one line each.
 */
export function readOptOut(file: string, bytes: Uint8Array): OptOut {
  const table = readTable(file, bytes, ['prefix'], 'prefix')
  const bad = [...table.mistakes]
  const wholeHosts = new Set<string>()
  const prefixes = buildPrefixTable<true>([])
  for (const { line, cell } of table.rows) {
    const text = cell('prefix')
    const [, host] = /^(?:https?:\/\/)?\*\.([^/]+)\/?$/i.exec(text) ?? []
    const url = readAddress(host ?? text)
    if (url === null || text.includes('*') !== (host !== undefined))
      bad.push({ line, code: 'not-a-place', values: { found: showCell(text) } })
    else if (host === undefined) prefixes.add(lruOf(readPlace(url)), true)
    else wholeHosts.add(readParts(url).host)
  }
  if (bad.length > 0) throw new Mistake(inFile(file, bad))
  return {
    covers: url => prefixes.find(url) !== null || hostsAbove(readParts(url).host).some(host => wholeHosts.has(host)),
    entries: table.rows.map(({ cell }) => cell('prefix')),
  }
}

/** 'a.b.fr' → ['a.b.fr', 'b.fr', 'fr']. */
const hostsAbove = (host: string): string[] => host.split('.').map((_label, at, labels) => labels.slice(at).join('.'))
