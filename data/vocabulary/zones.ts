/** Where on its page a hyperlink stands; the innermost region wins. See METHOD.md. */
export const zones = ['content', 'nav', 'header', 'footer', 'sidebar', 'blogroll', 'comment', 'other'] as const
export type Zone = (typeof zones)[number]

/** Zones that repeat on every page of a site: one act of recognition, however many pages carry it. */
export const templateZones: readonly Zone[] = ['nav', 'header', 'footer', 'sidebar', 'blogroll']
