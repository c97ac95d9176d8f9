import { useMemo, useState } from 'react'
import { remember, remembered } from '../remember.ts'
import type { SiteColumn } from './site-column.ts'

export interface Order {
  readonly column: string
  readonly descending: boolean
}

/** Which columns are shown, in which order, and by which the rows are sorted. */
export interface TableView {
  readonly shown: readonly SiteColumn[]
  /** All, those shown first in their order. */
  readonly all: readonly SiteColumn[]
  readonly isShown: (id: string) => boolean
  readonly show: (id: string, isShown: boolean) => void
  /** One place to the left (-1) or right (1). */
  readonly move: (id: string, by: -1 | 1) => void
  readonly order: Order
  readonly sort: (column: SiteColumn) => void
}

const key = (): string => `toile-table ${window.location.pathname}`

interface Kept {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
}

/** Kept in this browser, study by study: who sets a table up wants it so tomorrow. The name is always first. */
export function useTableView(columns: readonly SiteColumn[]): TableView {
  const [kept, setKept] = useState<Kept>(readKept)
  const [order, setOrder] = useState<Order>({ column: 'in_degree', descending: true })
  // The same until something of it changes: a row whose columns are others is drawn anew, at every step of a scroll.
  return useMemo((): TableView => {
    const place = (id: string): number => (kept.order.includes(id) ? kept.order.indexOf(id) : kept.order.length)
    const [name, ...rest] = columns
    const all = [...(name ? [name] : []), ...rest.toSorted((a, b) => place(a.id) - place(b.id))]
    const keep = (next: Kept): void => {
      remember(key(), JSON.stringify(next))
      setKept(next)
    }
    const isShown = (id: string): boolean => id === name?.id || !kept.hidden.includes(id)
    return {
      all,
      shown: all.filter(({ id }) => isShown(id)),
      isShown,
      show: (id, on) => keep({ ...kept, hidden: on ? kept.hidden.filter(one => one !== id) : [...kept.hidden, id] }),
      move: (id, by) => keep({ ...kept, order: moved(all.slice(1).map(column => column.id), id, by) }), // prettier-ignore
      order,
      sort: ({ id, isNumeric }) =>
        setOrder(
          order.column === id ? { column: id, descending: !order.descending } : { column: id, descending: isNumeric },
        ),
    }
  }, [columns, kept, order])
}

function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return [...ids]
  return ids.toSpliced(at, 1).toSpliced(to, 0, id)
}

function readKept(): Kept {
  try {
    const { order, hidden } = JSON.parse(remembered(key()) ?? '') as Record<string, unknown>
    const words = (list: unknown): string[] => (Array.isArray(list) ? list.filter(one => typeof one === 'string') : [])
    return { order: words(order), hidden: words(hidden) }
  } catch {
    return { order: [], hidden: [] }
  }
}
