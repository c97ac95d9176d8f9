import { renameSync, rmSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { type PartColumn, partColumns, type PartKind, type PartRow } from '#data/table/part-columns.ts'
import { unfinishedBeside } from '#data/command/dead-leftovers.ts'
import { version } from '#data/command/version.ts'
import { rememberingLast } from '../extract/remembering-last.ts'

/** A Parquet file that grows. */
export interface PartFile {
  readonly add: (row: PartRow) => void
  /** Puts it in its place, whole. */
  readonly finish: () => void
  /** Leaves nothing of it. */
  readonly discard: () => void
}

/** Rows that are packed together, and held in memory until then. Who asks for one of them reads all: few, but enough that their texts repeat. */
const groupRows = 49_152
/** A column of a group is one page, as a rule: what repeats is seen. */
const pageBytes = 8 * 2 ** 20
const packing = { params: { [constants.ZSTD_c_compressionLevel]: 6 } }

/**
 * Begins the Parquet file `target` (Apache Parquet 2, zstd), which grows in a hidden neighbour: there is none of it or all of it, and what a
 * killed process left of it is removed. `told` stands in the file as key-value metadata. The same rows give the same bytes.
 */
export function openPartFile(target: string, told: Readonly<Record<string, string>>): PartFile {
  const growing = unfinishedBeside(target)
  const writer = new ParquetWriter({
    writer: fileWriter(growing),
    schema: [{ name: 'root', num_children: partColumns.length }, ...partColumns.map(elementOf)],
    codec: 'ZSTD',
    compressors: { ZSTD: bytes => zstdCompressSync(bytes, packing) },
    kvMetadata: Object.entries(told).map(([key, value]) => ({ key, value })),
    createdBy: `Toile ${version}`,
  })
  let columns = partColumns.map(growingColumn)
  let rows = 0
  const flush = (): void => {
    if (rows === 0) return
    const columnData = columns.map(({ column, data }) => columnSource(column, data))
    writer.write({ columnData, rowGroupSize: groupRows, pageSize: pageBytes })
    columns = partColumns.map(growingColumn)
    rows = 0
  }
  return {
    add: row => {
      for (const { column, data, valueOf } of columns) data.push(valueOf(row[column.key]))
      if (++rows === groupRows) flush()
    },
    finish: () => {
      flush()
      void writer.finish()
      renameSync(growing, target)
    },
    discard: () => rmSync(growing, { force: true }),
  }
}

const elements: Readonly<Record<PartKind, object>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  large: { type: 'INT64' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

const elementOf = ({ name, kind, isRequired }: PartColumn) => ({
  name,
  ...elements[kind],
  repetition_type: isRequired ? ('REQUIRED' as const) : ('OPTIONAL' as const),
})

interface GrowingColumn {
  readonly column: PartColumn
  readonly data: unknown[]
  readonly valueOf: (value: string | number | null) => unknown
}

/** Column by column from the beginning: rows as objects live until their group is packed, and that is what their collection costs. */
const growingColumn = (column: PartColumn): GrowingColumn => ({ column, data: [], valueOf: valuesOf(column.kind) })

function valuesOf(kind: PartKind): GrowingColumn['valueOf'] {
  if (kind !== 'large' && kind !== 'time') return value => value
  const made = kind === 'large' ? BigInt : (value: number) => new Date(value)
  // The rows of a page have the same, one after the other.
  return rememberingLast(value => (value === null ? null : made(value as number)))
}

/** Least and greatest values cost a comparison of every text with another. */
const columnSource = ({ name, hasRange, encoding }: PartColumn, data: unknown[]) => ({
  name,
  data,
  statistics: hasRange === true,
  offsetIndex: false,
  ...(encoding && { encoding }),
})
