/** Of which words of a citation is spoken: the sentence around the link (its anchor, where it stands alone), the anchor, the heading above. */
export const saidOfLinks = ['sentences', 'anchors', 'headings'] as const
export type SaidOf = (typeof saidOfLinks)[number]

/** The same, and what pages say of their own, where `crawl --texts` kept it. */
export const saidTexts = [...saidOfLinks, 'pages'] as const
export type SaidText = (typeof saidTexts)[number]
