import { Mistake } from '#data/mistake.ts'
import { mostArchiveBytes } from '#data/table/part-columns.ts'
import { noonOf } from '#data/past-target.ts'
import { isZone, zones as allZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { listParts } from './list-parts.ts'
import { openParts, quoted } from './open-parts.ts'
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
  // One connection answers one question after the other.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  const read = async (sql: string): Promise<(readonly unknown[])[]> => {
    const rows: (readonly unknown[])[] = []
    for await (const row of duckdb.rows(sql)) rows.push(row)
    return rows
  }
  return {
    links: (asked, tie, most, zone) =>
      inTurn(async () => {
        const where = whereOf(asked, tie)
        const counts = await read(`SELECT zone, count(*) ${joins} ${where} GROUP BY zone`)
        const rows = await read(
          `SELECT ${columns} ${joins} ${where} ${zone === undefined ? '' : `AND part.zone = ${quoted(zone)}`} ORDER BY part.url, part.ordinal LIMIT ${Math.round(most)}`,
        )
        return { links: rows.map(evidenceOf), byZone: byZone(counts) }
      }),
    close: () => duckdb.close(),
  }
}

const columns = `part.site, coalesce(leads.site, part.target_site), part.url, coalesce(leads.target, part.target), coalesce(part.href, part.target),
  part.anchor, coalesce(part.context, ''), coalesce(part.heading, ''), part.zone, part.rel, part.element, epoch_ms(part.captured_at),
  coalesce(chosen.title, ''), coalesce(chosen.language, ''), part.file, part.record`

const joins = `FROM part JOIN chosen ON chosen.file = part.file AND chosen.record = part.record AND chosen.url = part.url
  LEFT JOIN leads ON leads.url = part.target`

/** The sites that live on in those asked for: a person may have merged them since. */
function whereOf(corpus: Corpus, { sources, targets }: PartTie): string {
  const living = (column: string, ids: readonly string[] | null): string =>
    ids === null ? '' : `AND ${column} IN (${namesOf(corpus, ids).map(quoted).join(', ') || 'NULL'})`
  return `WHERE part.kind = 'link' AND part.site <> coalesce(leads.site, part.target_site)
    ${living('part.site', sources)} ${living('coalesce(leads.site, part.target_site)', targets)}`
}

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
