import type { EntityId } from '../../data/url/brand.ts'
import type { SiteEdge } from '../../data/records.ts'
import { cleanText } from '../export/clean-text.ts'
import { edgeFacts, mergeEdges } from './edge-facts.ts'
import type { ImportedNetwork, ImportedNode } from './imported-network.ts'
import { mistakeList, shown, type MistakeList } from './mistake-list.ts'
import { compare, foreignFacts, isLeftOut, ownFacts } from './node-facts.ts'
import { splitDescription } from './own-description.ts'
import type { RawEdge, RawNetwork, RawNode } from './raw-network.ts'

const plural = (count: number, one: string, several: string) => (count === 1 ? `1 ${one}` : `${count} ${several}`)

function describeNode(raw: RawNode, { own }: RawNetwork): ImportedNode {
  const { x, y, size, colour, line } = raw
  return {
    id: cleanText(raw.id) as EntityId,
    ...(own ? ownFacts(raw, own) : foreignFacts(raw)),
    x,
    y,
    size,
    colour,
    line,
  }
}

function readNodes(raw: RawNetwork, mistakes: MistakeList): Map<string, ImportedNode> {
  const nodes = new Map<string, ImportedNode>()
  for (const node of raw.nodes) {
    const id = cleanText(node.id)
    if (id === '') mistakes.add(node.line, 'a node without an id', 'an id for each node')
    else if (nodes.has(id)) mistakes.add(node.line, `the node ${shown(id)} again`, 'each id once')
    else nodes.set(id, describeNode(node, raw))
  }
  if (!raw.makesNodes) return nodes
  const bare = { label: '', x: null, y: null, size: null, colour: null, attributes: [] }
  for (const { source, target, line } of raw.edges)
    for (const id of [source, target].map(cleanText))
      if (id !== '' && !nodes.has(id)) nodes.set(id, describeNode({ id, ...bare, line }, raw))
  return nodes
}

function isUsable(edge: RawEdge, nodes: ReadonlyMap<string, ImportedNode>, mistakes: MistakeList): boolean {
  for (const id of [edge.source, edge.target])
    if (!nodes.has(id)) mistakes.add(edge.line, `a tie of ${shown(id)}`, 'the id of a node of this file')
  const weight = edge.weight ?? 1
  if (!(weight >= 0) || weight === Infinity)
    mistakes.add(
      edge.line,
      Number.isNaN(weight) ? 'a weight that is no number' : `the weight ${weight}`,
      'a number, 0 or more',
    )
  return nodes.has(edge.source) && nodes.has(edge.target) && weight >= 0
}

/** Counts of what was changed, for the remarks. */
interface Changes {
  parallel: number
  loops: number
  weightless: number
  undirected: number
}

function remarksOf({ parallel, loops, weightless, undirected }: Changes): readonly string[] {
  const remarks: string[] = []
  if (undirected > 0)
    remarks.push(`${plural(undirected, 'undirected tie was', 'undirected ties were')} read as a tie in each direction.`)
  if (parallel > 0)
    remarks.push(`${plural(parallel, 'parallel tie was', 'parallel ties were')} added to the weight of the first.`)
  if (loops > 0)
    remarks.push(`${plural(loops, 'tie of a node to itself was', 'ties of nodes to themselves were')} left out.`)
  if (weightless > 0) remarks.push(`${plural(weightless, 'tie of weight 0 was', 'ties of weight 0 were')} left out.`)
  return remarks
}

function simpleEdges(
  raw: RawNetwork,
  nodes: ReadonlyMap<string, ImportedNode>,
  mistakes: MistakeList,
  changes: Changes,
): SiteEdge[] {
  const edges = new Map<string, SiteEdge>()
  const add = (edge: RawEdge, weight: number) => {
    const pair = JSON.stringify([edge.source, edge.target])
    const found = edges.get(pair)
    if (found) changes.parallel += 1
    edges.set(pair, found ? mergeEdges(found, edgeFacts(edge, weight)) : edgeFacts(edge, weight))
  }
  for (const told of raw.edges) {
    const edge = { ...told, source: cleanText(told.source), target: cleanText(told.target) }
    if (!isUsable(edge, nodes, mistakes)) continue
    const weight = edge.weight ?? 1
    if (weight === 0) changes.weightless += 1
    else if (edge.source === edge.target) changes.loops += 1
    else {
      add(edge, weight)
      if (edge.directed) continue
      changes.undirected += 1
      add({ ...edge, source: edge.target, target: edge.source }, weight)
    }
  }
  return [...edges.values()].sort((a, b) => compare(a.source, b.source) || compare(a.target, b.target))
}

/**
 * Makes a simple directed graph of what a file tells: parallel ties added, loops and ties of weight 0 left out, an
 * undirected tie one in each direction, each with a remark. Throws a Mistake with every line that can't be used.
 */
export function assembleNetwork(file: string, raw: RawNetwork, nodesFile = file): ImportedNetwork {
  const mistakes = mistakeList(file)
  const ofNodes = nodesFile === file ? mistakes : mistakeList(nodesFile)
  const changes: Changes = { parallel: 0, loops: 0, weightless: 0, undirected: 0 }
  const nodes = readNodes(raw, ofNodes)
  if (ofNodes !== mistakes) ofNodes.throwIfAny()
  const edges = simpleEdges(raw, nodes, mistakes, changes)
  mistakes.throwIfAny()
  const dropped = raw.own
    ? []
    : [...new Set(raw.nodes.flatMap(node => node.attributes.map(([name]) => name)))].filter(isLeftOut)
  return {
    kind: 'network',
    format: raw.format,
    isOwn: raw.own !== null,
    nodesFile,
    ...(raw.own && raw.title === ''
      ? splitDescription(raw.description)
      : { title: raw.title, description: raw.description }),
    lastModified: raw.lastModified,
    nodes: [...nodes.values()].sort((a, b) => compare(a.id, b.id)),
    edges,
    nodeColumns: raw.own?.measures ?? [],
    links: [],
    pages: [],
    measures: [],
    remarks: [
      ...raw.remarks,
      ...remarksOf(changes),
      ...(dropped.length > 0 ? [`Left out, as they tell of another tool: ${dropped.map(shown).join(', ')}.`] : []),
    ],
  }
}
