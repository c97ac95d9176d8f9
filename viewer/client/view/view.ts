import type { Relation } from '#data/vocabulary/relations.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { noFilters, type Filters } from '../filters/filters.ts'
import type { Model } from '../model/model.ts'

/** What the user looks at: everything that an address can bring back. Names are those of columns. */
export interface View {
  readonly screen: Screen
  readonly panel: PanelTab
  /** Column that fills the dots: categories, or classes of a measure. */
  readonly colour: string
  /** A word or a term: dots are filled by who says it, whatever `colour` is; empty: they are not. */
  readonly says: string
  /** Category column that shapes the dots; empty: all are discs. */
  readonly shape: string
  /** Number column that sizes the dots. */
  readonly size: string
  /** What is written beside dots: see labelsOf. */
  readonly label: string
  /** 'print': greys and numbers, which a photocopier leaves readable. */
  readonly ink: Ink
  /** Lines of equal density of sites lie beneath. */
  readonly density: boolean
  readonly selection: Selection
  readonly filters: Filters
  readonly layer: Layer
  /** A second map beside the first, with the same positions; null: none. */
  readonly against: Layer | null
  /** Null: the whole map. */
  readonly camera: Camera | null
  /** The guided reading that is read or written beside the map; null: none. */
  readonly story: OpenStory | null
}

export interface OpenStory {
  readonly name: string
  /** From 1. */
  readonly step: number
  readonly isEdited: boolean
  /** Evidence that was opened from it covers it. */
  readonly isAside: boolean
}

export const screens = ['map', 'both', 'table', 'matrix', 'change'] as const
export type Screen = (typeof screens)[number]

export const panelTabs = ['about', 'filters', 'review', 'crawl', 'tools', 'publish'] as const
export type PanelTab = (typeof panelTabs)[number]

export const inks = ['colour', 'print'] as const
export type Ink = (typeof inks)[number]

/** Which hyperlinks make the ties: of some zones, and of pages published between some dates. */
export interface Layer {
  /** Empty: those of the analysis. */
  readonly zones: readonly Zone[]
  /** 'YYYY-MM' or 'YYYY-MM-DD', both included; empty: no bound. */
  readonly since: string
  readonly until: string
  /** Name of a wave: hyperlinks that were there then; empty: of all waves. */
  readonly wave: string
  /** Who cites whom, or what sites share. */
  readonly as: Relation
}

export const wholeLayer: Layer = { zones: [], since: '', until: '', wave: '', as: 'links' }

/** The layer with ties of another kind: what pages say is of no zone of hyperlinks, nor of their dates. */
export const layerAs = (layer: Layer, as: Relation): Layer =>
  as === 'similar' ? { ...layer, as, zones: [], since: '', until: '' } : { ...layer, as }

export const isWhole = ({ zones, since, until, wave, as }: Layer): boolean =>
  zones.length === 0 && since === '' && until === '' && wave === '' && as === 'links'

/** As sigma has it: the centre in parts of the map, and how much of it is seen (1: all, 0.5: half). */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly ratio: number
}

/** By ids, so that it outlives a new analysis. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'site'; readonly id: string }
  | { readonly kind: 'sites'; readonly ids: readonly string[] }
  | { readonly kind: 'tie'; readonly source: string; readonly target: string }
  | { readonly kind: 'path'; readonly source: string; readonly target: string }
  /** What two sites share: who cites both, or whom both cite. */
  | { readonly kind: 'shared'; readonly as: Relation; readonly source: string; readonly target: string }
  /** The ties with words in an anchor, a sentence or a page's title. */
  | { readonly kind: 'search'; readonly query: string }
  /** The ties whose sentences, or anchors, hold a word or a term as it stands. */
  | { readonly kind: 'said'; readonly term: string }
  /** The ties from the sites of one category to those of another. */
  | { readonly kind: 'cell'; readonly column: string; readonly source: string; readonly target: string }
  /** A community, and why two ends (a site's id, or 'community:' and a site of it) are together or apart. */
  | { readonly kind: 'community'; readonly of: string }
  | { readonly kind: 'why'; readonly one: string; readonly other: string }

export const nothing: Selection = { kind: 'none' }

/** The first sight of a corpus: the first of the preferred columns that it has. */
export function firstView(model: Model): View {
  const pick = (kind: 'category' | 'number', ...names: string[]): string =>
    names.find(name => model.columns.get(name)?.kind === kind) ?? ''
  return {
    screen: 'map',
    panel: 'about',
    colour: pick('category', 'community', 'country', 'kind', 'status'),
    says: '',
    shape: pick('category', 'country'),
    size: pick('number', 'in_degree', 'degree', 'pagerank', 'pages_fetched'),
    label: '',
    ink: 'colour',
    density: false,
    selection: nothing,
    filters: noFilters,
    layer: wholeLayer,
    against: null,
    camera: null,
    story: null,
  }
}
