import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crawl, type CrawlEnd } from '#crawler/crawl.ts'
import type { CrawlOptions } from '#crawler/crawl-options.ts'
import type { Surroundings } from '#data/command/command.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'

/** A page of the crawl's scope, as the corpus holds it. */
export interface SeenPage {
  readonly url: string
  readonly entity: string
  readonly state: string
  readonly cause: string
  readonly detail: string
  readonly depth: number
  readonly leadsTo: string | null
}

export interface Workbench {
  readonly folder: string
  readonly corpus: string
  /** Writes the seed list: a row per entry, 'url' or 'url,prefixes'. */
  readonly seed: (rows: readonly string[]) => void
  /** Runs `crawl` in this process, without delay and with short waits unless told otherwise. */
  readonly crawl: (options?: Partial<CrawlOptions>, around?: Partial<Surroundings>) => Promise<CrawlEnd>
  /** The arguments that crawl it in a process of its own. */
  readonly command: (...options: readonly string[]) => string[]
  /** What `crawl` wrote to standard error. */
  readonly said: () => string
  readonly pages: () => SeenPage[]
  /** 'state cause' by address. */
  readonly states: () => Record<string, string>
  /** 'source > target' of every link between entities, by the addresses named. */
  readonly links: () => string[]
  readonly query: <Row>(sql: string) => Row[]
  readonly remove: () => void
}

/** What is asked of a corpus's file. */
export function readingOf(corpus: string): Pick<Workbench, 'query' | 'pages'> {
  const query = <Row>(sql: string): Row[] => {
    const opened = openCorpus(corpus, 'read')
    try {
      return opened.sql<Row>(sql).all()
    } finally {
      opened.close()
    }
  }
  const pages = () =>
    query<SeenPage>(
      `SELECT page.url, entity.name AS entity, page.state, page.cause, page.detail, page.depth, final.url AS leadsTo
       FROM page JOIN entity ON entity.id = page.entity_id LEFT JOIN page final ON final.id = page.leads_to
       WHERE page.state IS NOT NULL AND page.outside < 2 ORDER BY page.url`,
    )
  return { query, pages }
}

/** A folder with a seed list and a corpus, to crawl a web behind `proxy`. */
export function setUpCrawl(proxy: string, rows: readonly string[]): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'toile-crawl-'))
  const seeds = join(folder, 'seeds.csv')
  const corpus = join(folder, 'web.sqlite')
  let said = ''
  const seed = (list: readonly string[]) => writeFileSync(seeds, ['url,prefixes', ...list, ''].join('\n'))
  seed(rows)
  const { query, pages } = readingOf(corpus)
  return {
    folder,
    corpus,
    seed,
    query,
    pages,
    said: () => said,
    command: (...options) => {
      const where = ['crawl', seeds, '--corpus', corpus, '--proxy', proxy]
      return [...where, '--contact', 'test@toile.example', ...options]
    },
    crawl: (options = {}, around = {}) =>
      crawl(
        {
          seeds,
          corpus,
          contact: 'test@toile.example',
          proxy,
          delay: 0,
          depth: 3,
          retryWaitsMs: [20, 40],
          robotsRetryWaitsMs: [20, 30, 40],
          ...options,
        },
        quietSurroundings(folder, { err: text => void (said += text), ...around }),
      ),
    states: () => Object.fromEntries(pages().map(({ url, state, cause }) => [url, `${state} ${cause}`.trim()])),
    links: () =>
      query<{ source: string; target: string }>(
        `SELECT source.url AS source, target.url AS target FROM link JOIN page source ON source.id = link.page_id
           JOIN page target ON target.id = link.target_id WHERE link.source_entity <> link.target_entity ORDER BY 1, 2, ordinal`,
      ).map(({ source, target }) => `${source} > ${target}`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** An HTML page with these links. */
export const linking = (...targets: readonly string[]): string =>
  `<!doctype html><html lang="en"><title>A page</title><body><main>${targets
    .map(target => `<p>A sentence about <a href="${target}">${target}</a>, which stands here.</p>`)
    .join('\n')}</main></body></html>`

/** An answer of plain text. */
export const plainText = (body: string) => ({ headers: { 'content-type': 'text/plain' }, body })

/** '/0', '/1' … */
export const paths = (count: number): string[] => Array.from({ length: count }, (_, index) => `/${index}`)
