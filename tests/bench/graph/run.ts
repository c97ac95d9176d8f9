// npm run bench:graph [-- nodes edges seed]: times of the measures that must scale, beside igraph's on the same graph; then of
// whole analyses (1,285 sites with 25 attributes, as EuroSiS; 10,000 sites) and of the server's first answer.
// npm run bench:graph -- analyses [sites …]: these alone, the first answers of corpora of so many sites (50,000; to write one of 250,000 takes a quarter of an hour).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { betweennessErrorOf, betweennessOf } from '#graph/analysis/measures/betweenness.ts'
import { chooseSources, joinPaths } from '#graph/analysis/paths/shortest-paths.ts'
import { defaultThreads, hireCrew } from '#graph/analysis/workers/crew.ts'
import { buildDigraph, degreesOf, type Digraph, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { createGraphologyLouvain } from '#graph/analysis/communities/graphology-louvain.ts'
import { flowOf } from '#graph/analysis/communities/flow.ts'
import { leiden } from '#graph/analysis/communities/leiden.ts'
import { louvain } from '#graph/analysis/communities/louvain.ts'
import { modularityOf } from '#graph/analysis/communities/modularity.ts'
import { pagerank } from '#graph/analysis/measures/pagerank.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'
import { asSites, timeAnalysis } from './time-analysis.ts'
import { timeFirstAnswer } from './time-first-answer.ts'

const isWhole = process.argv[2] === 'analyses'
const [nodes = 100_000, edges = 1_000_000, seed = 1] = isWhole ? [] : process.argv.slice(2).map(Number)

/** Rounds of each measure; the middle one counts, and the first pays for compiling. */
const rounds = 5

interface Timing {
  readonly what: string
  readonly ms: number
  readonly modularity?: number
}

/** Groups of uneven size, heavy-tailed activity and fame, 70 % of the edges inside the group. */
function drawGraph(nodes: number, edges: number, random: Random): { source: Uint32Array; target: Uint32Array } {
  const groups = Math.round(Math.sqrt(nodes) / 2)
  const member = (group: number, tail: number) => {
    const rank = Math.floor((nodes / groups) * random.next() ** tail)
    return Math.min(nodes - 1, rank * groups + group)
  }
  const drawGroup = () => Math.floor(groups * random.next() ** 1.5)
  const pairs = new Set<number>()
  while (pairs.size < edges) {
    const group = drawGroup()
    const source = member(group, 1.5)
    const target = member(random.next() < 0.7 ? group : drawGroup(), 2)
    if (source !== target) pairs.add(source * nodes + target)
  }
  const source = Uint32Array.from(pairs, pair => Math.floor(pair / nodes))
  return { source, target: Uint32Array.from(pairs, pair => pair % nodes) }
}

function time<Result>(what: string, run: (round: number) => Result): { ms: number; last: Result; what: string } {
  const times: number[] = []
  let last: Result
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    last = run(round)
    times.push(performance.now() - start)
  }
  return { what, ms: times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!, last: last! }
}

/** For betweenness, which an analysis shares among threads too. */
const threads = defaultThreads()

/** Betweenness from the sources that an analysis would draw: its time, and its error as the analysis states it. */
async function sampledBetweenness(graph: Digraph): Promise<string> {
  const sources = chooseSources(graph, createRandom(seed))
  const crew = hireCrew(threads)
  const start = performance.now()
  const parts = Array.from({ length: 64 }, (_, part) => sources.filter((__, at) => at % 64 === part))
  const sums = joinPaths(graph.nodeCount, await crew.share('paths', graph, parts, { work: Infinity }))
  const ms = performance.now() - start
  await crew.end()
  const values = betweennessOf(sums)
  const errors = betweennessErrorOf(sums)
  const first = [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, 100)
  const relative = first.map(node => errors[node]! / values[node]!).sort((a, b) => a - b)
  return (
    `betweenness from ${sources.length} of ${graph.nodeCount} sources in ${threads} threads: ${Math.round(ms)} ms; ` +
    `standard error of the 100 highest: median ${(100 * relative[50]!).toFixed(1)} %, greatest ${(100 * relative[99]!).toFixed(1)} %\n`
  )
}

