import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { gatherFindings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { testsOf } from '#graph/report/findings/tests.ts'
import { tieOrigin } from '#data/store/graph/tie-origin.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { someTime } from '#tests/data/store/invented-corpus.ts'
import { files, newCorpus, network } from '../exchange/import/imported.ts'

const ring = Array.from({ length: 8 }, (_, at) => `s${at},s${(at + 1) % 8},${at + 2}`)

async function reportOn(rows: readonly string[], runs: number) {
  const made = newCorpus()
  await network(files({ 'calls.csv': `source,target,weight\n${rows.join('\n')}\n` }), made)
  const corpus = openCorpus(made, 'write')
  const chosen = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs, resolution: 1 } as const
  try {
    await analyseCorpus(
      corpus,
      chosen,
      () => someTime,
      () => {},
    )
    const findings = gatherFindings(readStudy(corpus, 'calls'))
    const page = (language: 'en' | 'fr') =>
      reportFiles(findings, speakReport(language, findings))
        .filter(([name]) => name === 'report.md')
        .map(([, parts]) => [...parts].join(''))[0]!
    return { findings, en: page('en'), fr: page('fr') }
  } finally {
    corpus.close()
  }
}

describe('the report on ties that a file told', () => {
  it('says in both languages that weights are the file’s, and nothing of pages or templates', async () => {
    const { findings, en, fr } = await reportOn(ring, 5)
    expect(findings.tieOrigin).toBe('file')
    expect(en).toContain('The weight of an edge is the one that the imported file gives it')
    expect(fr).toContain('Le poids d’un lien est celui que donne le fichier importé')
    const prose = (page: string) => page.split(/^## (?:Where the numbers|D’où viennent)/m)[0]!
    expect(prose(en)).not.toMatch(/outside templates|distinct pages|stand on the page|hold hyperlinks/)
    expect(prose(fr)).not.toMatch(/hors des gabarits|pages distinctes|dans la page|portent des hyperliens/)
  })

  it('calls nothing chance where five runs can tell nothing', async () => {
    const { findings } = await reportOn(ring, 5)
    expect(new Set(findings.network.whole.map(({ verdict }) => verdict))).toEqual(new Set(['untested']))
  })
})

describe('testsOf(values)', () => {
  const row = {
    measure: 'reciprocity',
    group: '',
    null: 'rewire',
    value: 0.4,
    nullMean: 0.2,
    nullSd: 0.01,
    z: 20,
    seed: 1,
  } as const

  it('says more where enough runs say so, and nothing where so few can’t', () => {
    const verdict = (runs: number, further = {}) =>
      testsOf([{ ...row, p: 1 / (runs + 1), runs, ...further }])[0]!.verdict
    expect(verdict(99)).toBe('more')
    expect(verdict(19)).toBe('more')
    expect(verdict(18)).toBe('untested')
  })

  it('says nothing of a value that the null model can’t vary', () => {
    expect(testsOf([{ ...row, value: 0, nullMean: 0, nullSd: 0, z: null, p: 1, runs: 99 }])[0]!.verdict).toBe(
      'untested',
    )
  })
})

describe('tieOrigin(graph)', () => {
  it('tells a file from pages, and both', () => {
    const edge = (links: number) => ({ links }) as never
    expect(tieOrigin({ edges: [edge(1), edge(3)] })).toBe('hyperlinks')
    expect(tieOrigin({ edges: [edge(0)] })).toBe('file')
    expect(tieOrigin({ edges: [edge(0), edge(1)] })).toBe('both')
    expect(tieOrigin({ edges: [] })).toBe('hyperlinks')
  })
})
