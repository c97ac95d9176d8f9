import { availableParallelism, tmpdir } from 'node:os'
import { dropStaging, stagingFolder } from '#data/command/staging-folder.ts'
import { Mistake } from '#data/mistake.ts'

/** The version that was tested. */
export const duckdbVersion = '1.5.6-r.1'

/** As much of DuckDB as is used. */
export interface DuckDb {
  readonly run: (sql: string) => Promise<void>
  /** Rows as arrays, in the order of the columns; whole numbers as bigint where DuckDB says so. */
  readonly rows: (sql: string) => AsyncGenerator<readonly unknown[]>
  /** The same column by column, some thousands of rows at a time: without an array for each row. */
  readonly columns: (sql: string) => AsyncGenerator<readonly (readonly unknown[])[]>
  /** For what doesn't fit in memory: goes when it is closed. */
  readonly folder: string
  readonly close: () => void
}

export interface DuckDbBounds {
  /** '3GB': what that doesn't hold is written to a temporary folder. */
  readonly memory: string
  /** Processors that are worked on at a time. */
  readonly threads: number
}

const allOfMachine: DuckDbBounds = { memory: '3GB', threads: availableParallelism() }

/**
 * DuckDB in memory. It is 72 MB and no part of the installation: those who count add it once.
 * @throws Mistake that says how.
 */
export async function openDuckDb({ memory, threads } = allOfMachine): Promise<DuckDb> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw new Mistake(
      `DuckDB is not installed; expected it for \`count\`, once: npm install --no-save @duckdb/node-api@${duckdbVersion} (72 MB, in the project's folder)`,
    )
  })
  // Of its own: a server may have several open.
  const folder = stagingFolder(tmpdir())
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: folder,
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
  })
  const connection = await instance.connect()
  // What a file says of itself is read once, however often it is asked.
  await connection.run('SET parquet_metadata_cache = true')
  return {
    run: async sql => void (await connection.run(sql)),
    rows: async function* (sql) {
      const result = await connection.stream(sql)
      for await (const rows of result.yieldRowsJs()) yield* rows
    },
    columns: async function* (sql) {
      for await (const chunk of await connection.stream(sql)) yield chunk.getColumns()
    },
    folder,
    close: () => {
      connection.closeSync()
      instance.closeSync()
      dropStaging(folder)
    },
  }
}
