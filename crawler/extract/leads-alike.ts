/**
 * Whether an href leads to the same from every page of an origin: it names its host, or its path from the top (URL standard, "relative slash
 * state"). Spaces before it make it one of the others.
 */
export const leadsAlike = (href: string): boolean =>
  href.startsWith('/') || href.startsWith('https://') || href.startsWith('http://')

/** Scheme, host and port of an http(s) address as the URL standard writes it; empty for an empty text. */
export const addressOrigin = (address: string): string => address.slice(0, Math.max(0, address.indexOf('/', 8)))
