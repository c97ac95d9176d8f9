import { nothing, type Screen, type Selection, type View } from './view.ts'

/** The view as the part of an address after '#': only what differs from the first view, so that it stays readable. */
export function addressOf(view: View, first: View): string {
  const parts = new URLSearchParams()
  if (view.screen !== first.screen) parts.set('screen', view.screen)
  for (const name of ['colour', 'shape', 'size'] as const)
    if (view[name] !== first[name]) parts.set(name, view[name] === '' ? 'none' : view[name])
  if (view.selection.kind === 'site') parts.set('site', view.selection.id)
  if (view.selection.kind === 'tie') {
    parts.set('from', view.selection.source)
    parts.set('to', view.selection.target)
  }
  return parts.toString()
}

/** Reads an address back; what it doesn't say, or says of a column that `isKnown` denies, is as in the first view. */
export function viewOf(address: string, first: View, isKnown: (column: string) => boolean): View {
  const parts = new URLSearchParams(address.replace(/^#/, ''))
  const column = (name: 'colour' | 'shape' | 'size'): string => {
    const value = parts.get(name)
    if (value === 'none' && name === 'shape') return ''
    return value !== null && isKnown(value) ? value : first[name]
  }
  return {
    screen: screens.find(screen => screen === parts.get('screen')) ?? first.screen,
    colour: column('colour'),
    shape: column('shape'),
    size: column('size'),
    selection: selectionOf(parts),
  }
}

const screens: readonly Screen[] = ['map', 'table']

function selectionOf(parts: URLSearchParams): Selection {
  const [site, source, target] = [parts.get('site'), parts.get('from'), parts.get('to')]
  if (site) return { kind: 'site', id: site }
  if (source && target) return { kind: 'tie', source, target }
  return nothing
}
