import type { ToldEdge } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { isZone, noneByZone, type Zone } from '#data/vocabulary/zones.ts'
import { isoTime } from '../base/iso-time.ts'
import type { DuckDb } from './open-duckdb.ts'
import { openParts, type PartsMaking, runFile } from './open-parts.ts'

/** What the parts hold of a site. */
export interface CountedSite {
  readonly site: EntityId
  readonly pages: number
  /** Hyperlinks inside it. */
  readonly inside: number
}

export interface CountedParts {
  /** By name; all that have pages, or are linked to. */
  readonly sites: readonly CountedSite[]
  /** By source, then target. */
  readonly edges: readonly ToldEdge[]
  readonly links: number
  /** Captures that count: their number, and when they were taken; null: none says. */
  readonly pages: number
  readonly from: string | null
  readonly to: string | null
}

/** Counts edges and sites of Parquet files of `extract`; see openParts. */
export async function countParts(
  files: readonly string[],
  at: number | null,
  made: PartsMaking,
): Promise<CountedParts> {
  const duckdb = await openParts(files, at, made)
  try {
    await runFile(duckdb, 'count.sql')
    return { sites: await sitesOf(duckdb), ...(await edgesOf(duckdb)), ...(await capturesOf(duckdb)) }
  } finally {
    duckdb.close()
  }
}

async function sitesOf(duckdb: DuckDb): Promise<CountedSite[]> {
  const sites: CountedSite[] = []
  const all = `SELECT site, coalesce(sum(pages), 0), coalesce(sum(inside), 0) FROM (
      SELECT * FROM site UNION ALL SELECT source, 0, 0 FROM edge UNION ALL SELECT target, 0, 0 FROM edge)
    GROUP BY site ORDER BY site`
  for await (const [site, pages, inside] of duckdb.rows(all))
    sites.push({ site: site as EntityId, pages: Number(pages), inside: Number(inside) })
  return sites
}

async function edgesOf(duckdb: DuckDb): Promise<Pick<CountedParts, 'edges' | 'links'>> {
  const edges: ToldEdge[] = []
  let links = 0
  const all = `SELECT source, target, links, pages, weight, first_seen, last_seen, to_json(zones) FROM edge ORDER BY source, target`
  for await (const [source, target, count, pages, weight, first, last, zones] of duckdb.rows(all)) {
    links += Number(count)
    edges.push({
      source: source as EntityId,
      target: target as EntityId,
      links: Number(count),
      pages: Number(pages),
      weight: Number(weight),
      firstSeen: dayOf(first),
      lastSeen: dayOf(last),
      linksByZone: zonesOf(String(zones)),
    })
  }
  return { edges, links }
}

const dayOf = (time: unknown): string => (time === null ? '' : isoTime(Number(time)))

function zonesOf(text: string): Record<Zone, number> {
  const counts = { ...noneByZone }
  for (const [zone, links] of Object.entries(JSON.parse(text) as Record<string, number>))
    if (isZone(zone)) counts[zone] = links
  return counts
}

async function capturesOf(duckdb: DuckDb): Promise<Pick<CountedParts, 'from' | 'pages' | 'to'>> {
  const sql = `SELECT count(*), epoch_ms(min(captured_at)), epoch_ms(max(captured_at)) FROM chosen WHERE kind = 'page'`
  for await (const [pages, from, to] of duckdb.rows(sql))
    return { pages: Number(pages), from: from === null ? null : dayOf(from), to: to === null ? null : dayOf(to) }
  return { pages: 0, from: null, to: null }
}
