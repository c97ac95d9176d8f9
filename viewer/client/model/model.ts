import type { Relation } from '#data/vocabulary/relations.ts'
import type { CategoryColumn, MapColumn, MapData, NumberColumn, TieColumns } from '#viewer/protocol/map.ts'

/** 'ties': of a file, without a direction. */
export type TieKind = Relation | 'ties'

/** The map's data with what is asked of it again and again: sites by id, ties by site, pairs both ways. */
export interface Model {
  readonly data: MapData
  /** The ties looked at: those of the data, or of some zones or dates only. */
  readonly ties: TieColumns
  /** What the ties say: who cites whom, or, without a direction, what sites share, or ties of a file. */
  readonly as: TieKind
  readonly siteCount: number
  readonly tieCount: number
  readonly indexOf: ReadonlyMap<string, number>
  readonly columns: ReadonlyMap<string, MapColumn>
  /** Ties that leave (`out`) or reach (`in`) each site: indexes into the tie columns. */
  readonly tiesOut: readonly (readonly number[])[]
  readonly tiesIn: readonly (readonly number[])[]
  /** The tie the other way round per tie; -1: there is none. */
  readonly reverse: Int32Array
  /** Sites of which no page was read: a tie of theirs that is not there is not known. */
  readonly unread: ReadonlySet<number>
}

export function buildModel(
  data: MapData,
  ties: TieColumns = data.ties,
  as: Relation = 'links',
  unread = data.unread,
): Model {
  const siteCount = data.ids.length
  const { source, target } = ties
  const tiesOut: number[][] = Array.from({ length: siteCount }, () => [])
  const tiesIn: number[][] = Array.from({ length: siteCount }, () => [])
  for (let tie = 0; tie < source.length; tie++) {
    tiesOut[source[tie]!]!.push(tie)
    tiesIn[target[tie]!]!.push(tie)
  }
  return {
    data,
    ties,
    as: as === 'links' && data.undirected ? 'ties' : as,
    siteCount,
    tieCount: source.length,
    indexOf: new Map(data.ids.map((id, index) => [id, index])),
    columns: new Map(data.columns.map(column => [column.name, column])),
    tiesOut,
    tiesIn,
    unread: new Set(unread),
    reverse: reverseOf(ties, tiesOut, tiesIn),
  }
}

/** The tie the other way round per tie; -1: there is none. Site by site, by what is noted of those that it cites. O(sites + ties). */
function reverseOf(
  { source, target }: TieColumns,
  tiesOut: readonly (readonly number[])[],
  tiesIn: readonly (readonly number[])[],
): Int32Array {
  const reverse = new Int32Array(source.length).fill(-1)
  const citedBy = new Int32Array(tiesOut.length).fill(-1)
  const byTie = new Int32Array(tiesOut.length)
  for (let site = 0; site < tiesOut.length; site++) {
    for (const tie of tiesOut[site]!) {
      citedBy[target[tie]!] = site
      byTie[target[tie]!] = tie
    }
    for (const tie of tiesIn[site]!) if (citedBy[source[tie]!] === site) reverse[tie] = byTie[source[tie]!]!
  }
  return reverse
}

/** Index of the tie from one site to another, or undefined. */
export const tieBetween = (model: Model, from: number, to: number): number | undefined =>
  model.tiesOut[from]?.find(tie => model.ties.target[tie] === to) ??
  (model.as === 'ties' ? model.tiesIn[from]?.find(tie => model.ties.source[tie] === to) : undefined)

export function categoryColumn(model: Model, name: string): CategoryColumn | undefined {
  const column = model.columns.get(name)
  return column?.kind === 'category' ? column : undefined
}

export function numberColumn(model: Model, name: string): NumberColumn | undefined {
  const column = model.columns.get(name)
  return column?.kind === 'number' ? column : undefined
}

/** Sites that one tie separates from `site`, in either direction. */
export function neighboursOf(model: Model, site: number): Set<number> {
  const { source, target } = model.ties
  const neighbours = new Set<number>()
  for (const tie of model.tiesOut[site] ?? []) neighbours.add(target[tie]!)
  for (const tie of model.tiesIn[site] ?? []) neighbours.add(source[tie]!)
  return neighbours
}

/** The first `most` of so many that are kept, the largest value first, equal ones in their order. O(count × most). */
export function largestOf(
  count: number,
  most: number,
  { isKept, value }: { readonly isKept: (index: number) => boolean; readonly value: (index: number) => number },
): number[] {
  const largest: number[] = []
  for (let index = 0; index < count; index++) {
    if (!isKept(index)) continue
    let place = largest.length
    while (place > 0 && value(largest[place - 1]!) < value(index)) place--
    if (place >= most) continue
    largest.splice(place, 0, index)
    if (largest.length > most) largest.pop()
  }
  return largest
}

/** Site indexes by a number column, largest first; ties in the order of ids. Unknown values last. */
export function rankBy(model: Model, column: NumberColumn | undefined): number[] {
  const value = (site: number): number => column?.values[site] ?? Number.NEGATIVE_INFINITY
  return Array.from({ length: model.siteCount }, (_, site) => site).sort((a, b) => value(b) - value(a) || a - b)
}
