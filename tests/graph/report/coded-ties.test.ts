import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { chooseGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { sayCodedTies } from '#graph/analysis/coders/say-coded-ties.ts'
import { exportCorpus, sayTiesOfExport } from '#graph/exchange/export-corpus.ts'
import { tieKey } from '#graph/exchange/model/wave-layer.ts'
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
    const source = { corpus, title: 'ring', now: () => someTime }
    expect(readMapData(source).ties.source).toHaveLength(3)
    const findings = gatherFindings(readStudy(corpus, 'ring'))
    expect(findings.stale).toBe(false)
    const page = (language: 'en' | 'fr'): string =>
      reportFiles(findings, speakReport(language, findings))
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

  it('is what `export --codes` writes, too: other codes without measures, and NA in R for what nobody judged', async () => {
    const file = await codedCorpus()
    const corpus = openCorpus(file, 'write')
    await analyseCorpus(corpus, { ...chosen, codes: ['recognition'] }, () => someTime, () => {}) // prettier-ignore
    const choice = { title: 'ring', statuses: ['IN'], zones, minWeight: 0 } as const
    const written = (codes: readonly EdgeCode[]) => exportCorpus(corpus, { ...choice, codes })
    const ties = (codes: readonly EdgeCode[]) => written(codes).edges.map(({ source, target }) => `${source} ${target}`)
    expect(ties(['recognition'])).toEqual(['s0 s1', 's1 s2', 's3 s4'])
    expect(ties(['dismissal'])).toEqual(['s4 s5'])
    expect(written(['dismissal', 'recognition']).edges).toHaveLength(5)
    expect(written(['recognition']).nodes.every(({ community }) => community !== null)).toBe(true)
    expect(written(['dismissal']).nodes.every(({ community }) => community === null)).toBe(true)
    const chosenWave = chooseGraphWave(corpus, undefined)
    expect(sayTiesOfExport(corpus, chosenWave, ['recognition'])).toBe('Only ties coded recognition.\n')
    expect(sayTiesOfExport(corpus, chosenWave, ['dismissal'])).toBe(
      'Only ties coded dismissal.\nThis graph was not analysed: columns of measures are empty; analyse --codes dismissal fills them.\n',
    )
    const unknown = written(['recognition']).layers!()[0]!.unknown
    expect([...unknown].sort()).toEqual(
      [['s2', 's3'], ['s5', 's6'], ['s6', 's7'], ['s7', 's0']].map(([from, to]) => tieKey(from!, to!)), // prettier-ignore
    )
    corpus.close()
  })

  it('takes a tie without a direction for one, whichever end its coders began with', async () => {
    const file = newCorpus()
    await network(files({ 'g.gml': 'graph [ directed 0 node [ id 1 ] node [ id 2 ] node [ id 3 ] edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]' }), file) // prettier-ignore
    const corpus = openCorpus(file, 'write')
    codeEdge(corpus, { actor: 'Ada', reason: '', now: someTime }, { source: '2', target: '1', code: 'recognition', note: '' }) // prettier-ignore
    const { coded } = await analyseCorpus(corpus, { ...chosen, codes: ['recognition'] }, () => someTime, () => {}) // prettier-ignore
    expect(coded).toEqual({ codes: ['recognition'], kept: 1, otherwise: 0, even: 0, uncoded: 1 })
    const { edges } = exportCorpus(corpus, { title: 'g', statuses: ['IN'], zones, minWeight: 0 })
    expect(edges.map(({ source, target }) => [source, target])).toEqual([['1', '2']])
    corpus.close()
  })

  it('leaves the graph as it is without it', async () => {
    const corpus = openCorpus(await codedCorpus(), 'write')
    const { graph, coded } = await analyseCorpus(corpus, chosen, () => someTime, () => {}) // prettier-ignore
    expect(graph.edges).toHaveLength(8)
    expect(coded).toBe(null)
    corpus.close()
  })
})
