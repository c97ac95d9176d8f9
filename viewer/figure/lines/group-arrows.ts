import { categoryColumn } from '#viewer/client/model/model.ts'
import { colourMarks, groupOf } from '#viewer/client/view/scales.ts'
import type { FigureScene } from '../figure-scene.ts'

/** All ties from the sites of one colour to those of another. */
export interface GroupArrow {
  readonly from: number
  readonly to: number
  /** Sum over its ties. */
  readonly weight: number
}

export interface GroupArrows {
  /** The heaviest first. */
  readonly drawn: readonly GroupArrow[]
  /** Pairs of groups with a tie. */
  readonly pairs: number
  /** Of the weight between groups, what those drawn have: 0 to 1. */
  readonly share: number
}

/** As many as carry this share of the weight between groups, and no more than an eye keeps apart. */
const [enough, most] = [0.8, 12]

/** The heaviest ways between the groups that have a colour of their own; null: there are no two of them with a tie. */
export function groupArrows({ model, view }: FigureScene, ties: readonly number[]): GroupArrows | null {
  const column = categoryColumn(model, view.colour)
  if (!column) return null
  const own = new Set(colourMarks(column).own.filter(group => column.categories[group]?.alone !== true))
  const sums = new Map<string, GroupArrow>()
  let whole = 0
  for (const tie of ties) {
    const [from, to] = [groupOf(column, model.ties.source[tie]!), groupOf(column, model.ties.target[tie]!)]
    if (from === to || !own.has(from) || !own.has(to)) continue
    const key = `${from} ${to}`
    const weight = (sums.get(key)?.weight ?? 0) + model.ties.weight[tie]!
    sums.set(key, { from, to, weight })
    whole += model.ties.weight[tie]!
  }
  const arrows = [...sums.values()].sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to)
  const drawn: GroupArrow[] = []
  let sum = 0
  for (const arrow of arrows) {
    if (drawn.length === most || sum >= enough * whole) break
    drawn.push(arrow)
    sum += arrow.weight
  }
  return drawn.length === 0 ? null : { drawn, pairs: arrows.length, share: sum / whole }
}
