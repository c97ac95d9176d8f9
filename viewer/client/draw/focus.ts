import type { Model } from '../model/model.ts'

/** What stands out: a site with its neighbours, several sites with what ties them, one tie, or several. Indexes of the model. */
export type Focus =
  | { readonly site: number }
  | { readonly sites: readonly number[] }
  | { readonly tie: number }
  | { readonly ties: readonly number[] }
  | null

export const sameFocus = (a: Focus, b: Focus): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b))

/** The sites that should be in sight while this stands out: one, or the two of a pair; more are a part of the map that is looked for by who chose it. */
export function sitesInSight({ ties }: Model, focus: Focus): readonly number[] {
  if (focus === null || 'ties' in focus) return []
  if ('site' in focus) return [focus.site]
  if ('tie' in focus) return [ties.source[focus.tie]!, ties.target[focus.tie]!]
  return focus.sites.length === 2 ? focus.sites : []
}

/** The two sites of a tie instead of the tie: for a map with other ties. */
export const endsInstead = ({ ties }: Model, focus: Focus): Focus =>
  focus !== null && 'tie' in focus ? { sites: [ties.source[focus.tie]!, ties.target[focus.tie]!] } : focus
