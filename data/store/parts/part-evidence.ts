import { availableParallelism } from 'node:os'
import { Mistake } from '#data/mistake.ts'
import { mostArchiveBytes } from '#data/table/part-columns.ts'
import { noonOf } from '#data/past-target.ts'
import { isZone, zones as allZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { listParts } from './list-parts.ts'
import type { DuckDb } from './open-duckdb.ts'
import { openParts, rowsOfFiles } from './open-parts.ts'
import { quoted } from './quoted.ts'
import { rememberingFew } from './remembering-few.ts'
import { datedOfCount, toldOfCount } from './told-of-count.ts'

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
  /** Once what is being answered is answered. */
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
      `${folder}: ${files.length} Parquet files were found; expected the ${told.files} that were counted`,
    )
  const at = told.at === '' ? null : noonOf(told.at)
  const made = { seeds: told.seeds, allHosts: told.allHosts, dated: datedOfCount(corpus) }
  const duckdb = await openParts(files, at, made, bounds)
  try {
    const places = await placesOf(duckdb, files)
    // One connection answers them.
    const answer = rememberingFew(
      (question: Question) => ask(duckdb, files, places, question),
      ({ links }) => links.length <= mostKept,
    )
    const underWay = new Set<Promise<unknown>>()
    const noted = <Found>(found: Promise<Found>): Promise<Found> => {
      const ended = found.then(nothing, nothing)
      underWay.add(ended)
      void ended.then(() => underWay.delete(ended))
      return found
    }
    return {
      links: (asked, tie, most, zone) =>
        noted(answer({ sources: named(asked, tie.sources), targets: named(asked, tie.targets), most, zone })),
      close: () => {
        if (underWay.size === 0) duckdb.close()
        else void Promise.all(underWay).then(() => duckdb.close())
      },
    }
  } catch (error) {
    duckdb.close()
    throw error
  }
}

const nothing = (): void => undefined

/** A server may have several studies open, and answers others meanwhile: one processor stays theirs. What doesn't fit in memory goes to disk. */
const bounds = { memory: '1GB', threads: Math.max(1, availableParallelism() - 1) }

/** Hyperlinks of an answer that is kept. */
const mostKept = 1_000

/** Ends are names of sites as the files have them, with those of the entities merged into them since the count; null: every site. */
interface Question {
  readonly sources: readonly string[] | null
  readonly targets: readonly string[] | null
  readonly most: number
  readonly zone: Zone | undefined
}

const named = (corpus: Corpus, ids: readonly string[] | null): string[] | null =>
  ids === null ? null : namesOf(corpus, ids)

/** The files that captures of a site stand in which count, in their order. */
type Places = ReadonlyMap<string, readonly string[]>

async function placesOf(duckdb: DuckDb, files: readonly string[]): Promise<Places> {
  const bySite = new Map<string, string[]>()
  // One text for each file, not for each row: a large archive has its sites in most of its files.
  const own = new Map(files.map(file => [file, file]))
  const all = `SELECT DISTINCT site, file FROM chosen WHERE kind IN ('page', 'redirect') ORDER BY file`
  for await (const [sites, named] of duckdb.columns(all))
    for (const [at, site] of (sites as string[]).entries()) {
      const file = own.get(named![at] as string)!
      const known = bySite.get(site)
      if (known === undefined) bySite.set(site, [file])
      else known.push(file)
    }
  return bySite
}

async function ask(duckdb: DuckDb, all: readonly string[], places: Places, question: Question): Promise<PartLinks> {
  const { sources, most, zone } = question
  const where = await whereOf(duckdb, question)
  const files = sources === null ? all : [...new Set(sources.flatMap(site => places.get(site) ?? []))].toSorted()
  const isOfFew = sources !== null && sources.length <= fewSites
  const captures = isOfFew ? { files, records: [] } : await linkingCaptures(duckdb, files, where)
  if (captures.files.length === 0) return { links: [], byZone: [] }
  const from = `FROM ${rowsOfFiles(captures.files)} part
    JOIN chosen ON chosen.file = part.file AND chosen.record = part.record AND chosen.url = part.url LEFT JOIN leads ON leads.url = part.target
    WHERE part.kind = 'link' AND part.site <> ${leadsTo} ${among(captures)} ${where.ofSources} ${where.ofCaptures} ${where.couldBe} ${where.ofTargets}`
  const ofZone = zone === undefined ? '' : `AND part.zone = ${quoted(zone)}`
  const inOrder = `ORDER BY part.url, part.ordinal LIMIT ${Math.round(most)}`
  const rows = await allOf(duckdb, `SELECT ${columns} ${from} ${ofZone} ${inOrder}`)
  const areAll = zone === undefined && rows.length < most
  const counts = areAll ? countsOf(rows) : await allOf(duckdb, `SELECT part.zone, count(*) ${from} GROUP BY part.zone`)
  return { links: rows.map(evidenceOf), byZone: byZone(counts) }
}

