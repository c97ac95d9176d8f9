/**
 * Longest address that a page, an answer or a sitemap may name, in characters (UTF-16 units), written or resolved. RFC 9110, 4.1 asks for 8,000 octets at
 * least; no page beyond 2,000 is asked for (crawler/frontier/trap-of.ts). Browsers take two megabytes, of which a page
 * could make a product: each of its links as long as its base.
 */
export const maxAddressChars = 8_192
