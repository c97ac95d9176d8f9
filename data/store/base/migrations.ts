import { readFileSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** 'Toil' in ASCII: SQLite's application_id of every corpus. */
export const applicationId = 0x546f696c

type Migration = (db: Database.Database) => void

export const schemaFile = new URL('./schema.sql', import.meta.url)

/**
 * Append-only: entry n brings a corpus from version n + 1 to n + 2. schema.sql is the whole of the current version, which
 * a new corpus gets at once; a change is written there and as a migration here, and tests compare the two.
 */
const migrations: readonly Migration[] = [
  db =>
    db.exec(`ALTER TABLE visit ADD COLUMN country TEXT NOT NULL DEFAULT '';
      ALTER TABLE visit ADD COLUMN country_from TEXT NOT NULL DEFAULT ''`),
  db =>
    db.exec(`CREATE TABLE colour (
      name TEXT NOT NULL, analysis_id INTEGER NOT NULL, category TEXT NOT NULL, place INTEGER NOT NULL,
      PRIMARY KEY (name, analysis_id, category)
    ) WITHOUT ROWID`),
]

export const schemaVersion = migrations.length + 1

export function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Brings `db` to the current version in one transaction; a failure leaves the file as it was. */
export function migrate(db: Database.Database): void {
  const apply = db.transaction(() => {
    const from = versionOf(db)
    if (from === 0) db.exec(readFileSync(schemaFile, 'utf8'))
    else for (const migration of migrations.slice(from - 1)) migration(db)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
  })
  if (versionOf(db) < schemaVersion) apply.immediate()
}