/** Their rows stand in few groups of a file, which are read at once. */
const fewSites = 3

/** Captures in the files: their records, and the files that these stand in. */
interface Captures {
  readonly files: readonly string[]
  readonly records: readonly number[]
}

/** Which captures have such hyperlinks, by two columns that are numbers to Parquet: the texts are then read of these alone, which costs ten times as much a row. */
async function linkingCaptures(
  duckdb: DuckDb,
  files: readonly string[],
  { ofSources, couldBe }: Conditions,
): Promise<Captures> {
  if (files.length === 0 || ofSources + couldBe === '') return { files, records: [] }
  const rows = await allOf(
    duckdb,
    `SELECT DISTINCT part.file, part.record::DOUBLE FROM ${rowsOfFiles(files)} part WHERE part.kind = 'link' ${ofSources} ${couldBe}`,
  )
  return {
    files: [...new Set(rows.map(([file]) => file as string))].toSorted(),
    records: rows.map(([, record]) => record as number),
  }
}

/** More of them are a range: a long list costs more than what it leaves out. */
const mostNamed = 2_000

/** Groups of rows without such a record are passed over, since records come in the order of the file. None: all are meant. */
function among({ records }: Captures): string {
  if (records.length === 0) return ''
  const [least, most] = records.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [Infinity, 0])
  const meant = records.length <= mostNamed ? `IN (${records.join(', ')})` : `BETWEEN ${least} AND ${most}`
  return `AND part.record ${meant} AND chosen.record ${meant}`
}

async function allOf(duckdb: DuckDb, sql: string): Promise<(readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = []
  for await (const row of duckdb.rows(sql)) rows.push(row)
  return rows
}

const zoneColumn = 8
const countsOf = (rows: readonly (readonly unknown[])[]): [unknown, number][] =>
  [...Map.groupBy(rows, row => row[zoneColumn])].map(([zone, some]) => [zone, some.length])

/** Whose a hyperlink is where its address leads over archived redirects. */
const leadsTo = 'coalesce(leads.site, part.target_site)'

const columns = `part.site, ${leadsTo}, part.url, coalesce(leads.target, part.target), coalesce(part.href, part.target),
  part.anchor, coalesce(part.context, ''), coalesce(part.heading, ''), part.zone, part.rel, part.element, epoch_ms(part.captured_at),
  coalesce(chosen.title, ''), coalesce(chosen.language, ''), part.file, part.record`

/** SQL, each with its AND, or '': `couldBe` of the files' own columns alone. */
interface Conditions {
  readonly ofSources: string
  /** The same of the captures that count: nobody tells one side of a join what the other is asked. */
  readonly ofCaptures: string
  readonly couldBe: string
  readonly ofTargets: string
}

/** Addresses that lead to a target stand beside those of it, and some of those lead away. */
async function whereOf(duckdb: DuckDb, { sources, targets }: Question): Promise<Conditions> {
  const ofSources = sources === null ? '' : `AND part.site IN (${list(sources)})`
  const ofCaptures = sources === null ? '' : `AND chosen.site IN (${list(sources)})`
  if (targets === null) return { ofSources, ofCaptures, couldBe: '', ofTargets: '' }
  const ofLed = `SELECT url FROM leads WHERE site IN (${list(targets)})`
  const led = await allOf(duckdb, `${ofLed} LIMIT 1`)
  const orLed = led.length === 0 ? '' : `OR part.target IN (${ofLed})`
  const couldBe = `AND (part.target_site IN (${list(targets)}) ${orLed})`
  return { ofSources, ofCaptures, couldBe, ofTargets: `AND ${leadsTo} IN (${list(targets)})` }
}

const list = (names: readonly string[]): string => names.map(quoted).join(', ') || 'NULL'

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
