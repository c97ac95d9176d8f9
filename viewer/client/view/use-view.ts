import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Model } from '../model/model.ts'
import { addressOf, viewOf } from './address.ts'
import { firstView, type Selection, type View } from './view.ts'

export interface ViewControl {
  readonly view: View
  /** ShownChanges how things are shown; the address follows, the browser's Back does not step over it. */
  readonly change: (part: Partial<View>) => void
  /** ShownChanges what is shown (filters, layers): a step that Back, or the trail's Undo, takes back. */
  readonly step: (part: Partial<View>) => void
  /** Opens a site or a tie, or closes it; Back takes it back. */
  readonly select: (selection: Selection) => void
}

/** The view, kept in the page's address: it can be pasted into a note, and Back returns to what was looked at before. */
export function useView(model: Model): ViewControl {
  const first = useMemo(() => firstView(model), [model])
  const read = useCallback(
    (): View => viewOf(window.location.hash, first, column => model.columns.has(column)),
    [model, first],
  )
  const [view, setView] = useState(read)
  const current = useRef(view)
  useEffect(() => {
    const follow = (): void => {
      current.current = read()
      setView(current.current)
    }
    // What nobody chose follows the study: an analysis brings communities, and the map is coloured by them.
    if (addressOf(read(), first) !== addressOf(current.current, first)) follow()
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [read, first])
  const show = useCallback(
    (part: Partial<View>, push: boolean): void => {
      const next = { ...current.current, ...part }
      const address = `#${addressOf(next, first)}`
      if (push && address !== window.location.hash) window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
      current.current = next
      setView(next)
    },
    [first],
  )
  return {
    view,
    change: useCallback(part => show(part, false), [show]),
    step: useCallback(part => show(part, true), [show]),
    select: useCallback(selection => show({ selection }, true), [show]),
  }
}
