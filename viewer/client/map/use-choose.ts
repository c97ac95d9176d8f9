import type { Focus } from '../draw/focus.ts'
import { selectionOf } from '../view/focus-of.ts'
import { nothing, type Selection } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'

/** What a click on the map selects; with `more`, a site is added to those selected, or taken out again. */
export function useChoose(): (focus: Focus, more: boolean) => void {
  const { model, view, select } = useWorkbench()
  return (focus, more) => {
    if (focus === null) return more ? undefined : select(nothing)
    if (more && 'site' in focus) return select(toggled(view.selection, model.data.ids[focus.site]!))
    return select(selectionOf(model, focus))
  }
}

function toggled(selection: Selection, id: string): Selection {
  const before = selection.kind === 'site' ? [selection.id] : selection.kind === 'sites' ? selection.ids : []
  const ids = before.includes(id) ? before.filter(one => one !== id) : [...before, id]
  if (ids.length === 0) return nothing
  return ids.length === 1 ? { kind: 'site', id: ids[0]! } : { kind: 'sites', ids }
}
