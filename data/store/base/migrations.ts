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
  db => {
    db.exec(`CREATE TABLE absence (
      link_id INTEGER NOT NULL REFERENCES link(id) ON DELETE CASCADE, after_visit INTEGER NOT NULL REFERENCES visit(id),
      before_visit INTEGER NOT NULL REFERENCES visit(id), known INTEGER NOT NULL, PRIMARY KEY (link_id, after_visit)
    ) WITHOUT ROWID;
    CREATE TABLE unasked (
      page_id INTEGER NOT NULL REFERENCES page(id), wave_id INTEGER NOT NULL REFERENCES wave(id), cause TEXT NOT NULL,
      PRIMARY KEY (page_id, wave_id)
    ) WITHOUT ROWID`)
    // Whether a link was there on the visits between its first sighting and its last one was not kept.
    db.exec(`INSERT INTO absence SELECT id, first_visit, last_visit, 0 FROM link
      WHERE last_visit > first_visit AND EXISTS (
        SELECT 1 FROM visit WHERE page_id = link.page_id AND visit.id > first_visit AND visit.id < last_visit
          AND failure = '' AND http_status IN (200, 304))`)
  },
  db => db.exec(`ALTER TABLE imported_edge ADD COLUMN told TEXT NOT NULL DEFAULT '[]'`),
  db =>
    db.exec(`ALTER TABLE wave ADD COLUMN past TEXT NOT NULL DEFAULT '';
      ALTER TABLE wave ADD COLUMN within_days INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE visit ADD COLUMN captured_at INTEGER;
      ALTER TABLE visit ADD COLUMN asked_at INTEGER;
      ALTER TABLE visit ADD COLUMN memento TEXT NOT NULL DEFAULT '';
      ALTER TABLE visit ADD COLUMN drift_days INTEGER;
      ALTER TABLE visit ADD COLUMN captures INTEGER`),
  db =>
    db.exec(`CREATE INDEX prefix_dated ON prefix(lru) WHERE valid_from <> '' OR valid_to <> '';
      CREATE TABLE other_owner (lru TEXT PRIMARY KEY, entity_id INTEGER NOT NULL REFERENCES entity(id)) WITHOUT ROWID;
      ALTER TABLE page ADD COLUMN outside INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX page_outside ON page(url_hash) WHERE outside = 1`),
  db =>
    db.exec(`CREATE TABLE community_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE named_site (
        name_id INTEGER NOT NULL REFERENCES community_name(id), entity_id INTEGER NOT NULL REFERENCES entity(id),
        PRIMARY KEY (name_id, entity_id)
      ) WITHOUT ROWID;
      CREATE TABLE run_label (
        analysis_id INTEGER NOT NULL REFERENCES analysis(id), entity_id INTEGER NOT NULL REFERENCES entity(id),
        labels BLOB NOT NULL, PRIMARY KEY (analysis_id, entity_id)
      ) WITHOUT ROWID`),
  db =>
    db.exec(`CREATE TABLE figure (
      number INTEGER PRIMARY KEY, settings TEXT NOT NULL, drawn TEXT NOT NULL, at INTEGER NOT NULL
    )`),
  db => {
    db.exec(`CREATE TABLE review_round (
      id INTEGER PRIMARY KEY, began_at INTEGER NOT NULL, run_id INTEGER REFERENCES run(id)
    );
    CREATE TABLE review_decision (
      entity_id INTEGER PRIMARY KEY REFERENCES entity(id), round_id INTEGER NOT NULL REFERENCES review_round(id),
      event_id INTEGER NOT NULL REFERENCES event(id), drawn INTEGER NOT NULL DEFAULT 0
    )`)
    // Events tell who was discovered and then reviewed, and what crawl had begun before.
    db.exec(`CREATE TEMP TABLE reviewed AS
      SELECT was.value ->> '$.id' AS entity_id, max(told.id) AS event_id
      FROM (SELECT id, before, after FROM event WHERE json_valid(before) AND json_valid(after)) told,
        json_each(told.before) was, json_each(told.after) became
      WHERE was.type = 'object' AND became.type = 'object' AND was.value ->> '$.id' = became.value ->> '$.id'
        AND was.value ->> '$.status' = 'DISCOVERED' AND became.value ->> '$.status' <> 'DISCOVERED'
      GROUP BY 1;
    CREATE TEMP TABLE dated AS
      SELECT reviewed.entity_id, event_id, event.at,
        coalesce((SELECT max(run.id) FROM run WHERE command = 'crawl' AND started_at <= event.at), 0) AS crawl
      FROM temp.reviewed JOIN event ON event.id = event_id JOIN entity ON entity.id = reviewed.entity_id
      WHERE status <> 'DISCOVERED';
    INSERT INTO review_round
      SELECT row_number() OVER (ORDER BY crawl), min(at), nullif(crawl, 0) FROM temp.dated GROUP BY crawl;
    INSERT INTO review_decision
      SELECT dated.entity_id, review_round.id, event_id, 0 FROM temp.dated JOIN review_round ON coalesce(run_id, 0) = crawl;
    DROP TABLE temp.reviewed; DROP TABLE temp.dated`)
  },
  db => db.exec('CREATE TABLE story (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID'),
]

export const schemaVersion = migrations.length + 1

export function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Brings `db` to the current version in one transaction; a failure leaves the file as it was. `before` is called first with the version
 * that an older corpus is of, inside that transaction: nobody else writes, and nothing has been changed.
 */
export function migrate(db: Database.Database, before: (from: number) => void): void {
  const apply = db.transaction(() => {
    const from = versionOf(db)
    if (from > 0 && from < schemaVersion) before(from)
    if (from === 0) db.exec(readFileSync(schemaFile, 'utf8'))
    else for (const migration of migrations.slice(from - 1)) migration(db)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
  })
  if (versionOf(db) < schemaVersion) apply.immediate()
}
