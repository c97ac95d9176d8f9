import { howMany } from '#data/command/how-many.ts'
import { printedColumns, printable } from '#data/command/printable.ts'
import { pageStates } from '#data/vocabulary/page-states.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { momentOf } from '#data/store/base/iso-time.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import { causeInWords } from '#data/vocabulary/words/say.ts'
import type { CrawlRun, CrawlStatus } from '#data/store/visits/crawl-status.ts'
import { describeCoverage, wavesInOrder, sitesOfPast } from './describe-coverage.ts'
import { describePast } from './describe-past.ts'
import { duration } from './duration.ts'

/** `status` as a person reads it. */
export function describeStatus(file: string, status: CrawlStatus, now: number): string {
  const { wave, run } = status
  return [
    `${printable(file)}\n`,
    run === null ? notCrawled(status) : `${sentenceOf(run, wave?.label ?? '', now)}\n`,
    '\n',
    printedColumns(
      [
        ['entities', statuses.map(name => `${name} ${status.entities[name]}`).join(', ')],
        // Of a network that was imported nothing is crawled, done, or left.
        ...(run === null && status.imported.length > 0 ? [] : ofCrawl(status)),
        ...describePast(status.past),
        ...describeCoverage(status.coverage),
        ...wavesInOrder(status.waves),
        ...(status.notTheirs === null ? [] : [['not theirs', sayNotTheirs(status.notTheirs)]]),
      ],
      200,
    ),
    ...table(
      'Failed and excluded:',
      status.causes.map(({ state, cause, detail, pages }) => [
        cause,
        String(pages),
        state,
        detail || causeInWords(cause, 'en'),
      ]),
    ),
    ...table('Captures by site, the widest spread first:', sitesOfPast(status.coverage)),
    ...table(
      'Sitemaps not read whole:',
      status.cutSitemaps.map(({ file, limits }) => [
        file,
        limits.map(limit => sitemapLimits[limit] ?? limit).join('; '),
      ]),
    ),
    ...table(
      'Longest queues:',
      status.slowest.map(({ host, pages, responseMs, seconds }) => [
        host,
        `${pages} pages`,
        `${responseMs} ms each`,
        duration(seconds * 1000),
      ]),
    ),
  ].join('')
}

const sitemapLimits: Readonly<Record<string, string>> = {
  cut: 'it ends before its end, or is larger than 50 MB: what is there was read',
  entries: 'it lists more than 50,000 addresses: the first were read',
  files: 'more than 50 sitemaps are named: the first were asked for',
  pages: 'the sitemaps list more than 50,000 pages: the first were taken',
}

function ofCrawl({ crawled, pages, links, secondsLeft, rate, dated, texts }: CrawlStatus): string[][] {
  const left = `at least ${duration(secondsLeft * 1000)} for what is known; ${rate.toFixed(1)} requests/s lately`
  return [
    ['crawled', `${crawled.done} done, ${crawled.running} running, ${crawled.waiting} waiting`],
    ['pages', pageStates.map(name => `${name} ${pages[name]}`).join(', ')],
    [
      'links',
      `${links.all}, of which ${links.betweenEntities} between entities; ${links.private} to private addresses (only counted)`,
    ],
    ...(dated.pages > 0 ? [['dated', saidOfDates(dated, pages.fetched)]] : []),
    ...(texts === null ? [] : [['texts', saidOfTexts(texts)]]),
    ...(pages.pending > 0 ? [['left', left]] : []),
  ]
}

/** How far links can be asked for by their date: what survives of the past is not the past. */
function saidOfDates({ pages, years }: CrawlStatus['dated'], read: number): string {
  const each = years.map(({ year, pages: own }) => `${printable(year)} ${own}`).join(', ')
  return `${pages} of ${read} pages read state when they were written: ${each}`
}

/** What is kept of persons' own words is told wherever the crawl is. */
const saidOfTexts = ({ pages, read, bytes }: NonNullable<CrawlStatus['texts']>): string =>
  `of ${pages} of ${read} pages read the text is kept (--texts), ${(bytes / 1e6).toFixed(1)} MB packed`

/** A network that was imported says so, instead of zeros that look like a crawl's. */
function notCrawled({ imported }: CrawlStatus): string {
  if (imported.length === 0) return 'Nothing has been crawled yet.\n'
  const files = imported.map(({ file, format, ties }) => `${ties} from ${printable(file)} (${printable(format)})`)
  return `Nothing has been crawled: its ties were imported, ${files.join(', ')}.\n`
}

const sayNotTheirs = ({ pages, sites, links }: NonNullable<CrawlStatus['notTheirs']>): string =>
  `${howMany(pages, 'page')} of ${howMany(sites, 'site')} passed over, outside the dates of their prefixes; links to such addresses that count for their owner of then: ${links}`

const table = (title: string, rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [] : [`\n${title}\n`, printedColumns(rows)]

function sentenceOf(run: CrawlRun, wave: string, now: number): string {
  const began = momentOf(run.startedAt).toISOString()
  const inWave = wave === 'first' ? '' : ` (wave ${printable(wave)})`
  if (run.endedAt !== null)
    return `The last crawl${inWave} began ${began} and took ${duration(run.endedAt - run.startedAt)}: ${printable(run.outcome)}.`
  if (!isAtWork(run, now))
    return `The last crawl${inWave} began ${began} and was cut short; the same command goes on from there.`
  return `A crawl${inWave} is at work since ${began} (process ${run.pid}).`
}
