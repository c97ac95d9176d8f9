import { join } from 'node:path'
import type { EntityId } from '#data/url/brand.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { isoTime } from '../base/iso-time.ts'
import type { CountedEdges } from '../import/store-counted.ts'
import type { DuckDb } from './open-duckdb.ts'
import { asItIs, listed, openParts, type PartsMaking, runFile } from './open-parts.ts'
import { quoted } from './quoted.ts'

/** What the parts hold of a site. */
export interface CountedSite {
  /** By which edges name it. */
  readonly number: number
  readonly site: EntityId
  readonly pages: number
  /** Hyperlinks inside it. */
  readonly inside: number
}

export interface CountedParts {
  /** By name; all that have pages, or are linked to. */
  readonly sites: readonly CountedSite[]
  /** By source, then target, some thousands at a time: those of an archive need not have room in memory. */
  readonly edges: () => AsyncGenerator<CountedEdges>
  /** Their number, and that of their hyperlinks. */
  readonly ties: number
  readonly links: number
  /** Captures that count: their number, and when they were taken; null: none says. */
  readonly pages: number
  readonly from: string | null
  readonly to: string | null
  /** Forgets it all. */
  readonly close: () => void
}

export interface Counting {
  /** Called between lots of sites: there a program can stop by throwing. */
  readonly between: () => Promise<void>
  /** Captures whose hyperlinks are counted together, which memory grows with: so many, and those of one site in any case. Default 50,000. */
  readonly mostCaptures?: number
}

/** Counts edges and sites of Parquet files of `extract`; see openParts. */
export async function countParts(
  files: readonly string[],
  at: number | null,
  made: PartsMaking,
  counting: Counting,
): Promise<CountedParts> {
  const duckdb = await openParts(files, at, made)
  try {
    await runFile(duckdb, 'count.sql')
    const names = await namesOf(duckdb)
    const lots = await countEdges(duckdb, names, counting)
    await duckdb.run(`CREATE TEMP VIEW edge AS SELECT * FROM read_parquet(${listed(lots.map(asItIs))})`)
    await runFile(duckdb, 'sites.sql')
    const counted = { sites: await sitesOf(duckdb, names), ...(await totalsOf(duckdb)), ...(await capturesOf(duckdb)) }
    return { ...counted, edges: () => edgesOf(duckdb, lots), close: duckdb.close }
  } catch (error) {
    duckdb.close()
    throw error
  }
}

/** By number, which counts from 1. */
async function namesOf(duckdb: DuckDb): Promise<EntityId[]> {
  const names = ['' as EntityId]
  for await (const [some] of duckdb.columns('SELECT site FROM name ORDER BY id'))
    for (const name of some!) names.push(name as EntityId)
  return names
}

/** Counts the edges of some sites after those of others, each lot into a file of its own. Returns these in the order of sites. */
async function countEdges(
  duckdb: DuckDb,
  names: readonly EntityId[],
  { between, mostCaptures = 50_000 }: Counting,
): Promise<readonly string[]> {
  const files: string[] = []
  for (const [first, last] of await lotsOf(duckdb, mostCaptures)) {
    await between()
    await duckdb.run(`SET VARIABLE first_id = ${first}; SET VARIABLE first_site = ${quoted(names[first]!)};
      SET VARIABLE last_id = ${last}; SET VARIABLE last_site = ${quoted(names[last]!)}`)
    await runFile(duckdb, 'edges.sql')
    const file = join(duckdb.folder, `edges-${files.length}.parquet`)
    await duckdb.run(`COPY edge TO ${quoted(file)} (FORMAT parquet); DROP TABLE edge`)
    files.push(file)
  }
  return files
}

/** The first and the last site of each lot, by number; one at least. */
async function lotsOf(duckdb: DuckDb, mostCaptures: number): Promise<[number, number][]> {
  const lots: [number, number][] = []
  let captures = Infinity
  for await (const [site, own] of duckdb.rows('SELECT site, count(*) FROM source GROUP BY site ORDER BY site')) {
    captures += Number(own)
    if (captures <= mostCaptures) {
      lots.at(-1)![1] = Number(site)
      continue
    }
    lots.push([Number(site), Number(site)])
    captures = Number(own)
  }
  return lots.length === 0 ? [[0, 0]] : lots
}

async function sitesOf(duckdb: DuckDb, names: readonly EntityId[]): Promise<CountedSite[]> {
  const sites: CountedSite[] = []
  for await (const [ids, pages, inside] of duckdb.columns('SELECT id, pages, inside FROM site ORDER BY id'))
    for (const [at, id] of ids!.entries())
      sites.push({
        number: id as number,
        site: names[id as number]!,
        pages: pages![at] as number,
        inside: inside![at] as number,
      })
  return sites
}

async function* edgesOf(duckdb: DuckDb, lots: readonly string[]): AsyncGenerator<CountedEdges> {
  const columns = ['source', 'target', 'links', 'pages', 'weight', 'first_seen', 'last_seen', ...zones]
  for (const lot of lots) {
    const all = `SELECT ${columns.join(', ')} FROM read_parquet(${quoted(asItIs(lot))}) WHERE source <> target ORDER BY source, target`
    for await (const chunk of duckdb.columns(all)) yield edgesIn(chunk as number[][])
  }
}

const edgesIn = ([sources, targets, links, pages, weights, first, last, ...byZone]: number[][]): CountedEdges => ({
  ...{
    sources: sources!,
    targets: targets!,
    links: links!,
    pages: pages!,
    weights: weights!,
    first: first!,
    last: last!,
  },
  byZone,
})

async function totalsOf(duckdb: DuckDb): Promise<Pick<CountedParts, 'links' | 'ties'>> {
  const sql = 'SELECT count(*), coalesce(sum(links), 0) FROM edge WHERE source <> target'
  for await (const [ties, links] of duckdb.rows(sql)) return { ties: Number(ties), links: Number(links) }
  return { ties: 0, links: 0 }
}

async function capturesOf(duckdb: DuckDb): Promise<Pick<CountedParts, 'from' | 'pages' | 'to'>> {
  const sql = `SELECT count(*), epoch_ms(min(captured_at)), epoch_ms(max(captured_at)) FROM chosen WHERE kind = 'page'`
  const dayOf = (time: unknown): string | null => (time === null ? null : isoTime(Number(time)))
  for await (const [pages, from, to] of duckdb.rows(sql))
    return { pages: Number(pages), from: dayOf(from), to: dayOf(to) }
  return { pages: 0, from: null, to: null }
}
