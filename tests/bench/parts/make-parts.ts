import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDuckDb } from '#data/store/parts/open-duckdb.ts'
import { formatKey, partFormat } from '#data/table/part-columns.ts'

/**
 * Invented Parquet files as `extract` makes them, in `folder`: 85 hyperlinks a page and a million a file. Of a page's hyperlinks 28 lead inside its site, 35 are those of
 * the site's templates, the same on each of its pages, and 22 its own; where they lead follows a power law. On 59 real sites there is one edge for 2.9 hyperlinks
 * between sites; here for 2 (5 million hyperlinks) to 3 (100 million).
 */
const [folder = '', asked = ''] = process.argv.slice(2)
const links = Number(asked)
const perPage = 85
const perFile = 1_000_000
/** As in part-file.ts. */
const groupRows = 49_152
const sites = Math.max(100, Math.round(Math.sqrt(links) * 2))

/** A number of 0 to 1 of two others, always the same. */
const chance = (one: string, other: string): string => `(hash(${one} * 131 + ${other}) % 1000000) / 1000000.0`

/** One file: pages of its own range, each with its links. */
const partSql = (file: string, from: number, to: number): string => `COPY (
  WITH page AS (SELECT i AS record, (hash(i) % ${sites})::BIGINT AS of_site, 'http://site-' || of_site || '.example/p/' || i AS url, 'site-' || of_site || '.example' AS site,
      TIMESTAMP '2024-01-01' + to_seconds((i % 30000000)::BIGINT) AS captured_at FROM range(${from}, ${to}) AS pages(i)),
    link AS (SELECT page.*, n, CASE WHEN n % 3 = 0 THEN of_site WHEN n < 53 THEN floor(${sites} * pow(${chance('of_site', 'n')}, 3))::BIGINT
      ELSE floor(${sites} * pow(${chance('record', 'n')}, 3))::BIGINT END AS to_site FROM page, range(${perPage}) AS numbers(n))
  SELECT 'page' AS kind, record, captured_at, url, site, 200::INTEGER AS status, 'chosen' AS worth, NULL::VARCHAR AS target, NULL::VARCHAR AS target_site, 'A page' AS title, 'en' AS language,
    NULL::INTEGER AS ordinal, NULL::VARCHAR AS element, NULL::VARCHAR AS zone, NULL::VARCHAR AS rel, NULL::VARCHAR AS href, NULL::VARCHAR AS anchor,
    NULL::VARCHAR AS context, NULL::VARCHAR AS heading, NULL::VARCHAR AS place, NULL::VARCHAR AS borrowed FROM page
  UNION ALL
  SELECT 'link', record, captured_at, url, site, NULL, NULL, 'http://site-' || to_site || '.example/p/' || (record % 1000), 'site-' || to_site || '.example', NULL, NULL,
    n::INTEGER, 'a', CASE WHEN n < 53 THEN ['nav', 'footer', 'sidebar'][1 + n % 3] ELSE 'content' END, '', NULL, 'a link ' || (n % 40), 'A sentence about a link ' || (n % 40) || '.', NULL, 'main>p>a', NULL
  FROM link
  ORDER BY site, record, kind DESC, ordinal
) TO '${file}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${groupRows}, KV_METADATA {${formatKey}: '${partFormat}', seeds: '', all_hosts: 'true'})`

const duckdb = await openDuckDb()
const pages = Math.ceil(links / perPage)
const pagesPerFile = Math.ceil(perFile / perPage)
mkdirSync(folder, { recursive: true })
for (let from = 0; from < pages; from += pagesPerFile)
  await duckdb.run(partSql(join(folder, `${from}.parquet`), from, Math.min(pages, from + pagesPerFile)))
duckdb.close()
process.stdout.write(`${links} hyperlinks on ${pages} pages of ${sites} sites`)
