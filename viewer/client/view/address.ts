import { relations } from '#data/vocabulary/relations.ts'
import { zones as zoneNames } from '#data/vocabulary/zones.ts'
import type { AddressParts } from '../filters/filter.ts'
import { filterParts, filtersOf } from '../filters/filters.ts'
import { plainLabels } from './labels.ts'
import {
  inks,
  layerAs,
  nothing,
  panelTabs,
  screens,
  type Camera,
  type Layer,
  type OpenStory,
  type Selection,
  type View,
} from './view.ts'

/** The view as the part of an address after '#': only what differs from the first view, so that it stays readable. */
export function addressOf(view: View, first: View): string {
  const parts = new URLSearchParams()
  for (const name of ['screen', 'panel', 'ink', 'colour', 'shape', 'size', 'label'] as const)
    if (view[name] !== first[name]) parts.set(name, view[name] === '' ? 'none' : view[name])
  if (view.says !== '') parts.set('says', view.says)
  if (view.density) parts.set('density', '1')
  for (const [name, value] of [...selectionParts(view.selection), ...filterParts(view.filters)])
    parts.append(name, value)
  for (const [name, value] of layerParts(view.layer, '')) parts.append(name, value)
  if (view.against !== null) {
    parts.set('against', '1')
    for (const [name, value] of layerParts(view.against, '2')) parts.append(name, value)
  }
  if (view.camera !== null) {
    const { x, y, ratio } = view.camera
    parts.set('at', [x, y, ratio].map(value => value.toPrecision(4)).join(','))
  }
  for (const [name, value] of storyParts(view.story)) parts.set(name, value)
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
    panel: panelTabs.find(panel => panel === parts.get('panel')) ?? first.panel,
    ink: inks.find(ink => ink === parts.get('ink')) ?? first.ink,
    colour: column('colour'),
    says: termOf(parts.get('says')),
    shape: column('shape'),
    size: column('size'),
    label: labelOf(parts.get('label') ?? '', isKnown),
    density: parts.get('density') === '1',
    selection: selectionOf(parts, isKnown),
    filters: filtersOf(parts, isKnown),
    layer: layerOf(parts, ''),
    against: parts.has('against') ? layerOf(parts, '2') : null,
    camera: cameraOf(parts.get('at')),
    story: storyOf(parts),
  }
}

/** An address may be typed: no longer than a term is, and without the quotation marks that it is asked in. */
const termOf = (text: string | null): string =>
  (text ?? '')
    .replace(/["“”«»]/g, ' ')
    .trim()
    .slice(0, 100)

const labelOf = (value: string, isKnown: (column: string) => boolean): string =>
  plainLabels.some(plain => plain === value) || isKnown(value) ? value : ''

function selectionParts(selection: Selection): AddressParts {
  switch (selection.kind) {
    case 'none':
      return []
    case 'site':
      return [['site', selection.id]]
    case 'sites':
      return selection.ids.map(id => ['sites', id])
    case 'tie':
      return [['from', selection.source], ['to', selection.target]] // prettier-ignore
    case 'path':
      return [['path', selection.source], ['to', selection.target]] // prettier-ignore
    case 'shared':
      return [['shared', selection.as], ['one', selection.source], ['to', selection.target]] // prettier-ignore
    case 'search':
      return [['words', selection.query]]
    case 'said':
      return [['said', selection.term]]
    case 'community':
      return [['community', selection.of]]
    case 'why':
      return [['why', selection.one], ['and', selection.other]] // prettier-ignore
    case 'cell':
      return [['cell', selection.column], ['row', selection.source], ['col', selection.target]] // prettier-ignore
  }
}

function selectionOf(parts: URLSearchParams, isKnown: (column: string) => boolean): Selection {
  const [site, source, path, target] = ['site', 'from', 'path', 'to'].map(name => parts.get(name))
  const [cell, row, col] = ['cell', 'row', 'col'].map(name => parts.get(name))
  const ids = parts.getAll('sites')
  const query = parts.get('words')
  const term = termOf(parts.get('said'))
  const shared = relations.find(relation => relation === parts.get('shared'))
  const one = parts.get('one')
  const [community, why, and] = ['community', 'why', 'and'].map(name => parts.get(name))
  if (site) return { kind: 'site', id: site }
  if (ids.length > 0) return { kind: 'sites', ids }
  if (path && target) return { kind: 'path', source: path, target }
  if (source && target) return { kind: 'tie', source, target }
  if (shared && one && target) return { kind: 'shared', as: shared, source: one, target }
  if (query) return { kind: 'search', query }
  if (term !== '') return { kind: 'said', term }
  if (community) return { kind: 'community', of: community }
  if (why && and) return { kind: 'why', one: why, other: and }
  if (cell && row != null && col != null && isKnown(cell))
    return { kind: 'cell', column: cell, source: row, target: col }
  return nothing
}

/** What an address, and the question for its ties, say of a layer. */
export const layerParts = ({ zones, since, until, wave, as }: Layer, suffix: string): AddressParts => [
  ...zones.map(zone => [`zone${suffix}`, zone] as const),
  ...(since === '' ? [] : [[`since${suffix}`, since] as const]),
  ...(until === '' ? [] : [[`until${suffix}`, until] as const]),
  ...(wave === '' ? [] : [[`wave${suffix}`, wave] as const]),
  ...(as === 'links' ? [] : [[`as${suffix}`, as] as const]),
]

/** JavaScript takes 31 February for 3 March. */
const isMonthOrDay = (text: string): boolean =>
  /^\d{4}-\d\d(?:-\d\d)?$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

function layerOf(parts: URLSearchParams, suffix: string): Layer {
  const date = (name: string): string => {
    const value = parts.get(name + suffix) ?? ''
    return isMonthOrDay(value) ? value : ''
  }
  const asked = parts.getAll(`zone${suffix}`)
  const as = relations.find(one => one === parts.get(`as${suffix}`)) ?? 'links'
  return layerAs(
    {
      zones: zoneNames.filter(zone => asked.includes(zone)),
      since: date('since'),
      until: date('until'),
      wave: parts.get(`wave${suffix}`) ?? '',
      as,
    },
    as,
  )
}

const storyParts = (story: OpenStory | null): AddressParts =>
  story === null
    ? []
    : [
        ['story', story.name],
        ['step', String(story.step)],
        ...(story.isEdited ? [['edit', '1'] as const] : []),
        ...(story.isAside ? [['aside', '1'] as const] : []),
      ]

function storyOf(parts: URLSearchParams): OpenStory | null {
  const name = parts.get('story') ?? ''
  const step = parts.get('step') ?? '1'
  if (!/^[a-z0-9-]{1,60}$/.test(name)) return null
  return {
    name,
    step: /^[1-9]\d?$|^100$/.test(step) ? Number(step) : 1,
    isEdited: parts.has('edit'),
    isAside: parts.has('aside'),
  }
}

function cameraOf(text: string | null): Camera | null {
  const [x, y, ratio, ...rest] = (text ?? '').split(',').map(Number)
  if (text === null || rest.length > 0 || ![x, y, ratio].every(Number.isFinite)) return null
  return { x: x!, y: y!, ratio: Math.min(4, Math.max(0.02, ratio!)) }
}
