import type { Corpus } from '../base/corpus.ts'
import { isLiving } from '../base/rules.ts'
import { columnsOfTable, movedPlace, placesOfRuns } from './attach-part.ts'
import type { Dealt } from './shard.ts'

/** A share, by its number and what it began with. */
export interface DealtPart {
  readonly share: number
  readonly dealt: Dealt
}

/** Tables whose rows are set aside as they are, with the number of their share. */
const stagedTables = [
  'run',
  'visit',
  'page_text',
  'link',
  'absence',
  'page',
  'start_page',
  'robots',
  'sitemap',
  'host',
] as const

/**
 * Tables of this connection in which shares lay down what they found, since none can be attached while the corpus is written: staged_visit
 * and so on with `part`, the share's number; staged_name and staged_text say of rows of pages and texts what they are.
 */
export function openStage({ db }: Corpus): void {
  db.pragma('temp_store = FILE')
  for (const table of stagedTables)
    db.exec(`CREATE TEMP TABLE staged_${table} AS SELECT 0 AS part, * FROM main.${table} WHERE false`)
  db.exec(`
    CREATE TEMP TABLE staged_name (part INTEGER, old INTEGER, url TEXT NOT NULL, outside INTEGER NOT NULL, url_hash INTEGER NOT NULL, made_at INTEGER NOT NULL,
      PRIMARY KEY (part, old)) WITHOUT ROWID;
    CREATE TEMP TABLE staged_text (part INTEGER, old INTEGER, hash INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (part, old)) WITHOUT ROWID;
    CREATE TEMP TABLE staged_wave (started_at INTEGER NOT NULL, ended_at INTEGER)`)
}

/** Lays down what the attached share, of the file `from`, found since it was dealt out. */
export function stagePart(corpus: Corpus, from: string, { share, dealt: { wave, visit, run } }: DealtPart): void {
  const { db } = corpus
  const stage = (table: (typeof stagedTables)[number], where: string): void => {
    const columns = columnsOfTable(db, table)
    const values = columns.map(name => `old.${name}`)
    db.exec(
      `INSERT INTO staged_${table} (part, ${columns.join(', ')}) SELECT ${share}, ${values.join(', ')} FROM part.${table} AS old WHERE ${where}`,
    )
  }
  stage('run', `command = 'crawl' AND id > ${run}`)
  stage('visit', `id > ${visit}`)
  stage('page_text', `visit_id > ${visit}`)
  const moved = movedPlace(corpus.file, from, placesOfRuns(corpus))
  db.function('moved_place', { deterministic: true }, (place, ofRun) => moved(String(place), Number(ofRun)))
  db.exec(`UPDATE staged_visit SET archive = moved_place(archive, run_id) WHERE part = ${share} AND archive <> ''`)
  stage('link', `last_visit > ${visit}`)
  stage('absence', `before_visit > ${visit}`)
  stage('page', `entity_id IN (${ownSites}) OR visit_id > ${visit}`)
  stage('start_page', `origin IN ('sitemap', 'homepage')`)
  stage('robots', 'true')
  stage('sitemap', `wave_id > ${wave}`)
  stage('host', 'last_answer_at IS NOT NULL')
  db.exec(`INSERT INTO staged_wave SELECT started_at, ended_at FROM part.wave WHERE id > ${wave}`)
  stageNames(corpus, share)
  stageTexts(corpus, share, visit)
}

/** The sites that the attached share visits: see visited. */
const ownSites = `SELECT id FROM part.entity WHERE status = 'IN' AND ${isLiving()}
  AND id NOT IN (SELECT value FROM json_each(coalesce((SELECT value FROM part.meta WHERE name = 'elsewhere' AND json_valid(value)), '[]')))`

/** Pages, by their addresses: rows of the corpus may be others by now. */
function stageNames({ db }: Corpus, share: number): void {
  const named = [
    'SELECT id FROM staged_page WHERE part = @share',
    'SELECT found_on FROM staged_page WHERE part = @share',
    'SELECT page_id FROM staged_link WHERE part = @share',
    'SELECT target_id FROM staged_link WHERE part = @share',
    'SELECT page_id FROM staged_visit WHERE part = @share',
    'SELECT redirect_to FROM staged_visit WHERE part = @share',
    'SELECT page_id FROM staged_start_page WHERE part = @share',
  ]
  db.prepare(
    `INSERT INTO staged_name SELECT @share, page.id, page.url, page.outside, page.url_hash, entity.created_at FROM (${named.join(' UNION ')}) AS named
       JOIN part.page ON page.id = named.id JOIN part.entity ON entity.id = page.entity_id`,
  ).run({ share })
}

/** Texts of what is new of a hyperlink. */
function stageTexts({ db }: Corpus, share: number, visit: number): void {
  const texts = (columns: readonly string[], where: string): string[] =>
    columns.map(column => `SELECT ${column} AS id FROM staged_link WHERE part = @share AND ${where}`)
  const used = [
    ...texts(['href', 'anchor', 'context', 'heading', 'place'], `first_visit > ${visit}`),
    ...texts(['context', 'heading'], `first_visit <= ${visit}`),
    'SELECT borrowed AS id FROM staged_visit WHERE part = @share AND borrowed IS NOT NULL',
  ]
  db.prepare(
    `INSERT INTO staged_text SELECT @share, snippet.id, snippet.hash, snippet.value FROM (${used.join(' UNION ')}) AS used
       JOIN part.snippet ON snippet.id = used.id`,
  ).run({ share })
}
