import { fatalMistake, mistakeList } from './mistake-list.ts'
import { newPajekState, type PajekState } from './pajek-state.ts'
import { checkColumns, startPajekSection, type LineReader } from './pajek-sections.ts'
import { plainSpaces } from './plain-spaces.ts'
import { emptyNetwork, type RawEdge, type RawNetwork, type RawNode } from '../import/raw-network.ts'

/** Vertices are called by their labels where these are distinct, else by their numbers. */
function idsOf({ labels, count }: PajekState): readonly string[] {
  const names = Array.from({ length: count }, (_, index) => labels.get(index + 1)?.label ?? '')
  const distinct = new Set(names.map(plainSpaces)).size === count && !names.includes('')
  return distinct ? names : names.map((_, index) => String(index + 1))
}

/** With several relations each tie bears the weight that it has there, as those of one pair are added. */
function edgesOf({ ties }: PajekState, ids: readonly string[]): readonly RawEdge[] {
  const isMany = new Set(ties.map(({ relation }) => relation)).size > 1
  return ties.map(({ source, target, relation, ...tie }): RawEdge => ({
    source: ids[source - 1]!,
    target: ids[target - 1]!,
    ...tie,
    attributes:
      relation === ''
        ? []
        : [['relation', relation], ...(isMany ? [[`weight of ${relation}`, tie.weight] as const] : [])],
  }))
}

function remarksOf({ remarks, ties, rows, count }: PajekState): readonly string[] {
  const relations = [...new Set(ties.map(({ relation }) => relation))].filter(name => name !== '')
  return [
    ...remarks,
    ...(rows === null ? [] : [`Two modes: the first ${rows} vertices, and the other ${count - rows}, in one network.`]),
    ...(relations.length > 1
      ? [
          `${relations.length} relations read as one network: ${relations
            .slice(0, 20)
            .map(name => `'${name}'`)
            .join(', ')}.`,
        ]
      : []),
  ]
}

/**
 * Reads a Pajek network: vertices, arcs, edges, lists, a matrix of one mode or two, partitions and vectors as values of
 * the vertices. Throws a Mistake with all lines that are wrong; a second network is one. Source: Pajek's manual, 2023.
 */
export function readPajek(file: string, text: string): RawNetwork {
  const state = newPajekState(mistakeList(file), text.length)
  let section: LineReader | null = null
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('%')) continue
    if (line.startsWith('*')) section = startPajekSection(state, line, index + 1)
    else section?.(state, line, index + 1)
  }
  checkColumns(state)
  state.mistakes.throwIfAny()
  if (state.count < 0) throw fatalMistake(file, 1, 'no line *Vertices', 'a Pajek network')
  const ids = idsOf(state)
  const nodes = ids.map((id, index): RawNode => {
    const { label = '', x = null, y = null, line = 1 } = state.labels.get(index + 1) ?? {}
    const attributes = state.columns.map(({ name, values }) => [name, values[index] ?? null] as const)
    return { id, label, x, y, size: null, colour: null, attributes, line }
  })
  return { ...emptyNetwork, format: 'Pajek', nodes, edges: edgesOf(state, ids), remarks: remarksOf(state) }
}
