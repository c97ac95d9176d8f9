import type { PrefixTable } from '#data/entity/assign-entity.ts'
import { borrowedAddress, type Borrowing } from '#data/tools/borrowing.ts'

/**
 * Whether what a page takes comes from the site itself: an address of its prefixes, or a host below one of them ('cdn.example.org' of
 * 'example.org'), unless that is somebody else's. `site` is the entity's row. O(labels).
 */
export function isOwnHost(owners: PrefixTable<number>, site: number, one: Borrowing): boolean {
  const bare = one.host.replace(/:\d+$/, '')
  const labels = bare.split('.')
  for (let at = 0; at < labels.length - 1; at += 1) {
    const host = at === 0 ? one.host : labels.slice(at).join('.')
    const address = borrowedAddress({ ...one, host })
    const owner = address === null ? null : owners.find(address)
    if (owner !== null) return owner === site
  }
  return false
}
