import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { otherOwnerId } from '#data/entity/other-owner-id.ts'
import { type SiteInTime, timesOfOwner } from '#data/entity/site-in-time.ts'
import type { Url } from '#data/url/brand.ts'
import type { DuckDb } from './open-duckdb.ts'
import { quoted } from './quoted.ts'

/**
 * Makes `capture`, which choose.sql chooses of: every capture of `part`; where captures are chosen for a day, without those of whoever had a dated
 * address on another side of its dates than that day, as a past wave leaves them (METHOD.md, "Whose address when").
 */
export async function viewCaptures(duckdb: DuckDb, day: string | null, dated: readonly SiteInTime[]): Promise<void> {
  const all = `SELECT * FROM part WHERE kind IN ('page', 'redirect', 'other')`
  if (day === null || dated.length === 0) return duckdb.run(`CREATE TEMP VIEW capture AS ${all}`)
  await duckdb.run('CREATE TEMP TABLE theirs (url VARCHAR, first DOUBLE, last DOUBLE)')
  const rows = await timesByAddress(duckdb, day, dated)
  for (let at = 0; at < rows.length; at += mostAtOnce)
    await duckdb.run(`INSERT INTO theirs VALUES ${rows.slice(at, at + mostAtOnce).join(', ')}`)
  await duckdb.run(`CREATE TEMP VIEW capture AS SELECT given.* FROM (${all}) AS given LEFT JOIN theirs ON theirs.url = given.url
    WHERE theirs.url IS NULL OR (epoch_ms(captured_at) >= coalesce(first, epoch_ms(captured_at)) AND epoch_ms(captured_at) <= coalesce(last, epoch_ms(captured_at)))`)
}

const mostAtOnce = 1_000

/** Of each address under a dated prefix a row of `theirs`. Only sites that have such prefixes are looked through. */
async function timesByAddress(duckdb: DuckDb, day: string, dated: readonly SiteInTime[]): Promise<string[]> {
  const table = buildPrefixTable(dated.map(one => ({ lru: one.lru, entity: one })))
  const sites = new Set(dated.flatMap(({ lru, site }) => [site, otherOwnerId(lru)]))
  const rows: string[] = []
  const named = [...sites].map(quoted).join(', ')
  const addresses = `SELECT DISTINCT url FROM part WHERE kind IN ('page', 'redirect', 'other') AND site IN (${named}) ORDER BY url`
  for await (const row of duckdb.rows(addresses)) {
    // As `extract` wrote them.
    const [url] = row as readonly [Url]
    const prefix = table.find(url)
    const times = prefix === null ? null : timesOfOwner(prefix, day)
    if (times !== null) rows.push(`(${quoted(url)}, ${times.first ?? 'NULL'}, ${times.last ?? 'NULL'})`)
  }
  return rows
}
