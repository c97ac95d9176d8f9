import { Mistake } from '#data/mistake.ts'
import { mostArchiveBytes } from '#data/table/part-columns.ts'
import { noonOf } from '#data/past-target.ts'
import { isZone, zones as allZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { listParts } from './list-parts.ts'
import type { DuckDb } from './open-duckdb.ts'
import { openParts, partOf, quoted } from './open-parts.ts'
import { rememberingFew } from './remembering-few.ts'
import { toldOfCount } from './told-of-count.ts'

/** Sites that hyperlinks lead from or to; null: any. */
export interface PartTie {
  readonly sources: readonly string[] | null
  readonly targets: readonly string[] | null
}

export interface PartLinks {
  /** Of the zone that was asked for, by page and place on it; at most as many as were asked for. */
  readonly links: readonly Evidence[]
  /** Of all of them, zones without any left out. */
  readonly byZone: readonly (readonly [Zone, number])[]
}

/** The hyperlinks behind the edges that `count` made, in the Parquet files that it made them of. */
export interface PartEvidence {
  readonly links: (corpus: Corpus, tie: PartTie, most: number, zone?: Zone) => Promise<PartLinks>
  readonly close: () => void
}

/**
 * Opens the Parquet files of `folder` for the corpus that was counted of them, with the captures that were chosen then.
 * @throws Mistake when the corpus was not counted, DuckDB is not there, or the files are not those of its count.
 */
export async function openPartEvidence(corpus: Corpus, folder: string): Promise<PartEvidence> {
  const told = toldOfCount(corpus)
  if (told === null)
    throw new Mistake(`--evidence ${folder}: ${corpus.file} was not made by \`count\`; expected a corpus that was`)
  const files = listParts(folder)
  if (files.length !== told.files)
    throw new Mistake(
      `--evidence ${folder}: ${files.length} Parquet files were found; expected the ${told.files} that were counted`,
    )
  const at = told.at === '' ? null : noonOf(told.at)
  const duckdb = await openParts(files, at, { seeds: told.seeds, allHosts: told.allHosts })
  try {
    const placed = await placesOf(duckdb, files)
    // One connection answers them.
    const answer = rememberingFew(
      (question: Question) => ask(duckdb, placed, question),
      ({ links }) => links.length <= mostKept,
    )
    return {
      links: (asked, tie, most, zone) =>
        answer({ sources: named(asked, tie.sources), targets: named(asked, tie.targets), most, zone }),
      close: () => duckdb.close(),
    }
  } catch (error) {
    duckdb.close()
    throw error
  }
}

/** Hyperlinks of an answer that is kept. */
const mostKept = 1_000

/** Names of the sites that live on in those asked for, since a person may have merged them since; null: any. */
interface Question {
  readonly sources: readonly string[] | null
  readonly targets: readonly string[] | null
  readonly most: number
  readonly zone: Zone | undefined
}

const named = (corpus: Corpus, ids: readonly string[] | null): string[] | null =>
  ids === null ? null : namesOf(corpus, ids)

/** Where the captures of a site stand that count: in few of the files of an archive, and in a part of each. */
type Places = (sites: readonly string[] | null) => { readonly files: readonly string[]; readonly records: string }

async function placesOf(duckdb: DuckDb, files: readonly string[]): Promise<Places> {
  const bySite = new Map<string, Place[]>()
  const numbers = new Map(files.map((file, at) => [file, at]))
  const all = `SELECT site, file, min(record)::DOUBLE, max(record)::DOUBLE FROM chosen WHERE kind IN ('page', 'redirect') GROUP BY site, file`
  for await (const [sites, of, first, last] of duckdb.columns(all))
    for (const [at, site] of sites!.entries()) {
      const place = { file: numbers.get(of![at] as string)!, first: first![at] as number, last: last![at] as number }
      const known = bySite.get(site as string)
      if (known === undefined) bySite.set(site as string, [place])
      else known.push(place)
    }
  return sites => {
    if (sites === null) return { files, records: '' }
    const places = sites.flatMap(site => bySite.get(site) ?? [])
    const first = places.reduce((least, place) => Math.min(least, place.first), Infinity)
    const last = places.reduce((most, place) => Math.max(most, place.last), 0)
    const numbers = [...new Set(places.map(place => place.file))].toSorted((a, b) => a - b)
    if (numbers.length === 0) return { files: [], records: '' }
    return { files: numbers.map(at => files[at]!), records: `AND part.record BETWEEN ${first} AND ${last}` }
  }
}

interface Place {
  readonly file: number
  readonly first: number
  readonly last: number
}

async function ask(
  duckdb: DuckDb,
  placesOfSites: Places,
  { sources, targets, most, zone }: Question,
): Promise<PartLinks> {
  const { files, records } = placesOfSites(sources)
  if (files.length === 0 || targets?.length === 0) return { links: [], byZone: [] }
  const from = `FROM ${partOf(files)} part JOIN chosen ON chosen.file = part.file AND chosen.record = part.record AND chosen.url = part.url
    LEFT JOIN leads ON leads.url = part.target
    WHERE part.kind = 'link' ${records} AND part.site <> coalesce(leads.site, part.target_site) ${await whereOf(duckdb, { sources, targets })}`
  const ofZone = zone === undefined ? '' : `AND part.zone = ${quoted(zone)}`
  const inOrder = `ORDER BY part.url, part.ordinal LIMIT ${Math.round(most)}`
  const rows = await allOf(duckdb, `SELECT ${columns} ${from} ${ofZone} ${inOrder}`)
  const areAll = zone === undefined && rows.length < most
  const counts = areAll ? countsOf(rows) : await allOf(duckdb, `SELECT part.zone, count(*) ${from} GROUP BY part.zone`)
  return { links: rows.map(evidenceOf), byZone: byZone(counts) }
}

async function allOf(duckdb: DuckDb, sql: string): Promise<(readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = []
  for await (const row of duckdb.rows(sql)) rows.push(row)
  return rows
}

const zoneColumn = 8
const countsOf = (rows: readonly (readonly unknown[])[]): [unknown, number][] =>
  [...Map.groupBy(rows, row => row[zoneColumn])].map(([zone, some]) => [zone, some.length])

const columns = `part.site, coalesce(leads.site, part.target_site), part.url, coalesce(leads.target, part.target), coalesce(part.href, part.target),
  part.anchor, coalesce(part.context, ''), coalesce(part.heading, ''), part.zone, part.rel, part.element, epoch_ms(part.captured_at),
  coalesce(chosen.title, ''), coalesce(chosen.language, ''), part.file, part.record`

/** Conditions on columns of the files themselves, which are passed over where they don't hold; addresses that lead to a target stand beside those of it. */
async function whereOf(duckdb: DuckDb, { sources, targets }: Pick<Question, 'sources' | 'targets'>): Promise<string> {
  const ofSources = sources === null ? '' : `AND part.site IN (${list(sources)})`
  if (targets === null) return ofSources
  const led = await allOf(duckdb, `SELECT url FROM leads WHERE site IN (${list(targets)})`)
  const orLed = led.length === 0 ? '' : `OR part.target IN (SELECT url FROM leads WHERE site IN (${list(targets)}))`
  return `${ofSources} AND (part.target_site IN (${list(targets)}) ${orLed}) AND coalesce(leads.site, part.target_site) IN (${list(targets)})`
}

const list = (names: readonly string[]): string => names.map(quoted).join(', ')

const namesOf = (corpus: Corpus, ids: readonly string[]): string[] =>
  corpus
    .sql<{ name: string }>(
      `SELECT entity.name FROM entity JOIN entity living ON living.id = coalesce(entity.merged_into, entity.id)
       WHERE living.name IN (SELECT value FROM json_each(?)) ORDER BY entity.name`,
    )
    .all(JSON.stringify(ids))
    .map(({ name }) => name)

const byZone = (counts: readonly (readonly unknown[])[]): [Zone, number][] => {
  const known = new Map(counts.map(([zone, links]) => [String(zone), Number(links)]))
  return allZones.flatMap((zone): [Zone, number][] => (known.has(zone) ? [[zone, known.get(zone)!]] : []))
}

function evidenceOf(row: readonly unknown[]): Evidence {
  const [
    source,
    target,
    sourceUrl,
    targetUrl,
    href,
    anchor,
    context,
    heading,
    zone,
    rel,
    element,
    at,
    title,
    language,
  ] = row.map(value => (value === null ? '' : String(value)))
  const [file, record] = row.slice(-2).map(String)
  const seen = at === '' ? '' : isoTime(Number(at))
  return {
    ...({ source, target, sourceUrl, targetUrl, element } as Pick<
      Evidence,
      'element' | 'source' | 'sourceUrl' | 'target' | 'targetUrl'
    >),
    ...{ href: href!, anchor: anchor!, context: context!, heading: heading!, rel: rel!, mark: '' },
    anchorAt: anchor === '' ? -1 : context!.indexOf(anchor!),
    zone: isZone(zone!) ? zone : 'content',
    ...{ firstSeen: seen, lastSeen: seen, pageTitle: title!, pageLanguage: language!, pagePublished: '' },
    // As the crawl of an archive cites: the archive's file, and where the record begins.
    ...{ memento: placeOf(archiveOf(file!), Number(record)), capturedAt: seen },
  }
}

/** 'crawl.warc.gz:4711'; in the second part of a WACZ that had to be unpacked, 'crawl.wacz#2:4711'. */
function placeOf(archive: string, record: number): string {
  const number = Math.floor(record / mostArchiveBytes)
  return `${archive}${number === 0 ? '' : `#${number}`}:${record % mostArchiveBytes}`
}

const archiveOf = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.parquet$/, '')
