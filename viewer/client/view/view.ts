import type { Model } from '../model/model.ts'

/** What the user looks at: everything that an address can bring back. Names are those of columns. */
export interface View {
  readonly screen: Screen
  /** Category column that fills the dots. */
  readonly colour: string
  /** Category column that shapes the dots; empty: all are discs. */
  readonly shape: string
  /** Number column that sizes the dots. */
  readonly size: string
  readonly selection: Selection
}

export type Screen = 'map' | 'table'

/** One site, one tie, or nothing; by ids, so that it outlives a new analysis. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'site'; readonly id: string }
  | { readonly kind: 'tie'; readonly source: string; readonly target: string }

export const nothing: Selection = { kind: 'none' }

/** The first sight of a corpus: the first of the preferred columns that it has. */
export function firstView(model: Model): View {
  const pick = (kind: 'category' | 'number', ...names: string[]): string =>
    names.find(name => model.columns.get(name)?.kind === kind) ?? ''
  return {
    screen: 'map',
    colour: pick('category', 'community', 'country', 'kind', 'status'),
    shape: pick('category', 'country'),
    size: pick('number', 'in_degree', 'pagerank', 'pages_fetched'),
    selection: nothing,
  }
}
