import type { EntityId } from '#data/url/brand.ts'
import { cleanText } from '#data/table/clean-text.ts'
import type { ImportedNetwork, ImportedNode } from './imported-network.ts'
import { mistakeList, shown, type MistakeList } from '../read/mistake-list.ts'
import { compare, foreignFacts, isLeftOut, ownFacts } from './node-facts.ts'
import { splitDescription } from './own-description.ts'
import type { RawNetwork, RawNode } from './raw-network.ts'
import { type Changes, simpleEdges } from './simple-edges.ts'
import { weighTies } from './weigh-ties.ts'

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
  // What we wrote ourselves declares every node: there a tie without one is damage.
  if (!raw.makesNodes || raw.own) return nodes
  const bare = { label: '', x: null, y: null, size: null, colour: null, attributes: [] }
  for (const { source, target, line } of raw.edges)
    for (const id of [source, target].map(cleanText))
      if (id !== '' && !nodes.has(id)) nodes.set(id, describeNode({ id, ...bare, line }, raw))
  return nodes
}

/** Gephi makes such nodes, too; a slip of the pen in an id would else go unseen. */
const madeRemark = (ids: readonly string[]): string =>
  `${plural(ids.length, 'node that only ties name and the file does not declare was', 'nodes that only ties name and the file does not declare were')} made: ${ids.slice(0, 5).map(shown).join(', ')}${ids.length > 5 ? ', …' : ''}.`

/** What the file says of its ties' directions; see ImportedNetwork. */
const tiesOf = ({ undirected, directed }: Changes): Pick<ImportedNetwork, 'ties'> =>
  undirected === 0 ? {} : { ties: directed === 0 ? 'undirected' : 'mixed' }

function remarksOf({ parallel, loops, weightless, undirected, directed, untold }: Changes): readonly string[] {
  const remarks: string[] = []
  if (undirected > 0)
    remarks.push(`${plural(undirected, 'undirected tie was', 'undirected ties were')} read as a tie in each direction.`)
  if (undirected > 0)
    remarks.push(
      directed === 0
        ? 'All ties are undirected: they are analysed as such, each counted once.'
        : `The file mixes them with ${plural(directed, 'directed tie', 'directed ties')}: all are analysed as directed, so that reciprocity and what follows from it counts them as returned.`,
    )
  if (parallel > 0)
    remarks.push(`${plural(parallel, 'parallel tie was', 'parallel ties were')} added to the weight of the first.`)
  if (untold > 0)
    remarks.push(
      `${plural(untold, 'value of a column', 'values of columns')} of parallel ties left out: a tie keeps 100.`,
    )
  if (loops > 0)
    remarks.push(`${plural(loops, 'tie of a node to itself was', 'ties of nodes to themselves were')} left out.`)
  if (weightless > 0) remarks.push(`${plural(weightless, 'tie of weight 0 was', 'ties of weight 0 were')} left out.`)
  return remarks
}

/**
 * Makes a simple directed graph of what a file tells: parallel ties added, loops and ties of weight 0 left out, an
 * undirected tie one in each direction, each with a remark. Throws a Mistake with every line that can't be used.
 */
export function assembleNetwork(file: string, raw: RawNetwork, nodesFile = file): ImportedNetwork {
  const mistakes = mistakeList(file)
  const ofNodes = nodesFile === file ? mistakes : mistakeList(nodesFile)
  const declared = new Set(raw.nodes.map(({ id }) => cleanText(id)))
  const nodes = [...readNodes(raw, ofNodes).values()].sort((a, b) => compare(a.id, b.id))
  const made = raw.makesNodes === 'said' ? nodes.filter(({ id }) => !declared.has(id)) : []
  if (ofNodes !== mistakes) ofNodes.throwIfAny()
  const weighed = weighTies(raw)
  const { edges, changes } = simpleEdges(weighed.edges, nodes, mistakes)
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
    nodes,
    edges,
    ...tiesOf(changes),
    nodeColumns: raw.own?.measures ?? [],
    links: [],
    pages: [],
    measures: [],
    remarks: [
      ...raw.remarks,
      ...(made.length > 0 ? [madeRemark(made.map(({ id }) => id))] : []),
      ...weighed.remarks,
      ...remarksOf(changes),
      ...(dropped.length > 0 ? [`Left out, as they tell of another tool: ${dropped.map(shown).join(', ')}.`] : []),
    ],
  }
}
