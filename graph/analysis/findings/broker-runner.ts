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
  const paths = around(task.graph, task.country)
  const count = createCounter(paths, task.country.values.length)
  const random = createRandom(task.seed).stream('brokers')
  return ({ from, to }) => {
    const beyond = new Uint32Array(task.counts.length)
    for (let run = from; run < to; run++) addBeyond(task, paths, count, random.stream(run), beyond)
    return beyond
  }
}

/**
 * Around each node b: who of those with a country cites it, whom it cites, and the pairs of them that are no open path, because the
 * first cites the last or is it. These are few; all pairs would be the square of its neighbours.
 */
interface Around {
  readonly before: Rows
  readonly after: Rows
  /** Pairs, one after another. */
  readonly shut: Rows
}

/** What belongs to node b stands at [start[b], start[b + 1]). */
interface Rows {
  readonly start: Uint32Array
  readonly nodes: Uint32Array
}

function around(graph: Digraph, { classOf }: Attribute): Around {
  const isKnown = (node: number): boolean => classOf[node]! >= 0
  const rows = (of: (b: number) => ArrayLike<number>): Rows => {
    const lists = Array.from({ length: graph.nodeCount }, (_, b) => (isKnown(b) ? of(b) : []))
    const start = new Uint32Array(graph.nodeCount + 1)
    for (const [b, { length }] of lists.entries()) start[b + 1] = start[b]! + length
    const nodes = new Uint32Array(start[graph.nodeCount]!)
    for (const [b, list] of lists.entries()) nodes.set(list, start[b])
    return { start, nodes }
  }
  const before = (b: number) => rowOf(graph.in, b).filter(isKnown)
  const after = (b: number) => rowOf(graph.out, b).filter(isKnown)
  const shut = (b: number) => {
    const ends = after(b)
    return [...before(b)].flatMap(a =>
      [...ends].filter(c => a === c || hasNeighbor(graph.out, a, c)).flatMap(c => [a, c]),
    )
  }
  return { before: rows(before), after: rows(after), shut: rows(shut) }
}

function addBeyond(
  task: BrokerTask,
  paths: Around,
  count: ReturnType<typeof createCounter>,
  random: Random,
  beyond: Uint32Array,
): void {
  const { country, counts, expected } = task
  const dealt = permute(country, random.stream('deal')).classOf
  const members = membersOf(dealt, country.values.length)
  const draw = random.stream('swap')
  const { start } = paths.before
  for (let b = 0; b + 1 < start.length; b++) {
    if (!hasPaths(paths, b)) continue
    // The dealing is turned into one in which b keeps its own: it changes places with one that was dealt b's country.
    const own = country.classOf[b]!
    const given = dealt[b]!
    const other = given === own ? b : members[own]![draw.int(members[own]!.length)]!
    dealt[other] = given
    dealt[b] = own
    const found = count(b, dealt)
    dealt[b] = given
    dealt[other] = given === own ? given : own
    for (let role = 0; role < roles.length; role++) {
      const place = b * roles.length + role
      const mean = expected[place]!
      if (Math.abs(found[role]! - mean) >= Math.abs(counts[place]! - mean) - 1e-9) beyond[place]!++
    }
  }
}

const lengthOf = ({ start }: Rows, b: number): number => start[b + 1]! - start[b]!

/** Whether an open path leads through b. */
const hasPaths = ({ before, after, shut }: Around, b: number): boolean =>
  2 * lengthOf(before, b) * lengthOf(after, b) > lengthOf(shut, b)

/** Counts the open paths through a node by role, in the order of `roles`: all pairs from how many of each class stand before and after it, less the shut ones. */
function createCounter({ before, after, shut }: Around, classes: number) {
  const of = new Float64Array(classes)
  const found = new Float64Array(roles.length)
  const [citing, cited, pairs] = [before.nodes, after.nodes, shut.nodes]
  return (b: number, classOf: Int32Array): Float64Array => {
    const own = classOf[b]!
    const [from, to] = [before.start[b]!, before.start[b + 1]!]
    for (let at = from; at < to; at++) of[classOf[citing[at]!]!]!++
    const home = of[own]!
    const abroad = lengthOf(before, b) - home
    let [toHome, backAbroad] = [0, 0]
    for (let at = after.start[b]!, end = after.start[b + 1]!; at < end; at++) {
      const other = classOf[cited[at]!]!
      if (other === own) toHome++
      else backAbroad += of[other]!
    }
    for (let at = from; at < to; at++) of[classOf[citing[at]!]!] = 0
    const toAbroad = lengthOf(after, b) - toHome
    found[0] = home * toHome
    found[1] = abroad * toHome
    found[2] = home * toAbroad
    found[3] = backAbroad
    found[4] = abroad * toAbroad - backAbroad
    for (let at = shut.start[b]!, end = shut.start[b + 1]!; at < end; at += 2)
      found[roleOf(classOf[pairs[at]!]!, own, classOf[pairs[at + 1]!]!)]!--
    return found
  }
}

function membersOf(classOf: Int32Array, count: number): number[][] {
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [node, own] of classOf.entries()) if (own >= 0) members[own]!.push(node)
  return members
}
