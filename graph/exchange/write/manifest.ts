import { version } from '#data/command/version.ts'
import { Fault } from '#data/mistake.ts'
import { withoutAccents } from '#data/vocabulary/without-accents.ts'
import { cleanText } from '#data/table/clean-text.ts'
import type { Column } from '#data/table/column.ts'
import { type Tally, tallied } from '#data/table/tally.ts'
import type { NamedFile } from '#data/table/write-when-whole.ts'
import { isDay, isInstant } from '#data/table/day-columns.ts'
import type { ExportModel, WriteOptions } from '../model/export-model.ts'
import { tableKeys } from './table-keys.ts'
import type { WrittenTable } from './tables.ts'

/** A file of a folder that has a manifest. */
export interface ManifestFile {
  readonly name: string
  readonly text: Iterable<string>
  readonly description: string
  /** Of a table: its columns, and their names in the header. */
  readonly table?: { readonly columns: readonly Column[]; readonly names: readonly string[] }
}

export const manifestName = 'datapackage.json'

const descriptions: Readonly<Record<string, string>> = {
  nodes: 'One row per entity.',
  edges: 'One row per tie.',
  links: 'The evidence: one row per hyperlink between two entities.',
  pages: 'One row per address in the scope of the crawl.',
  measures: 'Measures of the analysed graph.',
  similar: 'Whom each entity resembles most in the words of its own pages: no citation.',
  codebook: 'One row for each column of the tables: its type, its unit, what it holds.',
  waves: 'One row per wave, in the order of their days: its matrix, what was not read.',
  covariates: 'One row per covariate: its matrix, and the column it is made of.',
  composition: 'When sites were there, in units of waves: composition change for RSiena.',
  'edge-spells': 'When ties were there, and between which looks they began and ended: spells for networkDynamic.',
  'vertex-spells': 'When sites were there, in days: spells for networkDynamic.',
  events: 'One row per dated page that cites a site in its matter: relational events for goldfish and relevent.',
}

/** A table of tablesOf, as the manifest wants it. */
export const tableFile = ({ name, columns, lines }: WrittenTable, names: readonly string[], options: WriteOptions) => ({
  name: `${name}.csv`,
  text: lines(options, names),
  description: descriptions[name] ?? '',
  table: { columns, names },
})

/**
 * Returns `files` and, last, their manifest: what each is, the types of its columns, its size and SHA-256, and how the whole
 * came about. It is made of what was written, so it must be read after the files. Source: Frictionless Data Package 1.0.
 */
export function withManifest(
  model: ExportModel,
  files: readonly ManifestFile[],
  options: WriteOptions = {},
): readonly NamedFile[] {
  const tallies = new Map<string, Tally>()
  const written = files.map(({ name, text }): NamedFile => [
    name,
    tallied(text, tally => void tallies.set(name, tally)),
  ])
  return [...written, [manifestName, manifestText(model, files, tallies, options)]]
}

function* manifestText(
  model: ExportModel,
  files: readonly ManifestFile[],
  tallies: ReadonlyMap<string, Tally>,
  options: WriteOptions,
): Generator<string> {
  const resources = files.map(file => {
    const tally = tallies.get(file.name)
    if (!tally) throw new Fault(`export: ${manifestName} was asked for before ${file.name} was written`)
    return resourceOf(file, tally, files, options)
  })
  const { origin, lastModified, title, description } = model
  const about = {
    profile: 'data-package',
    name: slugOf(title),
    ...(origin && origin.corpus !== '' && { id: origin.corpus }),
    title,
    description,
    ...(/T.*Z$/.test(lastModified) && { created: lastModified }),
    toile: { version, ...origin, lastModified },
    resources,
  }
  yield `${JSON.stringify(about, (_, value) => (typeof value === 'string' ? cleanText(value) : value), 1)}\n`
}

/** A name of lower-case letters, digits, '.', '_' and '-', as the specification wants. */
const slugOf = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'toile'

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  R: 'text/plain',
  py: 'text/x-python',
  do: 'text/plain',
  md: 'text/markdown',
}

function resourceOf(
  { name, description, table }: ManifestFile,
  { bytes, hash }: Tally,
  files: readonly ManifestFile[],
  options: WriteOptions,
): object {
  const extension = name.split('.').at(-1)!
  const common = {
    name: slugOf(name.replace(/\.csv$/, '')),
    path: name,
    ...(description !== '' && { description }),
    format: extension.toLowerCase(),
    mediatype: mediaTypes[extension] ?? 'text/plain',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${hash}`,
  }
  if (extension !== 'csv') return { profile: 'data-resource', ...common }
  const { separator = ',' } = options
  // Spaces after a comma belong to the cell, which CSV Dialect 1.2 would else skip; columns may differ by their case alone.
  const dialect = {
    ...{ delimiter: separator, lineTerminator: '\n', quoteChar: '"', doubleQuote: true },
    ...{ skipInitialSpace: false, header: true, caseSensitiveHeader: true },
  }
  if (table === undefined) return { profile: 'data-resource', ...common, dialect }
  const fields = table.columns.map((column, index) => fieldOf(column, table.names[index]!, options))
  const keys = tableKeys(name.replace(/\.csv$/, ''), new Set(files.map(file => file.name)))
  return { profile: 'tabular-data-resource', ...common, dialect, schema: { fields, missingValues: [''], ...keys } }
}

function fieldOf(column: Column, name: string, { decimal = '.' }: WriteOptions): object {
  return {
    name: cleanText(name),
    title: column.title,
    ...typeOf(column),
    ...(column.type === 'number' && decimal !== '.' && { decimalChar: decimal }),
    description: column.description,
    ...(column.unit !== '' && { unit: column.unit }),
  }
}

/** Dates of other kinds than a moment or a day (`published`: a year, perhaps) are texts. */
function typeOf(column: Column): object {
  if (isInstant(column)) return { type: 'datetime' }
  if (isDay(column)) return { type: 'date' }
  const { type } = column
  return { type: type === 'text' || type === 'date' || type === 'list' ? 'string' : type }
}
