import type { Corpus } from '#data/store/base/corpus.ts'
import { datedCitations } from '#data/store/changes/dated-citations.ts'
import { tieChanges } from '#data/store/changes/tie-changes.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import type { EntityId } from '#data/url/brand.ts'
import { createRandom } from '../random.ts'
import { type Arrival, arrivalsOf } from './arrivals.ts'
import type { FollowedCommunity } from './follow-communities.ts'
import { followWaves } from './follow-waves.ts'
import { gatekeepersOf, type GatekeeperStep } from './gatekeepers.ts'
import { type SeriesPoint, seriesOf } from './series.ts'
import { type Step, stepsOf } from './steps.ts'
import { survivalOfTies, type SurvivalTest, type TieSurvival } from './tie-survival.ts'
import { type WaveDay, waveDays } from './wave-days.ts'
import { readWaves } from './wave-graphs.ts'

/** What changed over all waves of a study. */
export interface StudyChange {
  readonly waves: readonly WaveDay[]
  readonly pair: readonly [string, string] | null
  readonly series: readonly SeriesPoint[]
  readonly steps: readonly Step[]
  readonly curves: readonly TieSurvival[]
  readonly tests: readonly SurvivalTest[]
  readonly communities: readonly FollowedCommunity[]
  readonly gatekeepers: readonly GatekeeperStep[]
  /** Of the sites of the pair's second country by those of its first. */
  readonly arrivals: readonly Arrival[]
  /** Kind of those whose arrivals are told; '' all kinds. */
  readonly arrivalKind: string
  readonly draws: number
}

export interface ChangeChoice {
  readonly question: Omit<GraphQuestion, 'wave'>
  readonly pair: readonly [string, string] | null
  readonly seed: number
  /** Of the search for communities. */
  readonly resolution: number
}

/** Bootstrap samples for each interval, and permutations for each test. */
export const changeDraws = 1000
/** Samples for curves, each of which is an estimate by itself. */
const curveDraws = 200
/** Those who sell what others campaign with, where the study names them. */
const vendorKind = 'software'

/** Everything that several waves tell; null with fewer than two. Same corpus, same choice: same result. */
export function findChange(corpus: Corpus, { question, pair, seed, resolution }: ChangeChoice): StudyChange | null {
  const study = readWaves(corpus, question)
  const { waves, histories, byZone } = study
  if (waves.length < 2) return null
  const random = createRandom(seed).stream('change')
  const countries = new Map(waves[0]!.graph.nodes.map(({ id, country }) => [id, country]))
  const vendors = waves[0]!.graph.nodes.some(({ country, kind }) => country === pair?.[1] && kind === vendorKind)
  const arrivalKind = vendors ? vendorKind : ''
  const survival = survivalOfTies({
    histories,
    byZone,
    days: waves.map(({ day }) => day),
    countryOf: (site: EntityId) => countries.get(site) ?? '',
    permutations: changeDraws,
    draws: curveDraws,
    random: random.stream('survival'),
  })
  return {
    waves: waveDays(corpus, question, waves),
    pair,
    series: seriesOf(study, { pair, draws: changeDraws, random: random.stream('sites') }),
    steps: waves.slice(1).flatMap((to, at) => {
      const from = waves[at]!
      return stepsOf(from, to, tieChanges(corpus, { ...question, from: from.id, to: to.id }))
    }),
    ...survival,
    communities: followWaves(waves, seed, resolution),
    gatekeepers: gatekeepersOf(study),
    arrivals:
      pair === null
        ? []
        : arrivalsOf(study, datedCitations(corpus, question), { from: pair[0], to: pair[1], kind: arrivalKind }),
    arrivalKind,
    draws: changeDraws,
  }
}
