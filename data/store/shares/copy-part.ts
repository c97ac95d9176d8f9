import type { Corpus } from '../base/corpus.ts'
import { copyRows, movedPlace, placesOfRuns } from './attach-part.ts'

/** Brings what the attached part holds into the merged corpus, under the rows that numberRows gave. */
export function copyPart(corpus: Corpus, target: string, { share, file }: { share: number; file: string }): void {
  mapRows(corpus)
  copyFrame(corpus, share)
  copyPages(corpus, share)
  const moved = movedPlace(target, file, placesOfRuns(corpus))
  corpus.db.function('moved_place', { deterministic: true }, (text, run) => moved(String(text), Number(run)))
  copyVisits(corpus, share)
  copyLinks(corpus, share)
  corpus.db.exec('DROP TABLE page_map; DROP TABLE text_map; DROP TABLE entity_map')
}

/** From the part's rows to the merged ones. */
function mapRows({ db }: Corpus): void {
  db.exec(`
    CREATE TEMP TABLE page_map (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
    INSERT INTO page_map SELECT page.id, named.id FROM part.page
      JOIN main.page AS named ON named.url_hash = page.url_hash AND named.url = page.url AND named.outside = page.outside;
    CREATE TEMP TABLE text_map (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
    INSERT INTO text_map SELECT snippet.id, named.id FROM part.snippet
      JOIN main.snippet AS named ON named.hash = snippet.hash AND named.value = snippet.value;
    CREATE TEMP TABLE entity_map (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
    INSERT INTO entity_map SELECT entity.id, named.id FROM part.entity JOIN main.entity AS named ON named.name = entity.name`)
}

const page = (column: string): string => `(SELECT new FROM page_map WHERE old = old.${column})`
const entity = (column: string): string => `(SELECT new FROM entity_map WHERE old = old.${column})`
const text = (column: string): string => `(SELECT new FROM text_map WHERE old = old.${column})`
const visit = (column: string, share: number): string =>
  `(SELECT new FROM visit_number WHERE part = ${share} AND old = old.${column})`

/** Runs, hosts, robots, sitemaps, prefixes, tags, start pages. */
function copyFrame(corpus: Corpus, share: number): void {
  const { db } = corpus
  const next = (db.prepare('SELECT coalesce(max(id), 0) AS last FROM main.run').get() as { last: number }).last
  db.prepare(
    `INSERT INTO run_number SELECT ?, id, ? + row_number() OVER (ORDER BY id) FROM part.run WHERE command = 'crawl'`,
  ).run(share, next)
  copyRows(
    corpus,
    'run',
    { id: 'number.new' },
    `JOIN run_number AS number ON number.part = ${share} AND number.old = old.id`,
  )
  db.exec(`
    UPDATE main.wave SET started_at = min(wave.started_at, one.started_at), ended_at = max(wave.ended_at, one.ended_at)
      FROM part.wave AS one WHERE one.label = wave.label;
    UPDATE main.host SET last_answer_at = one.last_answer_at, not_before = max(host.not_before, one.not_before), response_ms = one.response_ms,
        failures = one.failures, rendering = coalesce(nullif(one.rendering, ''), host.rendering)
      FROM part.host AS one WHERE one.name = host.name AND one.last_answer_at > coalesce(host.last_answer_at, -1);
    DELETE FROM main.robots WHERE fetched_at < (SELECT fetched_at FROM part.robots AS one WHERE one.origin = robots.origin)`)
  copyRows(corpus, 'robots', {}, '', 'OR IGNORE')
  copyRows(corpus, 'sitemap', {}, '', 'OR IGNORE')
  copyRows(corpus, 'prefix', { entity_id: entity('entity_id') }, '', 'OR IGNORE')
  copyRows(corpus, 'tag', { entity_id: entity('entity_id') }, '', 'OR IGNORE')
  copyRows(corpus, 'start_page', { page_id: page('page_id'), entity_id: entity('entity_id') }, '', 'OR IGNORE')
  copyRows(corpus, 'unasked', { page_id: page('page_id') }, '', 'OR IGNORE')
}

/** What became of the pages that the part visits; of others it only knows the address. */
function copyPages({ db }: Corpus, share: number): void {
  db.exec(`
    UPDATE main.page SET state = old.state, cause = old.cause, detail = old.detail, depth = old.depth, hop = old.hop, admitted = old.admitted,
        attempts = old.attempts, not_before = old.not_before, wave_id = old.wave_id, found_on = ${page('found_on')},
        visit_id = ${visit('visit_id', share)}
      FROM page_map JOIN part.page AS old ON old.id = page_map.old
      WHERE page.id = page_map.new AND (old.state IS NOT NULL OR old.visit_id IS NOT NULL);
    INSERT INTO leading SELECT ${page('id')} FROM part.page AS old WHERE leads_to IS NOT NULL`)
}

function copyVisits(corpus: Corpus, share: number): void {
  copyRows(
    corpus,
    'visit',
    {
      id: 'number.new',
      page_id: page('page_id'),
      run_id: `(SELECT new FROM run_number WHERE part = ${share} AND old = old.run_id)`,
      redirect_to: page('redirect_to'),
      borrowed: text('borrowed'),
      archive: `CASE old.archive WHEN '' THEN '' ELSE moved_place(old.archive, old.run_id) END`,
    },
    `JOIN visit_number AS number ON number.part = ${share} AND number.old = old.id`,
  )
  copyRows(corpus, 'page_text', { visit_id: visit('visit_id', share) })
}

/** Whom a hyperlink counts for is at first the owner of the address it names; see joinRedirects. */
function copyLinks(corpus: Corpus, share: number): void {
  const { db } = corpus
  const number = 'link_first.first + row_number() OVER (PARTITION BY old.page_id ORDER BY old.ordinal, old.id) - 1'
  const from = 'JOIN page_map AS source ON source.old = old.page_id JOIN link_first ON link_first.page_id = source.new'
  copyRows(
    corpus,
    'link',
    {
      id: number,
      page_id: 'source.new',
      target_id: 'target.new',
      source_entity: entity('source_entity'),
      target_entity: '(SELECT entity_id FROM main.page WHERE id = target.new)',
      href: text('href'),
      anchor: text('anchor'),
      context: text('context'),
      heading: text('heading'),
      place: text('place'),
      first_visit: visit('first_visit', share),
      last_visit: visit('last_visit', share),
    },
    `${from} JOIN page_map AS target ON target.old = old.target_id`,
  )
  if (db.prepare('SELECT 1 FROM part.absence LIMIT 1').get() === undefined) return
  db.exec(`CREATE TEMP TABLE link_map (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
    INSERT INTO link_map SELECT old.id, ${number} FROM part.link AS old ${from}`)
  copyRows(corpus, 'absence', {
    link_id: '(SELECT new FROM link_map WHERE old = old.link_id)',
    after_visit: visit('after_visit', share),
    before_visit: visit('before_visit', share),
  })
  db.exec('DROP TABLE link_map')
}
