import { Fault } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'

/** What the parts name, each once: rows are numbered by it, so that numbers depend neither on how many parts there are nor on their order. */
export function openCollection({ db }: Corpus): void {
  db.exec(`
    CREATE TEMP TABLE seen_host (name TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE seen_entity (name TEXT PRIMARY KEY, label, homepage, country, kind, status, origin, source, note, created_at, lives_on) WITHOUT ROWID;
    CREATE TEMP TABLE seen_prefix (lru TEXT PRIMARY KEY, entity TEXT NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE seen_page (url TEXT, outside INTEGER, url_hash INTEGER NOT NULL, host TEXT NOT NULL, entity TEXT NOT NULL,
      PRIMARY KEY (url, outside)) WITHOUT ROWID;
    CREATE TEMP TABLE seen_other (lru TEXT PRIMARY KEY, entity TEXT NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE seen_text (value TEXT PRIMARY KEY, hash INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE seen_visit (wave INTEGER NOT NULL, entity TEXT NOT NULL, part INTEGER NOT NULL, old INTEGER NOT NULL)`)
}

/** Adds what the attached part names. `share`: its number. */
export function collectNames({ db }: Corpus, share: number, file: string): void {
  db.exec(`
    INSERT OR IGNORE INTO seen_host SELECT name FROM part.host ORDER BY name;
    INSERT INTO seen_entity SELECT name, label, homepage, country, kind, status, origin, source, note, created_at,
      (SELECT heir.name FROM part.entity AS heir WHERE heir.id = entity.merged_into) FROM part.entity
      WHERE true ON CONFLICT (name) DO UPDATE SET created_at = min(created_at, excluded.created_at);
    INSERT OR IGNORE INTO seen_prefix SELECT lru, entity.name FROM part.prefix JOIN part.entity ON entity.id = entity_id ORDER BY lru;
    INSERT OR IGNORE INTO seen_page SELECT page.url, page.outside, page.url_hash, host.name, entity.name FROM part.page
      JOIN part.host ON host.id = page.host_id JOIN part.entity ON entity.id = page.entity_id ORDER BY page.url, page.outside;
    INSERT OR IGNORE INTO seen_other SELECT lru, entity.name FROM part.other_owner JOIN part.entity ON entity.id = entity_id ORDER BY lru;
    INSERT OR IGNORE INTO seen_text SELECT value, hash FROM part.snippet ORDER BY value`)
  db.prepare(
    `INSERT INTO seen_visit SELECT visit.wave_id, entity.name, ?, visit.id FROM part.visit
       JOIN part.page ON page.id = visit.page_id JOIN part.entity ON entity.id = page.entity_id`,
  ).run(share)
  const other = db
    .prepare<[], { lru: string }>(
      `SELECT prefix.lru FROM part.prefix JOIN part.entity ON entity.id = entity_id JOIN seen_prefix ON seen_prefix.lru = prefix.lru
       WHERE seen_prefix.entity <> entity.name LIMIT 1`,
    )
    .get()
  if (other !== undefined)
    throw new Fault(
      `${file}: '${other.lru}' belongs to another entity here than in the shares before; nothing was merged.`,
    )
}

/** Gives what was collected its rows: seeds keep theirs, which are the same in all parts; the others come by name. */
export function numberRows({ db }: Corpus): void {
  const fields = 'name, label, homepage, country, kind, status, origin, source, note, created_at'
  db.exec(`
    INSERT INTO main.host (name) SELECT name FROM seen_host ORDER BY name;
    INSERT INTO main.entity (id, ${fields}) SELECT (SELECT id FROM part.entity WHERE name = seen_entity.name), ${fields} FROM seen_entity
      WHERE origin = 'seed';
    INSERT INTO main.entity (${fields}) SELECT ${fields} FROM seen_entity WHERE origin <> 'seed' ORDER BY name;
    UPDATE main.entity SET merged_into = (SELECT heir.id FROM seen_entity AS seen JOIN main.entity AS heir ON heir.name = seen.lives_on WHERE seen.name = entity.name)
      WHERE name IN (SELECT name FROM seen_entity WHERE lives_on IS NOT NULL);
    INSERT INTO main.page (url, outside, url_hash, host_id, entity_id)
      SELECT url, outside, url_hash, (SELECT id FROM main.host WHERE name = seen_page.host), (SELECT id FROM main.entity WHERE name = seen_page.entity)
      FROM seen_page ORDER BY url, outside;
    INSERT INTO main.other_owner SELECT lru, (SELECT id FROM main.entity WHERE name = seen_other.entity) FROM seen_other ORDER BY lru;
    INSERT INTO main.snippet (hash, value) SELECT hash, value FROM seen_text ORDER BY value;
    CREATE TEMP TABLE visit_number (new INTEGER PRIMARY KEY, part INTEGER NOT NULL, old INTEGER NOT NULL);
    INSERT INTO visit_number (part, old) SELECT part, old FROM seen_visit ORDER BY wave, entity, part, old;
    CREATE INDEX temp.visit_number_old ON visit_number(part, old);
    CREATE TEMP TABLE run_number (part INTEGER NOT NULL, old INTEGER NOT NULL, new INTEGER NOT NULL);
    CREATE TEMP TABLE link_first (page_id INTEGER PRIMARY KEY, links INTEGER NOT NULL, first INTEGER);
    CREATE TEMP TABLE leading (page_id INTEGER PRIMARY KEY);
    DROP TABLE seen_host; DROP TABLE seen_entity; DROP TABLE seen_prefix; DROP TABLE seen_page; DROP TABLE seen_other; DROP TABLE seen_text; DROP TABLE seen_visit`)
}

/** How many hyperlinks stand on each page of the attached part. */
export function countPartLinks({ db }: Corpus): void {
  db.exec(`
    INSERT INTO link_first (page_id, links) SELECT named.id, count(*) FROM part.link JOIN part.page ON page.id = link.page_id
      JOIN main.page AS named ON named.url_hash = page.url_hash AND named.url = page.url AND named.outside = page.outside GROUP BY link.page_id`)
}

/** Hyperlinks come page by page, by address. */
export function numberLinks({ db }: Corpus): void {
  db.exec(`
    UPDATE link_first SET first = before.links + 1 FROM (
      SELECT page_id, sum(links) OVER (ORDER BY page_id) - links AS links FROM link_first) AS before
    WHERE before.page_id = link_first.page_id`)
}
