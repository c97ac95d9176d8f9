import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { beginRun } from '#data/store/base/runs.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { tieChanges } from '#data/store/changes/tie-changes.ts'
import { datedCitations } from '#data/store/changes/dated-citations.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { changeDraws, findChange } from '#graph/analysis/change/find-change.ts'
import { arrivalsOf } from '#graph/analysis/change/arrivals.ts'
import { followWaves } from '#graph/analysis/change/follow-waves.ts'
import { gatekeepersOf } from '#graph/analysis/change/gatekeepers.ts'
import { seriesOf } from '#graph/analysis/change/series.ts'
import { stepsOf } from '#graph/analysis/change/steps.ts'
import { survivalOfTies } from '#graph/analysis/change/tie-survival.ts'
import { readWaves } from '#graph/analysis/change/wave-graphs.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { readPage, seed } from '../../data/store/invented-corpus.ts'

/**
 * How long all that several waves tell takes, and where: `npm run bench:change -- --sites 500 --ties 10000 --waves 3`. Invented sites of four countries; a
 * wave keeps nine ties in ten of the one before and draws the others anew; one site in twenty answers nothing in a wave.
 */
const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '500' },
    ties: { type: 'string', default: '10000' },
    waves: { type: 'string', default: '3' },
    corpus: { type: 'string' },
  },
})
const [sites, ties, waves] = [values.sites, values.ties, values.waves].map(Number) as [number, number, number]
const countries = ['FR', 'US', 'GB', 'DE']
const address = (site: number): string => `http://site${site}.example/`
const dayMs = 86_400_000
const timeOf = (wave: number): number => Date.UTC(2012, 3, 22, 12) + wave * 365 * dayMs

function makeCorpus(): Corpus {
  const corpus = openCorpus(join(mkdtempSync(join(tmpdir(), 'toile-bench-')), 'change.sqlite'), 'create')
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('wave 1', ?)`).run(timeOf(0))
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'bench' }, timeOf(0))
  const random = createRandom('bench:change')
  const seeds = Array.from({ length: sites }, (_, site) =>
    seed(address(site), {
      name: `site${site}`,
      country: countries[site % 4]!,
      kind: site % 5 === 0 ? 'software' : 'media',
    }),
  )
  storeSeeds(corpus, seeds, timeOf(0))
  for (let wave = 1; wave < waves; wave++)
    corpus.sql('INSERT INTO wave (label, started_at) VALUES (?, ?)').run(`wave ${wave + 1}`, timeOf(wave))
  const drawTie = (): readonly [number, number] => {
    for (;;) {
      // Some are cited far more often than others.
      const [from, to] = [random.int(sites), Math.floor(random.next() ** 3 * sites)]
      if (from !== to) return [from, to]
    }
  }
  let now = Array.from({ length: ties }, drawTie)
  for (let wave = 0; wave < waves; wave++) {
    if (wave > 0) now = now.map(tie => (random.next() < 0.9 ? tie : drawTie()))
    const cited = Map.groupBy(now, ([from]) => from)
    for (let site = 0; site < sites; site++) {
      if (random.next() < 0.05) continue
      const links = (cited.get(site) ?? []).map(([, to], at) => ({
        to: address(to),
        zone: (['content', 'blogroll', 'nav'] as const)[at % 3]!,
      }))
      readPage(corpus, address(site), links, timeOf(wave) + 3_600_000, wave + 1)
    }
  }
  return corpus
}

const seconds = (from: NodeJS.CpuUsage): string => {
  const { user, system } = process.cpuUsage(from)
  return ((user + system) / 1e6).toFixed(2)
}

function timed<Result>(what: string, work: () => Result): Result {
  const from = process.cpuUsage()
  const result = work()
  process.stdout.write(`${what.padEnd(24)} ${seconds(from).padStart(8)} CPU s\n`)
  return result
}

const corpus = values.corpus === undefined ? timed('made', makeCorpus) : openCorpus(values.corpus, 'read')
const question = { statuses: ['IN'], zones, weight: 'pages' } as const
const pair = ['FR', 'US'] as const
const all = timed('all: findChange', () => findChange(corpus, { question, pair, seed: 1, resolution: 1 }))
process.stdout.write(`${all?.steps.filter(({ group }) => group === 'all').map(step => step.kept + step.gone)} ties\n`)

const study = timed('readWaves', () => readWaves(corpus, question))
const random = createRandom(1).stream('change')
const countryOf = new Map(study.waves[0]!.graph.nodes.map(({ id, country }) => [id, country]))
timed('seriesOf', () => seriesOf(study, { pair, draws: changeDraws, random: random.stream('sites') }))
timed('stepsOf', () =>
  study.waves.slice(1).map((to, at) => {
    const from = study.waves[at]!
    return stepsOf(from, to, tieChanges(corpus, { ...question, from: from.id, to: to.id }))
  }),
)
timed('survivalOfTies', () =>
  survivalOfTies({
    ...study,
    days: study.waves.map(({ day }) => day),
    countryOf: site => countryOf.get(site) ?? '',
    permutations: changeDraws,
    draws: 200,
    random: random.stream('survival'),
  }),
)
timed('followWaves', () => followWaves(study.waves, 1, 1))
timed('gatekeepersOf', () => gatekeepersOf(study))
timed('arrivalsOf', () =>
  arrivalsOf(study, datedCitations(corpus, question), { from: pair[0], to: pair[1], kind: 'software' }),
)
