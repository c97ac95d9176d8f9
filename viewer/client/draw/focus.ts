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

/** The two sites of a tie instead of the tie: for a map with other ties. */
export const endsInstead = ({ ties }: Model, focus: Focus): Focus =>
  focus !== null && 'tie' in focus ? { sites: [ties.source[focus.tie]!, ties.target[focus.tie]!] } : focus
