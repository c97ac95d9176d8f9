import type { Workbench } from './crawl-web.ts'

/** The whole of what a crawl found, without dates and row numbers. */
export const findings = (bench: Pick<Workbench, 'pages' | 'query'>) => ({
  pages: bench.pages(),
  links: bench.query(
    `SELECT source.url AS source, target.url AS target, s.name AS "from", t.name AS "to", ordinal, zone, anchor.value AS anchor, context.value AS context
     FROM link JOIN page source ON source.id = page_id JOIN page target ON target.id = target_id
       JOIN entity s ON s.id = source_entity JOIN entity t ON t.id = target_entity
       LEFT JOIN snippet anchor ON anchor.id = link.anchor LEFT JOIN snippet context ON context.id = link.context
     ORDER BY source.url, ordinal`,
  ),
  entities: bench.query('SELECT name, label, homepage, status FROM entity ORDER BY name'),
})
