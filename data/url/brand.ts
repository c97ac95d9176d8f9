declare const brand: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

/** An absolute http(s) address in Toile's normal form; made only by normalizeUrl. */
export type Url = Branded<string, 'Url'>

/**
 * A reversed address, most general stem first: 'h:org|h:example|p:about|'. Scheme and a leading www. are left out, so
 * that their variants are one. A final 'h:*|' after the host stems means the host and all its subdomains.
 */
export type Lru = Branded<string, 'Lru'>

/** An entity's id, set at its creation and never recomputed: 'spintank.fr', 'medium.com/@name'. */
export type EntityId = Branded<string, 'EntityId'>
