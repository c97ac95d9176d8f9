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
  const tieOfPair = new Map<number, number>()
  for (const [tie, from] of source.entries()) {
    const to = target[tie]!
    tiesOut[from]!.push(tie)
    tiesIn[to]!.push(tie)
    tieOfPair.set(from * siteCount + to, tie)
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
    reverse: Int32Array.from(source, (from, tie) => tieOfPair.get(target[tie]! * siteCount + from) ?? -1),
  }
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

/** Site indexes by a number column, largest first; ties in the order of ids. Unknown values last. */
export function rankBy(model: Model, column: NumberColumn | undefined): number[] {
  const value = (site: number): number => column?.values[site] ?? Number.NEGATIVE_INFINITY
  return Array.from({ length: model.siteCount }, (_, site) => site).sort((a, b) => value(b) - value(a) || a - b)
}
