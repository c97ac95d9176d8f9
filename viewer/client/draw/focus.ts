/** What stands out: a site with its neighbours, or one tie with its two ends. Indexes of the model. */
export type Focus = { readonly site: number } | { readonly tie: number } | null

export const sameFocus = (a: Focus, b: Focus): boolean =>
  a === b ||
  (a !== null && b !== null && ('site' in a ? 'site' in b && a.site === b.site : 'tie' in b && a.tie === b.tie))
