import { emptyNetwork, type RawEdge, type RawNetwork } from '#graph/exchange/import/raw-network.ts'
import { fatalMistake, mistakeList, shown, type MistakeList } from '../mistake-list.ts'
import { dlWords, readDlHead, type DlHead } from './dl-head.ts'
import { matrixRemarks, matrixTies } from './matrix-ties.ts'
import { nameNode } from './name-node.ts'

/** A word of the data and the line on which it stands. */
interface Word {
  readonly text: string
  readonly line: number
}

interface Data {
  readonly file: string
  readonly head: DlHead
  readonly mistakes: MistakeList
  /** Row by row; blank lines and marks of a relation are none. */
  readonly rows: readonly (readonly Word[])[]
}

interface Read {
  readonly rowNames: readonly string[]
  readonly columnNames: readonly string[]
  readonly edges: readonly RawEdge[]
  readonly remarks: readonly string[]
}

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => String(at + 1))

/** Cells that a row of the matrix has in the file, null for those that it leaves out. */
function rowOf({ format, hasDiagonal, columns }: DlHead, row: number, next: () => string | null): (string | null)[] {
  return Array.from({ length: columns }, (_, column) => {
    const isLeftOut =
      (column === row && !hasDiagonal) ||
      (format === 'upperhalf' && column < row) ||
      (format === 'lowerhalf' && column > row)
    return isLeftOut ? null : next()
  })
}

/** Full matrices and halves: words in their order, whatever the lines. */
function readMatrices({ file, head, rows: lines }: Data): Read {
  const words = lines.flat()
  let at = 0
  const take = (): string | null => {
    const word = words[at]
    if (!word)
      throw fatalMistake(
        file,
        words.at(-1)?.line ?? head.dataLine,
        `${words.length} words of data`,
        'a cell for each pair',
      )
    at += 1
    return word.text
  }
  const all: RawEdge[] = []
  let [rowNames, columnNames] = [head.rowLabels, head.columnLabels]
  let [unknown, isSymmetric] = [0, true]
  for (let relation = 0; relation < head.relations; relation += 1) {
    if (head.columnsEmbedded) columnNames = numbers(head.columns).map(() => take()!)
    const [cells, places, names]: [(string | null)[][], number[], string[]] = [[], [], []]
    for (let row = 0; row < head.rows; row += 1) {
      if (head.rowsEmbedded) names.push(take()!)
      places.push(words[at]?.line ?? head.dataLine)
      cells.push(rowOf(head, row, take))
    }
    if (head.rowsEmbedded) rowNames = names
    if (rowNames.length !== head.rows) rowNames = numbers(head.rows)
    if (!head.isTwoMode) columnNames = rowNames
    else if (columnNames.length !== head.columns) columnNames = numbers(head.columns).map(name => `column ${name}`)
    const ties = matrixTies({ rows: rowNames, columns: columnNames, cells, lines: places }, !head.isTwoMode)
    for (const edge of ties.edges)
      all.push(ofRelation(head.isTwoMode ? { ...edge, directed: false } : edge, head, relation))
    unknown += ties.unknown
    isSymmetric &&= ties.isSymmetric
  }
  if (at < words.length)
    throw fatalMistake(file, words[at]!.line, `${words.length} words of data`, `${at}, by the numbers of its head`)
  return { rowNames, columnNames, edges: all, remarks: matrixRemarks({ unknown, isSymmetric }) }
}

function ofRelation(edge: RawEdge, head: DlHead, relation: number): RawEdge {
  if (head.relations === 1) return edge
  const name = head.relationLabels[relation] ?? `relation ${relation + 1}`
  return {
    ...edge,
    attributes: [
      ['relation', name],
      [`weight of ${name}`, edge.weight],
    ],
  }
}

