import { useCallback, useEffect, useState } from 'react'
import type { Model } from '../model/model.ts'
import { addressOf, viewOf } from './address.ts'
import { firstView, type Selection, type View } from './view.ts'

export interface ViewControl {
  readonly view: View
  /** Changes how things are shown; the address follows, the browser's Back does not step over it. */
  readonly change: (part: Partial<View>) => void
  /** Opens a site or a tie, or closes it; the browser's Back undoes it. */
  readonly select: (selection: Selection) => void
}

/** The view, kept in the page's address: it can be pasted into a note, and Back returns to what was looked at before. */
export function useView(model: Model): ViewControl {
  const first = firstView(model)
  const read = useCallback(
    (): View => viewOf(window.location.hash, firstView(model), column => model.columns.has(column)),
    [model],
  )
  const [view, setView] = useState(read)
  useEffect(() => {
    const follow = (): void => setView(read())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [read])
  const show = (next: View, push: boolean): void => {
    const address = `#${addressOf(next, first)}`
    if (push) window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
    setView(next)
  }
  return {
    view,
    change: part => show({ ...view, ...part }, false),
    select: selection => {
      if (JSON.stringify(selection) !== JSON.stringify(view.selection)) show({ ...view, selection }, true)
    },
  }
}
