import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pagesOfCorpus } from '#data/store/evidence/pages.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Mistake } from '#data/mistake.ts'
import { describeStatus } from '#crawler/tell/describe-status.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { archiveFolder, httpBlock, responseOf, warcRecord } from './fetch/archive/invented-archive.ts'

const site = 'http://site.example'
const at = (date: string) => ({ 'WARC-Date': date })
const redirect = (from: string, to: string, date: string) =>
  warcRecord('response', from, httpBlock('', [`Location: ${to}`], 'HTTP/1.1 301 Moved'), at(date))
const digest = 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** An archive of one site over the years. */
const records = [
  // The page of the day's week, between one of an earlier year and one of a later year.
  responseOf(`${site}/`, linking('/early', 'http://early.example/'), at('2008-03-01T00:00:00Z')),
  responseOf(`${site}/`, linking('/moved', '/again', '/gone', '/later', '/never', 'http://friend.example/'), {
    ...at('2012-04-20T09:00:00Z'),
    'WARC-Payload-Digest': digest,
  }),
  responseOf(`${site}/`, linking('http://late.example/'), at('2016-01-01T00:00:00Z')),
  // A redirect of then, followed in the past: its target has a capture of its own.
  redirect(`${site}/moved`, `${site}/new`, '2012-05-01T00:00:00Z'),
  responseOf(`${site}/new`, linking('http://friend.example/'), at('2012-05-20T00:00:00Z')),
  responseOf(`${site}/new`, linking('http://late.example/'), at('2013-05-20T00:00:00Z')),
  // A redirect to the same key is passed over for the page.
  redirect(`${site}/again`, 'https://www.site.example/again', '2012-04-22T12:00:00Z'),
  responseOf('https://www.site.example/again', linking(), at('2012-03-01T00:00:00Z')),
  // The page was gone for a day only.
  warcRecord('response', `${site}/gone`, httpBlock('', [], 'HTTP/1.1 404 Not Found'), at('2012-04-22T12:00:00Z')),
  responseOf(`${site}/gone`, linking(), at('2012-06-01T00:00:00Z')),
  // What the archive has at another time is not of that day.
  responseOf(`${site}/later`, linking(), at('2015-03-02T00:00:00Z')),
  // A site that asks robots today not to come, and did then: an archive is read, nobody is visited.
  warcRecord(
    'response',
    `${site}/robots.txt`,
    httpBlock('User-agent: *\nDisallow: /', [], 'HTTP/1.1 200 OK'),
    at('2012-04-22T00:00:00Z'),
  ),
]
/** A revisit is a capture with its own date. */
const revisit = warcRecord('revisit', `${site}/`, httpBlock(''), {
  'WARC-Date': '2017-04-01T00:00:00Z',
  'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
  'WARC-Payload-Digest': digest,
})

let bench: Workbench
let folder: string
let remove: () => void
const options = () => ({ fromArchive: folder, past: '2012-04-22', within: 90 })

interface CapturedPage {
  readonly url: string
  readonly state: string
  readonly detail: string
  readonly captured: string | null
  readonly drift: number | null
  readonly captures: number | null
  readonly memento: string
}

const captured = () =>
  bench.query<CapturedPage>(
    `SELECT page.url, trim(page.state || ' ' || page.cause) AS state, page.detail, date(captured_at / 1000, 'unixepoch') AS captured,
       drift_days AS drift, captures, memento
     FROM page JOIN visit ON visit.id = page.visit_id WHERE page.state IS NOT NULL ORDER BY page.url`,
  )

beforeAll(async () => {
  const made = archiveFolder({ 'years.warc': Buffer.concat([...records, revisit]) })
  folder = made.folder
  remove = made.remove
  bench = setUpCrawl('http://127.0.0.1:9', [`${site}/`])
  expect(await bench.crawl(options())).toBe('done')
})
afterAll(() => {
  bench.remove()
  remove()
})

