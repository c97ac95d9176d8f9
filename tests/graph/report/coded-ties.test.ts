import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { sayCodedTies } from '#graph/analysis/coders/say-coded-ties.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { gatherFindings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { someTime } from '#tests/data/store/invented-corpus.ts'
import { files, newCorpus, network } from '../exchange/import/imported.ts'
import { exportFrom } from '../exchange/import/through-corpus.ts'
import { numbersOf, readSources, recount } from './recount.ts'

const ring = Array.from({ length: 8 }, (_, at) => `s${at},s${(at + 1) % 8}`)
/** Codes of ties by coder: agreed, outvoted, even, one coder alone. */
const judged: readonly (readonly [string, Readonly<Record<string, EdgeCode>>])[] = [
  ['s0', { Ada: 'recognition', Bo: 'recognition' }],
  ['s1', { Ada: 'recognition', Bo: 'recognition', Cy: 'credit' }],
  ['s2', { Ada: 'dismissal', Bo: 'recognition' }],
  ['s3', { Ada: 'recognition' }],
  ['s4', { Ada: 'dismissal', Bo: 'dismissal' }],
]

async function codedCorpus(): Promise<string> {
  const file = newCorpus()
  await network(files({ 'ring.csv': `source,target\n${ring.join('\n')}\n` }), file)
  const corpus = openCorpus(file, 'write')
  for (const [source, codes] of judged)
    for (const [actor, code] of Object.entries(codes)) {
      const target = `s${Number(source.slice(1)) + 1}`
      codeEdge(corpus, { actor, reason: '', now: someTime }, { source, target, code, note: '' })
    }
  corpus.close()
  return file
}

const chosen = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 8, resolution: 1 } as const

describe('analyse --codes', () => {
  it('makes a graph of the ties that most of their coders judged so; summary, export, map and report say so', async () => {
    const file = await codedCorpus()
    const corpus = openCorpus(file, 'write')
    const options = { ...chosen, codes: ['recognition'] as const }
    const { graph, coded } = await analyseCorpus(corpus, options, () => someTime, () => {}) // prettier-ignore
    expect(graph.nodes).toHaveLength(8)
    expect(graph.edges.map(({ source }) => source)).toEqual(['s0', 's1', 's3'])
    expect(coded).toEqual({ codes: ['recognition'], kept: 3, otherwise: 1, even: 1, uncoded: 3 })
    expect(sayCodedTies(coded)).toMatch(
      /Only the 3 ties .* recognition; left out: 1 tie coded otherwise, 1 tie .* 3 ties that nobody coded/,
    )
    const model = exportCorpus(corpus, { title: 'ring', statuses: ['IN'], zones, minWeight: 0 })
    expect(model.edges).toHaveLength(3)
    expect(model.description).toContain('only ties coded recognition')
    const source = { corpus, file, title: 'ring', now: () => someTime }
    expect(readMapData(source).ties.source).toHaveLength(3)
    const findings = gatherFindings(readStudy(corpus, 'ring'))
    expect(findings.stale).toBe(false)
    const page = (language: 'en' | 'fr'): string =>
      reportFiles(findings, speakReport(language))
        .flatMap(([name, parts]) => (name === 'report.md' ? [...parts] : []))
        .join('')
    expect(page('en')).toContain(
      'network of 3 edges that most of their coders judged as: recognition. Left out: 1 judged otherwise, 1 on which coders are even, and 3 that nobody coded',
    )
    expect(page('fr')).toContain('celui de 3 liens que la plupart de leurs codeurs ont jugés ainsi')
    // α by hand: 4 ties coded twice or more, 9 values: recognition 5, dismissal 3, credit 1; apart 2/1 + 4/2 within ties.
    expect(findings.codes!.together!.alpha!.value).toBeCloseTo(1 - 4 / ((81 - 25 - 9 - 1) / 8), 12)
    corpus.close()
    const sources = readSources(
      await exportFrom(file, mkdtempSync(join(tmpdir(), 'toile-coded-')), { format: 'csv' }),
      file,
      page('en'),
    )
    for (const number of numbersOf([findings.codes, findings.codedTies, findings.network])) {
      const again = await recount(sources, number)
      if (again !== null) expect([number, again]).toEqual([number, expect.closeTo(number.value, 9)])
    }
  })

  it('leaves the graph as it is without it', async () => {
    const corpus = openCorpus(await codedCorpus(), 'write')
    const { graph, coded } = await analyseCorpus(corpus, chosen, () => someTime, () => {}) // prettier-ignore
    expect(graph.edges).toHaveLength(8)
    expect(coded).toBe(null)
    corpus.close()
  })
})
