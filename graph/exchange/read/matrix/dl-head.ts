import { fatalMistake, shown, type MistakeList } from '../mistake-list.ts'
import { ownEntry } from '../own-entry.ts'

/** Names of the ways in which a DL file may write its ties, and their short forms. */
const formats: Readonly<Record<string, DlFormat>> = {
  fullmatrix: 'fullmatrix',
  fm: 'fullmatrix',
  edgelist1: 'edgelist1',
  el1: 'edgelist1',
  edgelist2: 'edgelist2',
  el2: 'edgelist2',
  nodelist1: 'nodelist1',
  nl1: 'nodelist1',
  nodelist2: 'nodelist2',
  nl2: 'nodelist2',
  upperhalf: 'upperhalf',
  uh: 'upperhalf',
  lowerhalf: 'lowerhalf',
  lh: 'lowerhalf',
}
export type DlFormat = 'fullmatrix' | 'edgelist1' | 'edgelist2' | 'nodelist1' | 'nodelist2' | 'upperhalf' | 'lowerhalf'

/** What stands before the data of a DL file. */
export interface DlHead {
  /** Nodes, and of two modes those of the rows and of the columns. */
  rows: number
  columns: number
  isTwoMode: boolean
  /** Relations, one after the other. */
  relations: number
  format: DlFormat
  hasDiagonal: boolean
  rowLabels: readonly string[]
  columnLabels: readonly string[]
  relationLabels: readonly string[]
  rowsEmbedded: boolean
  columnsEmbedded: boolean
  /** Line of the first row of data. */
  dataLine: number
}

/** A matrix of that many nodes has their square of cells: more would not fit in memory. */
const mostNodes = 20_000
const mostListed = 10_000_000

/** The words of a line: separated by white space or commas, quotes taken off. */
export const dlWords = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|[^\s,]+/g)].map(match => match[1] ?? match[2] ?? match[0])

const settings = /\b(n|nm|nr|nc|format|diagonal)\b\s*=?\s*([a-z0-9]+)/gi
const labelLine = /^\s*(row|col(?:umn)?|level|matrix)?\s*labels?\s*(embedded)?\s*:?\s*(.*)$/i

type LabelKind = 'rowLabels' | 'columnLabels' | 'relationLabels' | 'labels'

const kindOf = (word: string): LabelKind =>
  /^row/i.test(word) ? 'rowLabels' : /^col/i.test(word) ? 'columnLabels' : word === '' ? 'labels' : 'relationLabels'

function set(head: DlHead, name: string, value: string, line: number, mistakes: MistakeList): void {
  const number = Number(value)
  const isCount = /^\d{1,9}$/.test(value)
  if (name === 'format') {
    const format = ownEntry(formats, value.toLowerCase())
    if (format === undefined)
      mistakes.add(line, `the format ${shown(value)}`, `one of ${[...new Set(Object.values(formats))].join(', ')}`)
    else head.format = format
  } else if (name === 'diagonal') head.hasDiagonal = !/^absent$/i.test(value)
  else if (!isCount || number < 1) mistakes.add(line, `${name} = ${shown(value)}`, 'a number of 1 or more')
  else if (name === 'n') head.rows = head.columns = number
  else if (name === 'nm') head.relations = number
  else {
    head.isTwoMode = true
    head[name === 'nr' ? 'rows' : 'columns'] = number
  }
}

const newHead = (): DlHead => ({
  rows: 0,
  columns: 0,
  isTwoMode: false,
  relations: 1,
  format: 'fullmatrix',
  hasDiagonal: true,
  rowLabels: [],
  columnLabels: [],
  relationLabels: [],
  rowsEmbedded: false,
  columnsEmbedded: false,
  dataLine: 0,
})

/** Labels stand one a line, or several, separated by commas or by white space: whichever gives as many as there are. */
function labelsOf(lines: readonly string[], wanted: number): readonly string[] {
  const plain = lines.map(line => line.trim()).filter(line => line !== '')
  const byLine = plain.map(line => line.replace(/^(["'])(.*)\1,?$/, '$2'))
  const byComma = plain
    .flatMap(line => line.split(','))
    .map(text => text.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter(text => text !== '')
  const byWord = plain.flatMap(dlWords)
  return [byLine, byComma, byWord].find(({ length }) => length === wanted) ?? byWord
}

/** Reads a DL file up to its data. Throws a Mistake where it is none. Source: UCINET 6, DL language. */
export function readDlHead(file: string, lines: readonly string[], mistakes: MistakeList): DlHead {
  const head = newHead()
  const lists = new Map<LabelKind, string[]>()
  let open: string[] | null = null
  for (const [at, raw] of lines.entries()) {
    const line = at === 0 ? raw.replace(/^\s*dl\b,?/i, '') : raw
    const data = /^(.*)\bdata\s*:\s*$/i.exec(line)
    const text = data ? data[1]! : line
    const labels = labelLine.exec(text)
    if (labels) {
      const kind = kindOf(labels[1] ?? '')
      if (labels[2]) {
        if (kind !== 'columnLabels') head.rowsEmbedded = true
        if (kind !== 'rowLabels') head.columnsEmbedded = true
        open = null
      } else lists.set(kind, (open = labels[3] ? [labels[3]] : []))
    } else if (open === null || /^\s*(?:n|nm|nr|nc|format|diagonal)\s*=/i.test(text)) {
      for (const [, name, value] of text.matchAll(settings)) set(head, name!.toLowerCase(), value!, at + 1, mistakes)
      open = null
    } else open.push(text)
    if (data) {
      head.dataLine = at + 1
      break
    }
  }
  mistakes.throwIfAny()
  checkHead(file, head)
  const both = lists.get('labels')
  head.rowLabels = labelsOf(lists.get('rowLabels') ?? both ?? [], head.rows)
  head.columnLabels = labelsOf(lists.get('columnLabels') ?? both ?? [], head.columns)
  head.relationLabels = labelsOf(lists.get('relationLabels') ?? [], head.relations)
  return head
}

function checkHead(file: string, { rows, columns, format, dataLine }: DlHead): void {
  if (dataLine === 0) throw fatalMistake(file, 1, 'no line DATA:', 'a DL file of UCINET')
  if (rows < 1 || columns < 1) throw fatalMistake(file, 1, 'no number of nodes', 'N = and their number')
  const most = /list/.test(format) ? mostListed : mostNodes
  if (Math.max(rows, columns) > most) throw fatalMistake(file, 1, `${Math.max(rows, columns)} nodes`, `at most ${most}`)
}
