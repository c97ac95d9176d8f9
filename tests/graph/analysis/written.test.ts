import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { readWrittenRange } from '#data/written-range.ts'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { publishedData } from '#viewer/publish/map-page.ts'
import { readEvidence } from '#viewer/server/read-evidence.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { datedCitations } from '#data/store/changes/dated-citations.ts'
import { linksByMonth } from '#data/store/map/timeline.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { sayWritten, writtenLinks } from '#data/store/graph/say-written.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { describeStatus } from '#crawler/tell/describe-status.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { findChange } from '#graph/analysis/change/find-change.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { gatherFindings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { someTime } from '#tests/data/store/invented-corpus.ts'
import { changingCorpus, datePage, planted } from './change/planted-change.ts'

/** Pages that state a day, a moment and a year; all others state none. */
function datedCorpus(): Corpus {
  const corpus = changingCorpus()
  datePage(corpus, 'http://f2.example/b', 'u1', '2013-05-06')
  datePage(corpus, 'http://f3.example/a', 'u1', '2012-05-06T10:00:00Z')
  datePage(corpus, 'http://f3.example/year', 'u2', '2011')
  return corpus
}

const study = { statuses: ['IN'], zones, weight: 'links' } as const
const chosen = { seed: 1, ...study, runs: 4, resolution: 1 } as const
const [, , last] = planted.days

const tiesOf = (corpus: Corpus, range: string): string[] =>
  readSiteGraph(corpus, { ...study, written: readWrittenRange(range), wave: last }).edges.map(({ source, target }) =>
    `${source} ${target}`.replaceAll('.example', ''),
  )

