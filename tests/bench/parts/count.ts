import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatKey, partFormat } from '#data/table/part-columns.ts'
import { openDuckDb } from '#data/store/parts/open-duckdb.ts'
import { countParts } from '#data/store/parts/count-parts.ts'

/**
 * `npm run bench:count -- --links 100000000`: invented Parquet files as `extract` makes them (85 links a page, a site's pages in one file, links to sites
 * by a power law), made once in a temporary folder and counted. Default: 5 million links.
 */
const { values } = parseArgs({ options: { links: { type: 'string', default: '5000000' } } })
const links = Number(values.links)
const perPage = 85
const perFile = 1_000_000
const sites = Math.max(100, Math.round(Math.sqrt(links) * 4))
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-count-'))
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** One file: pages of its own range, each with its links. */
const partSql = (file: string, from: number, to: number): string => `COPY (
  WITH page AS (SELECT i AS record, 'http://site-' || (hash(i) % ${sites}) || '.example/p/' || i AS url, 'site-' || (hash(i) % ${sites}) || '.example' AS site,
      TIMESTAMP '2024-01-01' + to_seconds((i % 30000000)::BIGINT) AS captured_at FROM range(${from}, ${to}) AS pages(i)),
    link AS (SELECT page.*, n, floor(${sites} * pow((hash(record * 97 + n) % 1000000) / 1000000.0, 3))::BIGINT AS to_site FROM page, range(${perPage}) AS numbers(n))
  SELECT 'page' AS kind, record, captured_at, url, site, 200::INTEGER AS status, 'chosen' AS worth, NULL::VARCHAR AS target, NULL::VARCHAR AS target_site, 'A page' AS title, 'en' AS language,
    NULL::INTEGER AS ordinal, NULL::VARCHAR AS element, NULL::VARCHAR AS zone, NULL::VARCHAR AS rel, NULL::VARCHAR AS href, NULL::VARCHAR AS anchor,
    NULL::VARCHAR AS context, NULL::VARCHAR AS heading, NULL::VARCHAR AS place FROM page
  UNION ALL
  SELECT 'link', record, captured_at, url, site, NULL, NULL, 'http://site-' || to_site || '.example/p/' || (record % 1000), 'site-' || to_site || '.example', NULL, NULL,
    n::INTEGER, 'a', ['content', 'nav', 'footer', 'content'][1 + n % 4], '', NULL, 'a link ' || (n % 40), 'A sentence about a link ' || (n % 40) || '.', NULL, 'main>p>a' FROM link
) TO '${file}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${formatKey}: '${partFormat}', seeds: '', all_hosts: 'true'})`

const duckdb = await openDuckDb()
const began = performance.now()
const pages = Math.ceil(links / perPage)
const pagesPerFile = Math.ceil(perFile / perPage)
mkdirSync(join(folder, 'parts'))
for (let from = 0; from < pages; from += pagesPerFile)
  await duckdb.run(partSql(join(folder, 'parts', `${from}.parquet`), from, Math.min(pages, from + pagesPerFile)))
duckdb.close()
const files = readdirSync(join(folder, 'parts')).map(name => join(folder, 'parts', name))
say(
  `${links} links on ${pages} pages of ${sites} sites in ${files.length} files, made in ${seconds(performance.now() - began)}`,
)

const before = process.cpuUsage()
const start = performance.now()
const counted = await countParts(files, null, { seeds: '', allHosts: true })
const cpu = process.cpuUsage(before)
say(
  `counted ${counted.edges.length} edges of ${counted.links} links between sites in ${seconds(performance.now() - start)}, ` +
    `${seconds((cpu.user + cpu.system) / 1000)} of processor time, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
)
rmSync(folder, { recursive: true, force: true })
