import type { Value } from '#data/table/column.ts'
import type { MistakeList } from './mistake-list.ts'

interface PajekTie {
  readonly source: number
  readonly target: number
  readonly weight: string | null
  readonly directed: boolean
  /** Name of the relation (`*Arcs :2 "attacks"`), or empty. */
  readonly relation: string
  readonly line: number
}

interface PajekVertex {
  readonly label: string
  readonly x: number | null
  readonly y: number | null
  readonly line: number
}

/** A partition or a vector: a value for each vertex, in their order. */
export interface PajekColumn {
  readonly name: string
  readonly isPartition: boolean
  readonly values: Value[]
  /** As many as its line *Vertices says, and where that stands. */
  count: number
  line: number
}

/** What is known of a Pajek file while it is read. */
export interface PajekState {
  readonly mistakes: MistakeList
  /** Vertices that a file of its length may have. */
  readonly mostVertices: number
  readonly labels: Map<number, PajekVertex>
  readonly ties: PajekTie[]
  readonly columns: PajekColumn[]
  readonly remarks: Set<string>
  /** Vertices; -1: not said yet. */
  count: number
  /** Vertices of the first mode; null: there is one mode. */
  rows: number | null
  /** Row of a matrix, from 1. */
  row: number
  relation: string
  /** What the next *Vertices belongs to. */
  owner: 'network' | 'column' | 'left out'
}

/** Vertices need no lines of their own: a number alone could ask for any memory and time. */
const mostWithoutLines = 100_000

export const newPajekState = (mistakes: MistakeList, textLength: number): PajekState => ({
  mistakes,
  mostVertices: mostWithoutLines + textLength,
  labels: new Map(),
  ties: [],
  columns: [],
  remarks: new Set(),
  count: -1,
  rows: null,
  row: 0,
  relation: '',
  owner: 'network',
})
