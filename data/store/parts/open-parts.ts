import { readFileSync } from 'node:fs'
import type { SiteInTime } from '#data/entity/site-in-time.ts'
import { Mistake } from '#data/mistake.ts'
import { formatKey, partFormat } from '#data/table/part-columns.ts'
import { templateZones } from '#data/vocabulary/zones.ts'
import { isoTime } from '../base/iso-time.ts'
import { viewCaptures } from './captures-of-day.ts'
import { type DuckDb, type DuckDbBounds, openDuckDb } from './open-duckdb.ts'
import { quoted } from './quoted.ts'

/** How parts were extracted, or are to have been. */
export interface PartsMaking {
  /** Hash of the seed list; '': there was none. */
  readonly seeds: string
  /** Pages of all sites were read. */
  readonly allHosts: boolean
  /** The list's prefixes with dates, and those inside them: for a day, captures of another owner are passed over. */
  readonly dated: readonly SiteInTime[]
}

/**
 * Opens Parquet files of `extract`, in the order of their names, and chooses of several captures of an address the one that counts. `at`: noon
 * of the day that they are chosen for, milliseconds since 1970; null: the last ones. `bounds`: default all of the machine.
 * @throws Mistake when DuckDB is not there, a file is none of `extract`, is damaged, or was extracted otherwise than `made` says.
 */
export async function openParts(
  files: readonly string[],
  at: number | null,
  made: PartsMaking,
  bounds?: DuckDbBounds,
): Promise<DuckDb> {
  const duckdb = await openDuckDb(bounds)
  try {
    await refuseOthers(duckdb, files, made)
    await duckdb.run(`CREATE TEMP VIEW part AS SELECT * FROM ${rowsOfFiles(files)};
      CREATE TEMP TABLE asked AS SELECT ${at === null ? 'NULL::BIGINT' : `${Math.round(at / 1000)}::BIGINT`} AS day;
      CREATE TEMP TABLE template_zone AS SELECT unnest(${listed(templateZones)}) AS zone`)
    await viewCaptures(duckdb, at === null ? null : isoTime(at).slice(0, 10), made.dated)
    await runFile(duckdb, 'choose.sql')
    return duckdb
  } catch (error) {
    duckdb.close()
    throw error
  }
}

type SqlFile = 'choose.sql' | 'count.sql' | 'edges.sql' | 'sites.sql'

export const runFile = (duckdb: DuckDb, name: SqlFile): Promise<void> =>
  duckdb.run(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** Rows of these files, each with the place of its `file`. */
export const rowsOfFiles = (files: readonly string[]): string =>
  `(SELECT * RENAME (filename AS file) FROM read_parquet(${listed(files.map(asItIs))}, filename = true))`

/** Names of archives may have what is a pattern to DuckDB. */
export const asItIs = (file: string): string => file.replace(/[*?[]/g, '[$&]')
export const listed = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`

/** A list of its own for each file names the one that can't be read. */
async function refuseOthers(duckdb: DuckDb, files: readonly string[], made: PartsMaking): Promise<void> {
  const wrong = await firstOther(duckdb, files, made).catch(() => null)
  if (wrong === null) for (const file of files) refuse(await firstOther(duckdb, [file], made).catch(unreadable(file)))
  else refuse(wrong)
}

interface Other {
  readonly file: string
  readonly why: string
}

const refuse = ({ file, why }: Other): void => {
  if (file !== '') throw new Mistake(`${file}: ${why}`)
}

/** `file` is '' when there is none. */
async function firstOther(duckdb: DuckDb, files: readonly string[], made: PartsMaking): Promise<Other> {
  const told = new Map<string, Map<string, string>>(files.map(file => [file, new Map()]))
  const all = `SELECT file_name, decode(key), decode(value) FROM parquet_kv_metadata(${listed(files.map(asItIs))})`
  for await (const [file, key, value] of duckdb.rows(all)) told.get(String(file))?.set(String(key), String(value))
  for (const [file, says] of told) {
    const why = whyOther(says, made)
    if (why !== '') return { file, why }
  }
  return { file: '', why: '' }
}

function whyOther(says: ReadonlyMap<string, string>, { seeds, allHosts }: PartsMaking): string {
  if (says.get(formatKey) !== partFormat)
    return 'this Parquet file was found, which `extract` of this version did not make; expected those that it makes, alone in their folder'
  if (says.get('seeds') !== seeds)
    return says.get('seeds') === ''
      ? 'it was extracted without a seed list; expected --all-hosts without --seeds, as for the extraction'
      : 'it was extracted with another seed list; expected the same for all files, as it was then'
  if (allHosts && says.get('all_hosts') !== 'true')
    return 'it was extracted without --all-hosts; expected it with the extraction, too'
  return ''
}

const unreadable = (file: string) => (): Other => ({
  file,
  why: 'this Parquet file can not be read, or is cut; expected a whole one: extract its archive again',
})
