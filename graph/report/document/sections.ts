import type { Num } from '../findings/num.ts'
import type { ReportBlock } from './block.ts'
import { numbersOf, type Prose } from '#data/vocabulary/words/prose.ts'

/** A section of the report: its blocks, and what its numbers come from. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}

/** What stands on the first page, and what is behind it. */
export interface FirstPage {
  /** What a reader must know before believing anything. */
  readonly notes: readonly ReportBlock[]
  /** The findings; null where there are none. */
  readonly findings: Section | null
  /** How to read them. */
  readonly reading: readonly ReportBlock[]
  readonly behind: readonly Section[]
}

/** The findings come first, with their warnings above and how to read them below; everything else is behind them. */
export function firstPage(opening: readonly ReportBlock[], sections: readonly Section[]): FirstPage {
  const isFinding = ({ id }: Section): boolean => id === 'summary'
  return {
    notes: opening.filter(({ kind }) => kind === 'note'),
    findings: sections.find(isFinding) ?? null,
    reading: opening.filter(({ kind }) => kind !== 'note'),
    behind: sections.filter(section => !isFinding(section)),
  }
}

/** Every number of a block. */
export function numbersIn(block: ReportBlock): Num[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return numbersOf(block.text)
    case 'list':
      return block.items.flatMap(numbersOf)
    case 'table':
      return [block.caption, ...block.rows.flat()].flatMap(numbersOf)
    case 'quotes':
      return block.items.flatMap(({ words, place }) => [...numbersOf(words), ...numbersOf(place)])
    default:
      return []
  }
}

/** Tables and questions that the blocks take numbers from, each with what is taken: ['measures.csv', 'reciprocity, modularity']. */
export function sourcesOf(blocks: readonly ReportBlock[]): (readonly [table: string, taken: string])[] {
  const groups = Map.groupBy(blocks.flatMap(numbersIn), ({ from }) => from.table)
  return [...groups].map(([table, nums]) => [table, table.startsWith('corpus:') ? '' : takenOf(nums)] as const)
}

/** Of measures.csv the measures, of other tables the columns. */
function takenOf(nums: readonly Num[]): string {
  const names = nums.map(({ from }) =>
    from.table === 'measures.csv' ? String(from.where?.['measure'] ?? '') : from.take.replaceAll(/\d+/g, 'n'),
  )
  return [...new Set(names)].filter(name => name !== '').join(', ')
}

/** Whether the table at that place has the words of the last heading above as its caption. */
export function isTitled(blocks: readonly ReportBlock[], at: number): boolean {
  const block = blocks[at]
  const above = blocks.slice(0, at).findLast(({ kind }) => kind === 'heading' || kind === 'table')
  return block?.kind === 'table' && above?.kind === 'heading' && plainText(above.text) === plainText(block.caption)
}

/** The words of a text without anything around them. */
const plainText = (text: Prose): string =>
  text
    .map(piece => {
      if (typeof piece === 'string') return piece
      if (piece.kind === 'number') return String(piece.num.value)
      return typeof piece.text === 'string' ? piece.text : plainText(piece.text)
    })
    .join('')
