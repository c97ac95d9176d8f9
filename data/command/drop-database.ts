import { rmSync } from 'node:fs'

/** What SQLite keeps beside a database while it is open, and after a kill: its log or journal, and who shares it (sqlite.org/tempfiles.html). */
export const besideDatabase = ['-wal', '-shm', '-journal'] as const

/** Removes a database that nobody has open, if it is there, with what lies beside it. */
export function dropDatabase(file: string): void {
  for (const ending of ['', ...besideDatabase]) rmSync(file + ending, { force: true })
}
