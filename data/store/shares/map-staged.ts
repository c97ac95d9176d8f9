import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { internPage } from '../base/intern-page.ts'
import { discoverEntity } from '../entities/entities.ts'
import { watchPrefixes } from '../entities/watch-prefixes.ts'
import type { Wave } from '../frontier/waves.ts'

/**
 * From pages of shares to rows of this corpus, in the table page_map: known ones by their address, new ones made as a crawl makes them, by
 * the prefixes of today, as they are on the day of `wave`. `gone`: they are of somebody who was forgotten; what only their pages name is not made. New rows come by
 * address, so that they do not depend on the number of shares.
 */
export function placeNames(corpus: Corpus, wave: Pick<Wave, 'past' | 'startedAt'>): void {
  const { db } = corpus
  db.exec(`CREATE TEMP TABLE page_map (part INTEGER, old INTEGER, new INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (part, old)) WITHOUT ROWID;
    CREATE TEMP TABLE new_name (url TEXT PRIMARY KEY, made_at INTEGER NOT NULL, new INTEGER) WITHOUT ROWID;
    INSERT INTO page_map SELECT name.part, name.old, page.id, 0 FROM staged_name AS name
      JOIN main.page AS page ON page.url_hash = name.url_hash AND page.url = name.url AND page.outside = name.outside`)
  const entities = watchPrefixes(corpus, wave).table
  const from = (table: string, column: string): string => `SELECT part, ${column} AS old FROM ${table}`
  makeNames(corpus, entities, [from('staged_page', 'id'), from('staged_visit', 'page_id'), from('staged_start_page', 'page_id')]) // prettier-ignore
  const ofLiving = (table: string, column: string): string =>
    `SELECT map.part, ${column} AS old FROM ${table} AS named JOIN page_map AS map ON map.part = named.part AND map.old = named.page_id AND NOT gone`
  makeNames(corpus, entities, [ofLiving('staged_link', 'target_id'), ofLiving('staged_visit', 'redirect_to')])
}

/** Makes what `named` names (questions for a share and its row there) and nobody knows yet. */
function makeNames(corpus: Corpus, entities: PrefixTable<number>, named: readonly string[]): void {
  const { db } = corpus
  const missing = `staged_name AS name JOIN (${named.join(' UNION ')}) AS used ON used.part = name.part AND used.old = name.old
    WHERE NOT EXISTS (SELECT 1 FROM page_map WHERE page_map.part = name.part AND page_map.old = name.old)`
  db.exec(`DELETE FROM new_name; INSERT INTO new_name SELECT url, min(made_at), NULL FROM ${missing} GROUP BY url`)
  const set = db.prepare('UPDATE new_name SET new = ? WHERE url = ?')
  const names = db
    .prepare<[], { url: Url; madeAt: number }>('SELECT url, made_at AS madeAt FROM new_name ORDER BY url')
    .all()
  for (const { url, madeAt } of names)
    set.run(internPage(corpus, entities, url, address => discoverEntity(corpus, entities, address, madeAt)).id, url)
  db.exec(`
    INSERT OR IGNORE INTO page_map SELECT part, old, new, 0 FROM staged_name AS name JOIN new_name ON new_name.url = name.url;
    UPDATE page_map SET gone = 1 WHERE new IN (
      SELECT page.id FROM main.entity AS entity JOIN main.page AS page ON page.entity_id = entity.id WHERE forgotten_at IS NOT NULL)`)
}

/** Gives runs, visits and texts of shares their rows here: run_map, visit_map and text_map. */
export function mapStaged({ db }: Corpus): void {
  db.exec(`
    CREATE TEMP TABLE run_map (part INTEGER, old INTEGER, new INTEGER NOT NULL, PRIMARY KEY (part, old)) WITHOUT ROWID;
    INSERT INTO run_map SELECT part, id, (SELECT coalesce(max(id), 0) FROM main.run) + row_number() OVER (ORDER BY part, id) FROM staged_run;
    CREATE TEMP TABLE visit_map (part INTEGER, old INTEGER, new INTEGER NOT NULL, PRIMARY KEY (part, old)) WITHOUT ROWID;
    INSERT INTO visit_map SELECT visit.part, visit.id,
        (SELECT coalesce(max(id), 0) FROM main.visit) + row_number() OVER (ORDER BY page.entity_id, visit.part, visit.id)
      FROM staged_visit AS visit JOIN page_map ON page_map.part = visit.part AND page_map.old = visit.page_id
        JOIN main.page AS page ON page.id = page_map.new WHERE NOT gone;
    CREATE TEMP TABLE text_map (part INTEGER, old INTEGER, new INTEGER NOT NULL, PRIMARY KEY (part, old)) WITHOUT ROWID`)
}

/** Brings the texts in `columns` of the rows that are kept (`old`), and gives them rows: text_map. */
export function mapTexts({ db }: Corpus, columns: readonly string[], kept: string): void {
  const used = columns.map(name => `SELECT old.part, old.${name} AS old ${kept}`)
  const texts = `staged_text AS text JOIN (${used.join(' UNION ')}) AS used ON used.part = text.part AND used.old = text.old`
  db.exec(`
    INSERT INTO main.snippet (hash, value) SELECT DISTINCT hash, value FROM ${texts}
      WHERE NOT EXISTS (SELECT 1 FROM main.snippet WHERE hash = text.hash AND value = text.value) ORDER BY value;
    INSERT OR IGNORE INTO text_map SELECT text.part, text.old, snippet.id FROM ${texts}
      JOIN main.snippet AS snippet ON snippet.hash = text.hash AND snippet.value = text.value`)
}
