/** Ways to weigh an edge by its hyperlinks. See METHOD.md. */
export const weights = ['evidence', 'pages', 'links', 'binary'] as const
export type Weight = (typeof weights)[number]

/** What `analyse` takes by itself, and what is shown of a corpus without an analysis. */
export const presetWeight = 'evidence' satisfies Weight
