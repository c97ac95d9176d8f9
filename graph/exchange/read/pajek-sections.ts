import { shown } from './mistake-list.ts'
import { ownEntry } from './own-entry.ts'
import type { PajekState } from './pajek-state.ts'
import { parseFileNumber } from './parse-value.ts'

/** Reads one line of a section. */
export type LineReader = (state: PajekState, line: string, at: number) => void

const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|\S+/g)].map(match => match[1] ?? match[0])

/** A vertex number of the file; any other is a mistake. */
function vertex(state: PajekState, text: string | undefined, line: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > state.count)
    state.mistakes.add(line, `the vertex ${shown(text ?? '')}`, `a number from 1 to ${state.count}`)
  return number
}

const readVertex: LineReader = (state, line, at) => {
  const [number, label, x, y] = words(line)
  const position = [x, y].map(text => parseFileNumber(text ?? ''))
  const placed = position.every(value => !Number.isNaN(value))
  state.labels.set(vertex(state, number, at), {
    label: label ?? '',
    x: placed ? position[0]! : null,
    // Pajek's y grows downwards.
    y: placed ? -position[1]! : null,
    line: at,
  })
}

const readTie =
  (directed: boolean): LineReader =>
  (state, line, at) => {
    const [from, to, weight] = words(line)
    const [source, target] = [vertex(state, from, at), vertex(state, to, at)]
    state.ties.push({ source, target, weight: weight ?? null, directed, relation: state.relation, line: at })
  }

const readList =
  (directed: boolean): LineReader =>
  (state, line, at) => {
    const [source, ...targets] = words(line).map(word => vertex(state, word, at))
    for (const target of targets)
      state.ties.push({ source: source!, target, weight: null, directed, relation: state.relation, line: at })
  }

/** A row of a matrix; of two modes, its columns are the vertices after the rows, and who belongs to what has no direction. */
const readRow: LineReader = (state, line, at) => {
  state.row += 1
  const [rows, shift] = [state.rows ?? state.count, state.rows ?? 0]
  const cells = words(line)
  if (state.row > rows) state.mistakes.add(at, `row ${state.row} of the matrix`, `${rows} rows`)
  if (cells.length > state.count - shift)
    state.mistakes.add(at, `${cells.length} cells of the matrix`, `${state.count - shift}`)
  for (const [index, weight] of cells.entries())
    if (parseFileNumber(weight) !== 0)
      state.ties.push({
        source: state.row,
        target: shift + index + 1,
        weight,
        directed: state.rows === null,
        relation: state.relation,
        line: at,
      })
}

/** A line of a partition or a vector: the next vertex' value. */
const readColumnValue: LineReader = (state, line, at) => {
  const column = state.columns.at(-1)
  if (!column) return
  const number = parseFileNumber(line)
  if (Number.isNaN(number)) state.mistakes.add(at, `${column.name}: ${shown(line)}`, 'a number for each vertex')
  if (column.values.length >= column.count)
    state.mistakes.add(
      at,
      `${column.name}: value ${column.values.length + 1}`,
      `${column.count}, as there are vertices`,
    )
  column.values.push(number)
}

const ties: Readonly<Record<string, LineReader>> = {
  '*arcs': readTie(true),
  '*edges': readTie(false),
  '*arcslist': readList(true),
  '*edgeslist': readList(false),
  '*matrix': readRow,
}

/** `*Network`, `*Partition`, `*Vector` and their kin: each owns the *Vertices line after it. */
const owners: Readonly<Record<string, PajekState['owner']>> = {
  '*network': 'network',
  '*partition': 'column',
  '*vector': 'column',
  '*permutation': 'left out',
  '*cluster': 'left out',
  '*hierarchy': 'left out',
}

function startObject(state: PajekState, line: string, owner: PajekState['owner'], at: number): null {
  const [keyword, ...rest] = words(line)
  const name = rest.join(' ')
  const kind = keyword!.slice(1)
  if (owner === 'network' && state.count >= 0)
    state.mistakes.add(at, `a second network ${shown(name)}`, 'one network in a file')
  if (owner === 'column') {
    const of = state.columns.filter(column => column.isPartition === /^partition$/i.test(kind)).length
    const isTaken = name === '' || state.columns.some(column => column.name === name)
    const isPartition = /^partition$/i.test(kind)
    state.columns.push({ name: isTaken ? `${kind} ${of + 1}` : name, isPartition, values: [], count: 0, line: at })
  }
  if (owner === 'left out') state.remarks.add(`The section ${keyword} ${shown(name)} was left out.`)
  state.owner = owner
  return null
}

function startVertices(state: PajekState, line: string, at: number): LineReader | null {
  const [, number, first] = words(line)
  const count = Number(number)
  if (!Number.isInteger(count) || count < 0 || count > state.mostVertices) {
    state.mistakes.add(
      at,
      shown(line),
      `*Vertices and their number, at most ${state.mostVertices} in a file of this length`,
    )
    return null
  }
  if (state.owner === 'network') return startNetwork(state, { count, first: first ?? '', line, at })
  if (state.owner === 'left out') return null
  // It may stand before its network: whether the numbers agree is known at the end of the file.
  Object.assign(state.columns.at(-1)!, { count, line: at })
  return readColumnValue
}

function startNetwork(
  state: PajekState,
  {
    count,
    first,
    line,
    at,
  }: { readonly count: number; readonly first: string; readonly line: string; readonly at: number },
): LineReader {
  if (state.count >= 0) state.mistakes.add(at, 'a second line *Vertices', 'one network in a file')
  state.count = count
  const rows = first === '' ? count : Number(first)
  if (!Number.isInteger(rows) || rows < 0 || rows > count)
    state.mistakes.add(at, shown(line), `at most ${count} vertices of the first mode`)
  state.rows = rows === count || rows === 0 ? null : rows
  return readVertex
}

/** Adds every partition and vector of another number of vertices than the network has. */
export function checkColumns({ columns, count, mistakes }: PajekState): void {
  for (const column of columns)
    if (column.count !== count)
      mistakes.add(
        column.line,
        `${column.count} values of ${shown(column.name)}`,
        `${count}, as in the network of the file`,
      )
}

/** Understands a line that begins with `*`; returns how to read the lines after it, null when they are left out. */
export function startPajekSection(state: PajekState, line: string, at: number): LineReader | null {
  const [keyword, , name] = words(line)
  const section = keyword!.toLowerCase()
  const owner = ownEntry(owners, section)
  if (owner !== undefined) return startObject(state, line, owner, at)
  if (section === '*vertices') return startVertices(state, line, at)
  const reader = ownEntry(ties, section)
  if (!reader) state.remarks.add(`The section ${keyword} was left out.`)
  state.row = 0
  state.relation = /^\*\S+\s*:\s*\d+/.test(line) ? (name ?? words(line)[1]!) : ''
  return reader ?? null
}