describe('crawl --past of a folder', () => {
  it('reads each page as archived nearest to the day, within the days', () => {
    const of2012 = captured().map(({ url, state, captured: on, drift, captures }) => [url, state, on, drift, captures])
    expect(of2012).toEqual([
      [`${site}/`, 'fetched', '2012-04-20', -2, 1],
      [`${site}/again`, 'fetched', '2012-03-01', -52, 2],
      [`${site}/gone`, 'fetched', '2012-06-01', 40, 2],
      [`${site}/later`, 'failed not-archived', null, null, null],
      [`${site}/moved`, 'redirected', '2012-05-01', 9, 1],
      [`${site}/never`, 'failed not-archived', null, null, null],
      [`${site}/new`, 'fetched', '2012-05-20', 28, 1],
    ])
  })

  it('tells a page archived at other times from one never archived', () => {
    const details = Object.fromEntries(captured().map(({ url, detail }) => [url, detail]))
    expect(details[`${site}/later`]).toBe('nearest capture 2015-03-02')
    expect(details[`${site}/never`]).toBe('not in the archive')
  })

  it('names the record of each capture, and the links of then by the date of capture', () => {
    const offset = records[0]!.length
    expect(captured()[0]).toMatchObject({ memento: `years.warc:${offset}` })
    const seen = bench.query<{ target: string; seen: string }>(
      `SELECT DISTINCT target.url AS target, date(visit.at / 1000, 'unixepoch') AS seen FROM link
         JOIN page target ON target.id = link.target_id JOIN visit ON visit.id = link.first_visit
       WHERE link.source_entity <> link.target_entity ORDER BY 1, 2`,
    )
    expect(seen).toEqual([
      { target: 'http://friend.example/', seen: '2012-04-20' },
      { target: 'http://friend.example/', seen: '2012-05-20' },
    ])
  })

  it('calls the wave by its day, and says what asking for the past did to it', () => {
    const corpus = openCorpus(bench.corpus, 'read')
    const status = crawlStatus(corpus)
    corpus.close()
    expect(status.wave).toMatchObject({ label: '2012-04-22', past: { date: '2012-04-22', withinDays: 90 } })
    // Read: -2, -52, 40 and 28 days away. Of /again the redirect counts as a capture, too; of /gone the error.
    expect(status.past).toEqual({
      ...{ date: '2012-04-22', withinDays: 90, archived: 5, captures: 7, outside: 1, others: 0, never: 1, unlisted: 0 },
      drift: { pages: 4, least: -52, lowerQuartile: -52, median: -2, upperQuartile: 28, most: 40 },
      spread: { sites: 1, median: 92, most: 92 },
    })
    expect(status.coverage).toEqual({
      countries: [{ country: '', sites: 1, readSites: 1, pages: 4, captures: 7 }],
      sites: [
        {
          id: 'site.example',
          country: '',
          asked: 7,
          pages: 4,
          captures: 7,
          leastDrift: -52,
          mostDrift: 40,
          notArchived: 2,
        },
      ],
      // Only the site itself links to what is missing.
      citedNotArchived: 0,
    })
    const said = describeStatus(bench.corpus, status, Date.now())
    expect(said).toContain('no country: 1 of 1 sites read, 4 pages, 7 captures')
    expect(said).toContain('days −52 to +40, spread 92')
    expect(said).toContain('asked for 2012-04-22, 90 days before or after it at most')
    expect(said).toContain('4 pages, from −52 to +40 days; median −2, half of them from −52 to +28')
    expect(said).toContain('1 addresses archived at other times only, 1 never, 0 not in that time')
  })

  it('goes on with the wave of that day, and with no other under its label', async () => {
    expect(await bench.crawl(options())).toBe('nothing-to-do')
    await expect(bench.crawl({ ...options(), within: 30 })).rejects.toMatchObject({ said: [{ code: 'past-other' }] })
    await expect(bench.crawl({ fromArchive: folder })).rejects.toMatchObject({ said: [{ code: 'past-other' }] })
  })

  it('refuses a day that is none or is to come, and an archive that is none', async () => {
    const code = async (more: object) =>
      bench.crawl({ ...options(), ...more }).catch((error: Mistake) => (error.said[0] as { code: string }).code)
    expect(await code({ past: '2012-02-30' })).toBe('past-no-day')
    expect(await code({ past: '2999-01-01' })).toBe('past-no-day')
    expect(await code({ from: 'wayback' })).toBe('past-from')
    expect(await code({ fromArchive: undefined, from: 'nobody' })).toBe('past-unknown-archive')
    expect(await code({ past: undefined, fromArchive: undefined, from: 'wayback' })).toBe('past-from')
  })

  it('is another wave at another day: a revisit stands there with its own date and the page it repeats', async () => {
    expect(await bench.crawl({ ...options(), past: '2017-04-23' })).toBe('done')
    expect(captured()[0]).toMatchObject({ url: `${site}/`, state: 'fetched', captured: '2017-04-01', drift: -22 })
    const labels = bench.query<{ label: string }>('SELECT label FROM wave ORDER BY id').map(({ label }) => label)
    expect(labels).toEqual(['2012-04-22', '2017-04-23'])
  })

  it('tells exported pages by their captures', () => {
    const corpus = openCorpus(bench.corpus, 'read')
    const [page] = [...pagesOfCorpus(corpus, ['IN'])]
    corpus.close()
    expect(page).toMatchObject({
      capturedAt: '2017-04-01T00:00:00Z',
      fetchedAt: '2017-04-01T00:00:00Z',
      driftDays: -22,
    })
    expect(page!.memento).toMatch(/^years\.warc:\d+$/)
  })
})
