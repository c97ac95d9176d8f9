import type { Focus } from '../draw/focus.ts'
import { tieBetween, type Model } from '../model/model.ts'
import { nothing, type Selection } from './view.ts'

/** The part of the map that a selection means; null when it is not on the map. */
export function focusOf(model: Model, selection: Selection): Focus {
  if (selection.kind === 'site') {
    const site = model.indexOf.get(selection.id)
    return site === undefined ? null : { site }
  }
  if (selection.kind === 'none') return null
  const [from, to] = [model.indexOf.get(selection.source), model.indexOf.get(selection.target)]
  const tie = from === undefined || to === undefined ? undefined : tieBetween(model, from, to)
  return tie === undefined ? null : { tie }
}

export function selectionOf({ data }: Model, focus: Focus): Selection {
  if (focus === null) return nothing
  if ('site' in focus) return { kind: 'site', id: data.ids[focus.site]! }
  return {
    kind: 'tie',
    source: data.ids[data.ties.source[focus.tie]!]!,
    target: data.ids[data.ties.target[focus.tie]!]!,
  }
}
