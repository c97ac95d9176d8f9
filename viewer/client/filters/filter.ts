import type { Model } from '../model/model.ts'
import type { Speech } from '../words/format.ts'

/** Names and values of a part of the address after '#'. */
export type AddressParts = readonly (readonly [name: string, value: string])[]

/**
 * A filter of the map: one record, from which the address, the panel, the trail, what is shown and "show everything" are
 * made. Its value names columns and ids of sites, so that it outlives an analysis.
 */
export interface Filter<Value> {
  /** It leaves nothing out. */
  readonly none: Value
  readonly isOn: (value: Value) => boolean
  /** What the address says of it; none for `none`. The names are this filter's own, and last: addresses are shared. */
  readonly write: (value: Value) => AddressParts
  /** Reads it back; `none` where the address says nothing, nothing sound, or names a column that `isKnown` denies. */
  readonly read: (parts: URLSearchParams, isKnown: (column: string) => boolean) => Value
  /** Which sites are kept; absent: all. Asked only when it is on. */
  readonly keepsSite?: (value: Value, model: Model) => (site: number) => boolean
  /** Which ties between kept sites are kept; absent: all. */
  readonly keepsTie?: (value: Value, model: Model) => (tie: number) => boolean
  /** Its steps in the trail: what each says, and the value without it. */
  readonly chips: (value: Value, model: Model, speech: Speech) => readonly Chip<Value>[]
}

export interface Chip<Value> {
  readonly text: string
  readonly without: Value
}

/** What the form of a filter is given. */
export interface FormProps<Value> {
  readonly value: Value
  /** A new value as a step of its own, which Undo takes back. */
  readonly step: (value: Value) => void
  /** A new value within the step before: a slider that is still pulled. */
  readonly change: (value: Value) => void
  readonly model: Model
  readonly speech: Speech
  /** How many sites each category of a column would show; the last entry: not known. */
  readonly facets: (column: string) => readonly number[]
  /** Column that sizes the dots. */
  readonly size: string
}