/** Names of nodes as they come in lists with embedded labels. */
function nameBook(
  labels: readonly string[],
  count: number,
  isEmbedded: boolean,
): { readonly names: string[]; readonly nameOf: (word: Word, mistakes: MistakeList) => string } {
  const names = isEmbedded ? [...labels] : labels.length === count ? [...labels] : [...numbers(count)]
  const known = new Set(names)
  const nameOf = ({ text, line }: Word, mistakes: MistakeList): string => {
    if (isEmbedded) {
      if (!known.has(text)) names.push(text)
      known.add(text)
      return text
    }
    const number = Number(text)
    if (!Number.isInteger(number) || number < 1 || number > count) {
      mistakes.add(line, `the node ${shown(text)}`, `a number from 1 to ${count}`)
      return text
    }
    return names[number - 1]!
  }
  return { names, nameOf }
}

/** Lists of ties (one a line, perhaps with a weight) and of neighbours. */
function readLists({ file, head, mistakes, rows }: Data): Read {
  if (head.relations > 1)
    throw fatalMistake(file, 1, `${head.relations} relations in a list`, 'one (NM = 1), or full matrices')
  const source = nameBook(head.rowLabels, head.rows, head.rowsEmbedded)
  const target = head.isTwoMode ? nameBook(head.columnLabels, head.columns, head.columnsEmbedded) : source
  const isEdges = head.format.startsWith('edgelist')
  const edges = rows.flatMap((words): RawEdge[] => {
    const [first, ...rest] = words
    const from = source.nameOf(first!, mistakes)
    if (isEdges && (rest.length < 1 || rest.length > 2))
      mistakes.add(first!.line, `${words.length} words`, 'source, target, and perhaps a weight')
    const ends = isEdges ? rest.slice(0, 1) : rest
    const weight = isEdges ? (rest[1]?.text ?? null) : null
    return ends.map(end => ({
      source: from,
      target: target.nameOf(end, mistakes),
      weight,
      directed: !head.isTwoMode,
      attributes: [],
      line: first!.line,
    }))
  })
  mistakes.throwIfAny()
  if (!head.isTwoMode && source.names.length > head.rows)
    throw fatalMistake(file, 1, `${source.names.length} names`, `${head.rows}, by N`)
  return { rowNames: source.names, columnNames: target.names, edges, remarks: [] }
}

/** UCINET writes `!` between two relations of a list, and some tools the name of each matrix. */
const isMark = (line: string): boolean => line.trim() === '!' || line.trim() === ''

/**
 * Reads a DL file of UCINET: full matrices (several relations, too: each tie bears its relation and the weight there),
 * halves, lists of ties and of neighbours, labels before the data or among them, one mode or two. Throws a Mistake with all lines.
 */
export function readDl(file: string, text: string): RawNetwork {
  const mistakes = mistakeList(file)
  const lines = text.split(/\r\n|\r|\n/)
  const head = readDlHead(file, lines, mistakes)
  const rows = lines.flatMap((line, at) =>
    at < head.dataLine || isMark(line) ? [] : [dlWords(line).map(word => ({ text: word, line: at + 1 }))],
  )
  const data = { file, head, mistakes, rows }
  const read = head.format.includes('list') ? readLists(data) : readMatrices(data)
  const ids = head.isTwoMode ? [...read.rowNames, ...read.columnNames] : read.rowNames
  return {
    ...emptyNetwork,
    format: 'UCINET DL',
    nodes: ids.map(id => nameNode(id, head.dataLine)),
    edges: read.edges,
    remarks: [...headRemarks(head), ...read.remarks],
  }
}

function headRemarks({ isTwoMode, rows, columns, relations, relationLabels }: DlHead): readonly string[] {
  const names = numbers(relations).map((number, at) => shown(relationLabels[at] ?? `relation ${number}`))
  return [
    ...(isTwoMode ? [`Two modes: ${rows} rows, and ${columns} columns, in one network.`] : []),
    ...(relations > 1
      ? [
          `${relations} relations read as one network, their weights added and kept apart in columns: ${names.slice(0, 20).join(', ')}.`,
        ]
      : []),
  ]
}
