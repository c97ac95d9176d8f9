import { entityIdOfLru } from '#data/entity/entity-id.ts'
import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { seedPrefixes } from '#data/entity/web-entity.ts'
import type { Lru, Url } from '#data/url/brand.ts'
import { showCell } from '#data/show-cell.ts'
import type { Seed } from '#data/records.ts'
import type { Remark } from '#data/table/read-table.ts'
import type { SeedRow } from './read-row.ts'

interface Joined {
  readonly seed: SeedRow
  readonly starts: Url[]
  /** Of its prefixes, as any of its rows says. */
  readonly dated: NonNullable<Seed['dated']>[number][]
}

/**
 * Makes one seed of all rows about the same entity: the first row counts, later ones add their address to its start
 * pages, with a note where that may surprise. Mistakes are rows that contradict one another: a prefix or a start page in two entities.
 */
export function joinSeeds(rows: readonly SeedRow[]): {
  readonly seeds: readonly Seed[]
  readonly notes: readonly Remark[]
  readonly mistakes: readonly Remark[]
} {
  const owners = buildPrefixTable<Joined>([])
  const notes: Remark[] = []
  const mistakes: Remark[] = []
  const joined: Joined[] = []
  for (const row of rows) {
    const prefixes = seedPrefixes(row)
    const others = prefixes.map(prefix => owners.get(prefix))
    const [owner] = others
    if (owner != null && others.every(other => other === owner)) {
      const wasAdded = addStart(owner, row)
      if (!wasAdded || !isMeant(owner.seed, row)) notes.push(noteOf(owner.seed, row, wasAdded))
      continue
    }
    const own: Joined = { seed: row, starts: [row.url], dated: [...(row.dated ?? [])] }
    for (const [at, prefix] of prefixes.entries()) {
      const other = others[at]
      if (other == null) owners.add(prefix, own)
      else mistakes.push(claimedTwice(row, prefix, other.seed))
    }
    joined.push(own)
  }
  for (const { seed } of joined) {
    const owner = owners.find(seed.url)
    if (owner?.seed !== seed && !mistakes.some(mistake => mistake.line === seed.line))
      mistakes.push(strayStart(seed, owner?.seed))
  }
  return {
    seeds: joined.map(({ seed, starts, dated }) => ({ ...seed, starts, ...(dated.length > 0 && { dated }) })),
    notes,
    mistakes,
  }
}

/** Adds the address of `row` to the start pages of `owner`. Returns false when it is one of them already. */
function addStart({ starts, dated }: Joined, { url, dated: more = [] }: SeedRow): boolean {
  dated.push(...more.filter(({ lru }) => !dated.some(known => known.lru === lru)))
  if (starts.includes(url)) return false
  starts.push(url)
  return true
}

/** The row says nothing but its address, and it is in a prefix that the entity's own row gives: nothing is left out, and nothing surprises. */
const isMeant = (seed: SeedRow, { name, country, kind, source, tags }: SeedRow): boolean =>
  seed.prefixes.length > 0 && `${name}${country}${kind}${source}` === '' && tags.length === 0

const noteOf = (seed: SeedRow, { url, line }: SeedRow, wasAdded: boolean): Remark => ({
  line,
  code: wasAdded ? 'start-added' : 'start-known',
  values: { found: showCell(url), line: seed.line },
})

const claimedTwice = ({ line }: SeedRow, prefix: Lru, other: SeedRow): Remark => ({
  line,
  code: 'prefix-twice',
  values: { found: showCell(entityIdOfLru(prefix)), line: other.line },
})

function strayStart({ line, url }: SeedRow, owner: SeedRow | undefined): Remark {
  const found = showCell(url)
  return owner === undefined
    ? { line, code: 'start-outside', values: { found } }
    : { line, code: 'start-of-another', values: { found, line: owner.line } }
}
