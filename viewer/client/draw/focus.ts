/** What stands out: a site with its neighbours, several sites with what ties them, one tie, or several. Indexes of the model. */
export type Focus =
  | { readonly site: number }
  | { readonly sites: readonly number[] }
  | { readonly tie: number }
  | { readonly ties: readonly number[] }
  | null

export const sameFocus = (a: Focus, b: Focus): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b))
