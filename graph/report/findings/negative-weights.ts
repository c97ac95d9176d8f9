import { toldOfTies } from '#data/store/graph/told-of-ties.ts'
import { signColumn } from '#data/vocabulary/sign-column.ts'
import { type Num, rowsOf } from './num.ts'
import type { Study } from './study.ts'

/** Counts the ties to which their file gives a weight below zero: they count with its size. Each once, if undirected. */
export function countNegative({ corpus, site }: Study): Num {
  const told = toldOfTies(corpus)
  const isNegative = ({ source, target }: (typeof site.edges)[number]): boolean =>
    (told.get(`${source} ${target}`) ?? []).some(([column, value]) => column === signColumn && Number(value) < 0)
  const once = site.ties === 'undirected' ? site.edges.filter(({ source, target }) => source < target) : site.edges
  return rowsOf('edges.csv', once.filter(isNegative).length, { [signColumn]: '<0' })
}