function ours(drawn: { source: Uint32Array; target: Uint32Array }): Timing[] {
  const load = time('load', () => buildDigraph(nodes, drawn))
  const graph: Digraph = load.last
  const undirected = time('load, undirected', () => flowOf(graph, { directed: false, weighted: false }))
  const runPackage = createGraphologyLouvain(graph, { directed: false, weighted: false })
  const directed = flowOf(graph, { directed: true, weighted: false })
  const found = (what: string, find: typeof louvain, flow: typeof directed): Timing => {
    const { ms, last } = time(what, round => find(flow, 1, createRandom(seed).stream(round)))
    return { what, ms, modularity: modularityOf(flow, last) }
  }
  return [
    load,
    undirected,
    time('degrees', () => [degreesOf(graph.in), degreesOf(graph.out)]),
    time('pagerank', () => pagerank(graph)),
    found('louvain', louvain, undirected.last),
    found('leiden', leiden, undirected.last),
    found('louvain, graphology', (_, resolution, random) => runPackage(resolution, random), undirected.last),
    found('louvain, directed', louvain, directed),
    found('leiden, directed', leiden, directed),
  ]
}

/** igraph's times, or null with the reason on standard error where Python has no igraph. */
function theirs(graph: { source: Uint32Array; target: Uint32Array }): Timing[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'toile-bench-'))
  try {
    writeFileSync(join(folder, 'source'), graph.source)
    writeFileSync(join(folder, 'target'), graph.target)
    for (const python of ['python3', '/usr/bin/python3'])
      try {
        execFileSync(python, ['-c', 'import igraph'], { stdio: 'ignore' })
        const program = new URL('igraph-times.py', import.meta.url).pathname
        const out = execFileSync(python, [program, folder, String(nodes), String(rounds)])
        return JSON.parse(out.toString()) as Timing[]
      } catch {
        continue
      }
    process.stderr.write('No Python with igraph here (Debian: python3-igraph): our times only.\n')
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function benchMeasures(): Promise<void> {
  const start = performance.now()
  const drawn = drawGraph(nodes, edges, createRandom(seed))
  const columns = edgeColumns(buildDigraph(nodes, drawn))
  process.stdout.write(
    `groups of uneven size, heavy tails, 70 % inside; ${nodes} nodes, ${edges} edges, seed ${seed}; drawn in ` +
      `${Math.round(performance.now() - start)} ms; median of ${rounds}; Node ${process.versions.node}, ${cpus()[0]?.model ?? ''}\n\n`,
  )
  const sampled = await sampledBetweenness(buildDigraph(nodes, columns))
  const own = ours(columns)
  const other = theirs(columns)
  process.stdout.write('                        toile ms  igraph ms   ratio   Q toile  Q igraph\n')
  for (const { what, ms, modularity } of own) {
    const beside = other?.find(timing => timing.what === what.replace(', graphology', ''))
    const number = (value: number | undefined, digits: number, width: number) =>
      (value?.toFixed(digits) ?? '').padStart(width)
    process.stdout.write(
      `${what.padEnd(22)}${number(ms, 1, 10)}${number(beside?.ms, 1, 11)}${number(beside && ms / beside.ms, 2, 8)}` +
        `${number(modularity, 4, 10)}${number(beside?.modularity, 4, 10)}\n`,
    )
  }
  process.stdout.write(`\n${sampled}`)
}

if (!isWhole) await benchMeasures()
for (const [name, sites, ties, tags] of [
  ['as EuroSiS, 1,285 sites, 7,524 ties, 25 attributes', 1285, 7524, 23],
  ['10,000 sites, 100,000 ties', 10_000, 100_000, 0],
] as const) {
  const drawn = drawGraph(sites, ties, createRandom(seed))
  const site = asSites(sites, drawn, tags, createRandom(seed).stream('sites'))
  process.stdout.write(await timeAnalysis(name, site, drawn))
}
const asked = isWhole ? process.argv.slice(3).map(Number) : []
for (const sites of asked.length > 0 ? asked : [50_000]) process.stdout.write(await timeFirstAnswer(sites))
