// npm run eval:communities [-- webs runs]: how near the communities come to planted ones, before single sites were moved
// and after, on the same webs with the same seeds. Prints the table of EVALUATION.md.
import { createCommunityRunner } from '#graph/analysis/communities/community-runner.ts'
import { keepBest, methodOf } from '#graph/analysis/communities/community-runs.ts'
import { flowOf } from '#graph/analysis/communities/flow.ts'
import { createGraphologyLouvain } from '#graph/analysis/communities/graphology-louvain.ts'
import type { Digraph } from '#graph/analysis/paths/adjacency.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from '#tests/graph/analysis/planted.ts'

const [webs = 10, runs = 200] = process.argv.slice(2).map(Number)
const options = { directed: true, weighted: true }

/** Hubert & Arabie 1985: pairs of nodes put together alike, 0 as by chance, 1 the same partition. */
function adjustedRand(one: Uint32Array, other: Uint32Array): number {
  const pairs = (counts: Iterable<number>): number => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const sizes = (labels: readonly string[]): number[] =>
    [...Map.groupBy(labels, own => own).values()].map(own => own.length)
  const texts = (label: Uint32Array): string[] => Array.from(label, String)
  const both = pairs(sizes(Array.from(one, (own, node) => `${own} ${other[node]}`)))
  const [first, second] = [pairs(sizes(texts(one))), pairs(sizes(texts(other)))]
  const expected = (first * second) / pairs([one.length])
  return (both - expected) / ((first + second) / 2 - expected)
}

/** Best of Louvain as the package ends; best of the runs as an analysis makes them. */
function search(graph: Digraph, seed: number): { before: Uint32Array[]; after: Uint32Array[] } {
  const louvain = createGraphologyLouvain(graph, options)
  const run = createCommunityRunner({ graph, seed, ...options })
  const numbers = Array.from({ length: runs }, (_, at) => at)
  return {
    before: numbers.map(at => louvain(1, createRandom(seed).stream(`louvain/${at}`))),
    after: numbers.map(at => run({ method: methodOf(at), resolution: 1, stream: `communities/${at}` })),
  }
}

const plans = [0.7, 0.5, 0.45, 0.4].flatMap(inside => [
  { nodes: 60, groups: 5, degree: 4, inside },
  { nodes: 300, groups: 10, degree: 5, inside },
])
const mean = (values: readonly number[]): number => values.reduce((sum, own) => sum + own, 0) / values.length

process.stdout.write(`${webs} webs of each kind, ${runs} runs each\n\n`)
process.stdout.write('| sites | groups | ties inside | Q before | Q after | better in | ARI before | ARI after |\n')
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- |\n')
for (const plan of plans) {
  const found = Array.from({ length: webs }, (_, web) => {
    const { graph, planted } = plantedPartition(plan, createRandom(`eval ${web}`))
    const flow = flowOf(graph, options)
    const kept = (labels: Uint32Array[]) => {
      const { best, modularities, bestRun } = keepBest(flow, labels, 1)
      return { q: modularities[bestRun]!, ari: adjustedRand(best, planted) }
    }
    const { before, after } = search(graph, web)
    return { before: kept(before), after: kept(after) }
  })
  const cells = [
    plan.nodes,
    plan.groups,
    `${Math.round(100 * plan.inside)} %`,
    mean(found.map(({ before }) => before.q)).toFixed(4),
    mean(found.map(({ after }) => after.q)).toFixed(4),
    `${found.filter(({ before, after }) => after.q > before.q + 1e-9).length} of ${webs}`,
    mean(found.map(({ before }) => before.ari)).toFixed(3),
    mean(found.map(({ after }) => after.ari)).toFixed(3),
  ]
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
