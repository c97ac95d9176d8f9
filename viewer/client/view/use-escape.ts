import { useEffect } from 'react'
import { nothing, type Selection } from './view.ts'

/** Escape closes what is selected, wherever the focus is; a list, a field or a menu that takes it for itself comes first. */
export function useEscape(selection: Selection, select: (selection: Selection) => void): void {
  const isOpen = selection.kind !== 'none'
  useEffect(() => {
    if (!isOpen) return undefined
    const close = (event: KeyboardEvent): void => {
      const isTaken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      if (event.key !== 'Escape' || isTaken || isMenu(event.target)) return
      select(nothing)
      // What had the focus goes with the selection.
      const panel = document.getElementById('reading')
      if (panel?.contains(document.activeElement)) panel.focus()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [isOpen, select])
}

const isMenu = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('select') !== null
