import { fatalMistake, mistakeList, type MistakeList } from './mistake-list.ts'
import { drawnOf, type NamedValue } from './named-values.ts'
import { noOddValues, oddRemarks } from './odd-values.ts'
import { parseGml, type GmlEntry } from './parse-gml.ts'
import { emptyNetwork, type RawEdge, type RawNetwork, type RawNode } from '../import/raw-network.ts'

const isList = (value: GmlEntry['value']): value is readonly GmlEntry[] => Array.isArray(value)

const find = (entries: readonly GmlEntry[], key: string) =>
  entries.find(entry => entry.key.toLowerCase() === key)?.value

/** Plain entries, and those of `graphics`, where x, y, fill and width stand. */
function namedValues(entries: readonly GmlEntry[]): readonly NamedValue[] {
  return entries.flatMap(({ key, value }): readonly NamedValue[] => {
    if (!isList(value)) return [[key, value]]
    if (key.toLowerCase() !== 'graphics') return []
    const names: Readonly<Record<string, string>> = { x: 'x', y: 'y', fill: 'color', w: 'size' }
    return value.flatMap(({ key: drawn, value: one }) =>
      Object.hasOwn(names, drawn) && !isList(one) ? [[names[drawn]!, one] as const] : [],
    )
  })
}

const without = (values: readonly NamedValue[], ...names: readonly string[]) =>
  values.filter(([name]) => !names.includes(name.toLowerCase()))

function required(mistakes: MistakeList, owner: GmlEntry, key: string): string {
  const value = isList(owner.value) ? find(owner.value, key) : undefined
  if (value !== undefined && value !== null && !isList(value)) return String(value)
  mistakes.add(owner.line, `a ${owner.key} without ${key}`, `the entry ${key}`)
  return ''
}

const entriesOf = ({ value }: GmlEntry): readonly GmlEntry[] => (isList(value) ? value : [])

/** Reads a graph in GML. Throws a Mistake with all lines that are wrong. */
export function readGml(file: string, text: string): RawNetwork {
  const graph = find(parseGml(file, text), 'graph')
  if (graph === undefined || !isList(graph)) throw fatalMistake(file, 1, 'no graph [ … ]', 'a GML file')
  const mistakes = mistakeList(file)
  const directed = Number(find(graph, 'directed') ?? 0) === 1
  const all = (key: string) => graph.filter(entry => entry.key.toLowerCase() === key)
  const nodes = all('node').map((entry): RawNode => {
    const values = without(namedValues(entriesOf(entry)), 'id')
    return { id: required(mistakes, entry, 'id'), ...drawnOf(values), line: entry.line }
  })
  const edges = all('edge').map((entry): RawEdge => {
    const values = without(namedValues(entriesOf(entry)), 'id', 'source', 'target')
    const [source, target] = [required(mistakes, entry, 'source'), required(mistakes, entry, 'target')]
    return { source, target, directed, weight: null, attributes: values, line: entry.line }
  })
  mistakes.throwIfAny()
  const missing = nodes.flatMap(({ attributes }) => attributes).filter(([, value]) => value === null).length
  return {
    ...emptyNetwork,
    format: 'GML',
    makesNodes: 'said',
    nodes,
    edges,
    remarks: oddRemarks({ ...noOddValues(), missing }),
  }
}
