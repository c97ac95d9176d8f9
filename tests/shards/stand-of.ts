import { openCorpus } from '#data/store/base/open-corpus.ts'

/** What a corpus knows, by names instead of rows, each question sorted: two corpora that know the same agree in it. */
const questions: Readonly<Record<string, string>> = {
  entities: `SELECT name, label, homepage, country, kind, status, origin, note, merged_into IS NULL, forgotten_at IS NULL FROM entity`,
  prefixes: 'SELECT lru, name FROM prefix JOIN entity ON entity.id = entity_id',
  tags: 'SELECT name, category, value FROM tag JOIN entity ON entity.id = entity_id',
  starts:
    'SELECT url, name, start_page.origin FROM start_page JOIN page ON page.id = page_id JOIN entity ON entity.id = start_page.entity_id',
  waves: 'SELECT id, label, ended_at IS NULL, past, within_days FROM wave',
  pages: `SELECT page.url, entity.name, page.state, page.cause, page.detail, page.depth, page.hop, page.admitted, page.wave_id, final.url, host.name AS host, visit.at, visit.wave_id
    FROM page JOIN entity ON entity.id = page.entity_id JOIN host ON host.id = page.host_id
      LEFT JOIN page AS final ON final.id = page.leads_to LEFT JOIN visit ON visit.id = page.visit_id`,
  visits: `SELECT page.url, visit.wave_id, at, http_status, failure, visit.detail, target.url, title, links, body_hash FROM visit
    JOIN page ON page.id = page_id LEFT JOIN page AS target ON target.id = redirect_to`,
  texts: `SELECT page.url, visit.wave_id, at, hex(text) FROM page_text JOIN visit ON visit.id = page_text.visit_id JOIN page ON page.id = page_id`,
  links: `SELECT source.url, target.url, one.name, other.name, ordinal, element, zone, zone_site, mark, rel, href.value, anchor.value, place.value,
      CASE WHEN source_entity <> target_entity THEN context.value END, CASE WHEN source_entity <> target_entity THEN anchor_at END,
      CASE WHEN source_entity <> target_entity THEN heading.value END, f.at, f.wave_id, l.at, l.wave_id,
      (SELECT group_concat(a.at || '-' || b.at || known) FROM absence JOIN visit a ON a.id = after_visit JOIN visit b ON b.id = before_visit WHERE link_id = link.id)
    FROM link JOIN page AS source ON source.id = link.page_id JOIN page AS target ON target.id = target_id JOIN entity AS one ON one.id = source_entity
      JOIN entity AS other ON other.id = target_entity JOIN visit AS f ON f.id = first_visit JOIN visit AS l ON l.id = last_visit
      LEFT JOIN snippet AS href ON href.id = href LEFT JOIN snippet AS anchor ON anchor.id = anchor LEFT JOIN snippet AS place ON place.id = place
      LEFT JOIN snippet AS context ON context.id = context LEFT JOIN snippet AS heading ON heading.id = heading`,
  unasked: 'SELECT url, unasked.wave_id, unasked.cause FROM unasked JOIN page ON page.id = page_id',
  robots: 'SELECT origin, outcome, detail, rules FROM robots',
  events: 'SELECT actor, action, name, reason FROM event LEFT JOIN entity ON entity.id = entity_id',
}

export function standOf(file: string): Record<string, string[]> {
  const corpus = openCorpus(file, 'read')
  try {
    const rows = (sql: string): string[] =>
      corpus
        .sql(sql)
        .raw()
        .all()
        .map(row => JSON.stringify(row))
        .toSorted()
    return Object.fromEntries(Object.entries(questions).map(([name, sql]) => [name, rows(sql)]))
  } finally {
    corpus.close()
  }
}