describe('links by their date of writing', () => {
  it.each([
    ['2012-05..2013', ['f2 u1', 'f3 u1']],
    ['2013-05-06', ['f2 u1']],
    ['2012', ['f3 u1']],
    ['..2012-05-05', ['f3 u2']],
    ['2013..', ['f2 u1']],
    ['2011', ['f3 u2']],
    // A page that states a year alone may be of any of its months.
    ['2011-06..2012', ['f3 u1']],
    ['2014', []],
  ])('of %s are those in the matter of pages that state a date in it', (range, ties) =>
    expect(tiesOf(datedCorpus(), range)).toEqual(ties),
  )

  it('are of the date that their page stated in the wave that is asked for', () => {
    const corpus = datedCorpus()
    const [first] = planted.days
    const page = 'http://f2.example/b'
    corpus
      .sql(
        `UPDATE visit SET published = '2010-02-03' WHERE wave_id = 1 AND page_id = (SELECT id FROM page WHERE url = ?)`,
      )
      .run(page)
    const within = (wave: string) =>
      writtenLinks(corpus, { ...study, written: readWrittenRange('2010-02'), wave }).within
    expect([within(first), within(last)]).toEqual([1, 0])
    const stated = (wave: string) =>
      datedCitations(corpus, { ...study, wave }).flatMap(row => (row.page === page ? [row.published] : []))
    expect([stated(first), stated(last)]).toEqual([['2010-02-03'], ['2013-05-06']])
    const months = (wave: string) => linksByMonth(corpus, { ...study, wave }).months.map(({ month }) => month)
    expect([months(first), months(last)]).toEqual([
      ['2010-02', '2012-05'],
      ['2012-05', '2013-05'],
    ])
  })

  it('counts the others: of another date, of none, and beside the matter', () => {
    const corpus = datedCorpus()
    const written = readWrittenRange('2012-05..2013')
    expect(writtenLinks(corpus, { ...study, written })).toEqual({ within: 2, outside: 1, undated: 9, besides: 2 })
    expect(writtenLinks(corpus, { ...study, written, wave: last })).toEqual({
      within: 2,
      outside: 1,
      undated: 6,
      besides: 1,
    })
    expect(sayWritten(corpus, { ...study, written, wave: last })).toBe(
      'Only the 2 hyperlinks in the matter of pages that state a date in 2012-05-01..2013-12-31; left out: 1 of another date, 6 of pages without one, 1 in templates and comments. What survives of the past is not the past: `status` says how many pages state a date.\n',
    )
    expect(sayWritten(corpus, study)).toBe('')
  })

  it('are analysed, exported and reported alike, and each says so', async () => {
    const corpus = datedCorpus()
    const written = readWrittenRange('2012-05..2013')
    await analyseCorpus(
      corpus,
      { ...chosen, written },
      () => someTime,
      () => undefined,
    )
    expect(analysedQuestion(lastAnalysis(corpus)).written).toEqual(written)
    const model = exportCorpus(corpus, { title: 'dated', statuses: ['IN'], zones, minWeight: 0 })
    expect(model.edges.map(({ source, target }) => `${source} ${target}`)).toEqual([
      'f2.example u1.example',
      'f3.example u1.example',
    ])
    expect([...model.links].map(({ sourceUrl }) => sourceUrl)).toEqual(['http://f2.example/b', 'http://f3.example/a'])
    expect(model.description).toContain('only links in the matter of pages dated 2012-05-01..2013-12-31')
    expect(model.origin!.parameters['written']).toBe('2012-05-01..2013-12-31')
    const asked = { title: 'dated', statuses: ['IN'], zones, minWeight: 0, written: readWrittenRange('2011') } as const
    expect(exportCorpus(corpus, asked).edges).toHaveLength(1)

    const findings = gatherFindings(readStudy(corpus, 'web'))
    expect(findings.stale).toBe(false)
    expect(findings.network.edges.value).toBe(2)
    const textOf = (language: 'en' | 'fr') =>
      [...reportFiles(findings, speakReport(language, findings)).find(([name]) => name === 'report.md')![1]].join('')
    expect(textOf('en')).toContain('state a date in `2012-05-01..2013-12-31`')
    expect(textOf('en')).toContain('--written 2012-05-01..2013-12-31')
    expect(textOf('en')).toContain('3 of 9 pages read (33%) state a date')
    expect(textOf('fr')).toContain('Ce qui survit du passé n’est pas le passé')
  })

  it('are what the panel of a tie and a published page list, and no others of it', async () => {
    const corpus = datedCorpus()
    const tie = { source: 'f2.example', target: 'u1.example' }
    const panel = (written?: string) =>
      readEvidence(corpus, {
        ...{ ...tie, zone: undefined, offset: 0, limit: 40 },
        written: written === undefined ? undefined : readWrittenRange(written),
      })
    const whole = panel()
    const dated = panel('2013')
    expect(whole.total).toBeGreaterThan(dated.total)
    expect(dated.pages.map(({ url }) => url)).toEqual(['http://f2.example/b'])
    expect([dated.total, dated.templates]).toEqual([1, []])
    expect(panel('2011')).toMatchObject({ total: 0, pages: [], templates: [] })
    expect(
      linksBetweenEntities(corpus, tie.source, tie.target, zones, { written: readWrittenRange('2013') }),
    ).toHaveLength(1)

    const choice = { title: 'dated', statuses: ['IN'], zones, minWeight: 0, written: readWrittenRange('2013') } as const
    const { map, evidence } = publishedData(corpus, choice, { evidence: true })
    expect(map.ties.source.map((from, at) => [map.ids[from], map.ids[map.ties.target[at]!]])).toEqual([
      [tie.source, tie.target],
    ])
    expect(map.written).toBe('2013-01-01..2013-12-31')
    expect(evidence!.map(({ total, pages }) => [total, pages.map(({ url }) => url)])).toEqual([
      [1, ['http://f2.example/b']],
    ])
  })

  it('stand beside what past waves saw: what survives of the past is not the past', () => {
    const { waves } = findChange(datedCorpus(), { question: study, pair: ['FR', 'US'], seed: 1, resolution: 1 })!
    // The dated pages were read in every wave: three ties more in each matter, but for f2 u1 from the second on and f3 u1 in the third.
    expect(waves.map(({ matterTies, writtenTies, bothTies }) => [matterTies, writtenTies, bothTies])).toEqual([
      [9, 1, 1],
      [10, 3, 3],
      [7, 3, 3],
    ])
  })

  it('status says how many pages state a date, by year', () => {
    const corpus = datedCorpus()
    expect(describeStatus('web.sqlite', crawlStatus(corpus), someTime)).toMatch(
      /dated +3 of 9 pages read state when they were written: 2011 1, 2012 1, 2013 1\n/,
    )
  })
})
