import { infrastructureHosts, type HostRow } from './known-hosts.ts'

const whole = new Map<string, HostRow>()
const below = new Map<string, HostRow>()
for (const row of infrastructureHosts)
  for (const host of row.hosts) {
    const bare = host.replace(/^\./, '')
    if (!whole.has(bare)) whole.set(bare, row)
    if (host.startsWith('.') && !below.has(bare)) below.set(bare, row)
  }

/** The row of the table that has an entity of this id, a whole host; null for pages, accounts and publishers on one. */
export function knownInfrastructure(id: string): HostRow | null {
  if (/[/?#]/.test(id)) return null
  const host = id
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
  const exact = whole.get(host)
  if (exact !== undefined) return exact
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    const found = below.get(host.slice(dot + 1))
    if (found !== undefined) return found
  }
  return null
}
