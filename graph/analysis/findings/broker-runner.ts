import { createRandom, type Random } from '../random.ts'
import { type Digraph, hasNeighbor, rowOf } from '../paths/adjacency.ts'
import type { Attribute } from '../attribute.ts'
import { permute } from '../nulls/permute.ts'
import { roleOf, roles } from '../roles/roles.ts'

export interface BrokerTask {
  readonly graph: Digraph
  readonly country: Attribute
  /** By node and role: what countRoles and expectRoles give. */
  readonly counts: Float64Array
  readonly expected: Float64Array
  readonly seed: number
}

/** Permutations `from` … `to` − 1. */
export interface BrokerJob {
  readonly from: number
  readonly to: number
}

/** Returns what counts, by node and role, the permutations of a job in which the count is at least as far from expected. */
export function createBrokerRunner(task: BrokerTask): (job: BrokerJob) => Uint32Array {
  const paths = openPaths(task.graph, task.country)
  const random = createRandom(task.seed).stream('brokers')
  return ({ from, to }) => {
    const beyond = new Uint32Array(task.counts.length)
    for (let run = from; run < to; run++) addBeyond(task, paths, random.stream(run), beyond)
    return beyond
  }
}

/** Open paths a→b→c by b: their ends stand in pairs at [start[b], start[b + 1]). */
interface OpenPaths {
  readonly start: Uint32Array
  readonly ends: Uint32Array
}

function openPaths(graph: Digraph, { classOf }: Attribute): OpenPaths {
  const start = new Uint32Array(graph.nodeCount + 1)
  const ends: number[] = []
  for (let b = 0; b < graph.nodeCount; b++) {
    const before = classOf[b]! < 0 ? [] : rowOf(graph.in, b).filter(a => classOf[a]! >= 0)
    const after = rowOf(graph.out, b).filter(c => classOf[c]! >= 0)
    for (const a of before) for (const c of after) if (a !== c && !hasNeighbor(graph.out, a, c)) ends.push(a, c)
    start[b + 1] = ends.length
  }
  return { start, ends: Uint32Array.from(ends) }
}

function addBeyond(task: BrokerTask, { start, ends }: OpenPaths, random: Random, beyond: Uint32Array): void {
  const { country, counts, expected } = task
  const dealt = permute(country, random.stream('deal')).classOf
  const members = membersOf(dealt, country.values.length)
  const draw = random.stream('swap')
  const found = new Float64Array(roles.length)
  for (let b = 0; b + 1 < start.length; b++) {
    if (start[b] === start[b + 1]) continue
    // The dealing is turned into one in which b keeps its own: it changes places with one that was dealt b's country.
    const own = country.classOf[b]!
    const given = dealt[b]!
    const other = given === own ? b : members[own]![draw.int(members[own]!.length)]!
    dealt[other] = given
    dealt[b] = own
    found.fill(0)
    for (let at = start[b]!; at < start[b + 1]!; at += 2)
      found[roleOf(dealt[ends[at]!]!, own, dealt[ends[at + 1]!]!)]!++
    dealt[b] = given
    dealt[other] = given === own ? given : own
    for (let role = 0; role < roles.length; role++) {
      const place = b * roles.length + role
      const mean = expected[place]!
      if (Math.abs(found[role]! - mean) >= Math.abs(counts[place]! - mean) - 1e-9) beyond[place]!++
    }
  }
}

function membersOf(classOf: Int32Array, count: number): number[][] {
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [node, own] of classOf.entries()) if (own >= 0) members[own]!.push(node)
  return members
}
