import { readFileSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** 'Toil' in ASCII: SQLite's application_id of every corpus. */
export const applicationId = 0x546f696c

type Migration = (db: Database.Database) => void

const schema = new URL('./schema.sql', import.meta.url)

/**
 * Append-only: entry n brings a corpus from version n to n + 1. schema.sql is the whole of the current version; a
 * change after the first release is written there and as a migration here, and tests compare the two.
 */
export const migrations: readonly Migration[] = [db => db.exec(readFileSync(schema, 'utf8'))]

export const schemaVersion = migrations.length

export function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Brings `db` to the current version in one transaction; a failure leaves the file as it was. */
export function migrate(db: Database.Database): void {
  const apply = db.transaction(() => {
    const from = versionOf(db)
    for (const migration of migrations.slice(from)) migration(db)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
  })
  if (versionOf(db) < schemaVersion) apply.immediate()
}
