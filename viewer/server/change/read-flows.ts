import type { Corpus } from '#data/store/base/corpus.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { flowsOf } from '#graph/analysis/change/flows.ts'
import { followWaves } from '#graph/analysis/change/follow-waves.ts'
import { readWaves } from '#graph/analysis/change/wave-graphs.ts'
import type { FlowsData } from '#viewer/protocol/changes.ts'
import type { MapData } from '#viewer/protocol/map.ts'

/** As `changes --communities` has them with its usual seed. */
const seed = 1

/** The communities of each wave, of the sites, zones and weights that were analysed, and how their sites went on; without waves none. */
export function readFlows(corpus: Corpus, { analysis }: MapData): FlowsData {
  const { statuses, zones, weight } = analysedQuestion(analysis)
  const resolution = analysis?.options['resolution']
  const { waves } = readWaves(corpus, { statuses, zones, weight })
  if (waves.length < 2) return { waves: waves.map(({ label }) => label), groups: [], flows: [] }
  const followed = followWaves(waves, seed, typeof resolution === 'number' ? resolution : 1)
  return { waves: waves.map(({ label }) => label), ...flowsOf(waves, followed) }
}
