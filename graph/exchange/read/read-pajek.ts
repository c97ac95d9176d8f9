import { fatalMistake, mistakeList, shown, type MistakeList } from './mistake-list.ts'
import { parseNumber } from './parse-value.ts'
import { emptyNetwork, type RawEdge, type RawNetwork, type RawNode } from '../import/raw-network.ts'
import { ownEntry } from './own-entry.ts'

interface State {
  readonly mistakes: MistakeList
  readonly labels: Map<
    number,
    { readonly label: string; readonly x: number | null; readonly y: number | null; readonly line: number }
  >
  readonly ties: {
    readonly source: number
    readonly target: number
    readonly weight: number | null
    readonly directed: boolean
    readonly line: number
  }[]
  readonly remarks: Set<string>
  count: number
  /** Row of a matrix, from 1. */
  row: number
}

const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|\S+/g)].map(match => match[1] ?? match[0])

/** A vertex number of the file; any other is a mistake. */
function vertex(state: State, text: string | undefined, line: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > state.count)
    state.mistakes.add(line, `the vertex ${shown(text ?? '')}`, `a number from 1 to ${state.count}`)
  return number
}

function readVertex(state: State, line: string, at: number): void {
  const [number, label, x, y] = words(line)
  const position = [x, y].map(text => parseNumber(text ?? ''))
  const placed = position.every(value => !Number.isNaN(value))
  state.labels.set(vertex(state, number, at), {
    label: label ?? '',
    x: placed ? position[0]! : null,
    // Pajek's y grows downwards.
    y: placed ? -position[1]! : null,
    line: at,
  })
}

function readTie(directed: boolean) {
  return (state: State, line: string, at: number): void => {
    const [from, to, weight] = words(line)
    const [source, target] = [vertex(state, from, at), vertex(state, to, at)]
    state.ties.push({ source, target, weight: weight === undefined ? null : parseNumber(weight), directed, line: at })
  }
}

function readList(directed: boolean) {
  return (state: State, line: string, at: number): void => {
    const [source, ...targets] = words(line).map(word => vertex(state, word, at))
    for (const target of targets) state.ties.push({ source: source!, target, weight: null, directed, line: at })
  }
}

function readRow(state: State, line: string, at: number): void {
  state.row += 1
  for (const [index, cell] of words(line).entries()) {
    const weight = parseNumber(cell)
    if (weight !== 0) state.ties.push({ source: state.row, target: index + 1, weight, directed: true, line: at })
  }
  if (state.row > state.count) state.mistakes.add(at, `row ${state.row} of the matrix`, `${state.count} rows`)
}

type LineReader = (state: State, line: string, at: number) => void

const sections: Readonly<Record<string, LineReader>> = {
  '*vertices': readVertex,
  '*arcs': readTie(true),
  '*edges': readTie(false),
  '*arcslist': readList(true),
  '*edgeslist': readList(false),
  '*matrix': readRow,
}

function startSection(state: State, line: string, at: number): LineReader | null {
  const [keyword, number] = words(line)
  const name = keyword!.toLowerCase()
  if (name === '*vertices') {
    state.count = Number(number)
    if (!Number.isInteger(state.count) || state.count < 0)
      state.mistakes.add(at, shown(line), '*Vertices and their number')
  } else if (!Object.hasOwn(sections, name) && name !== '*network')
    state.remarks.add(`The section ${keyword} was left out.`)
  return ownEntry(sections, name) ?? null
}

/** Vertices are called by their labels where these are distinct, else by their numbers. */
function idsOf({ labels, count }: State): readonly string[] {
  const names = Array.from({ length: count }, (_, index) => labels.get(index + 1)?.label ?? '')
  const distinct = new Set(names).size === count && !names.includes('')
  return distinct ? names : names.map((_, index) => String(index + 1))
}

/** Reads a Pajek network: vertices, arcs, edges, lists, a matrix. Throws a Mistake with all lines that are wrong. */
export function readPajek(file: string, text: string): RawNetwork {
  const state: State = {
    mistakes: mistakeList(file),
    labels: new Map(),
    ties: [],
    remarks: new Set(),
    count: -1,
    row: 0,
  }
  let section: LineReader | null = null
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('%')) continue
    if (line.startsWith('*')) section = startSection(state, line, index + 1)
    else section?.(state, line, index + 1)
  }
  if (state.count < 0) throw fatalMistake(file, 1, 'no line *Vertices', 'a Pajek network')
  state.mistakes.throwIfAny()
  const ids = idsOf(state)
  const nodes = ids.map((id, index): RawNode => {
    const { label = '', x = null, y = null, line = 1 } = state.labels.get(index + 1) ?? {}
    return { id, label, x, y, size: null, colour: null, attributes: [], line }
  })
  const edges = state.ties.map(({ source, target, ...tie }): RawEdge => ({
    source: ids[source - 1]!,
    target: ids[target - 1]!,
    ...tie,
    attributes: [],
  }))
  return {
    ...emptyNetwork,
    format: 'Pajek',
    nodes,
    edges,
    remarks: [...state.remarks],
  }
}
