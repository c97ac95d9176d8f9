/** Where an address of the crawl's scope stands; an address that is only linked to has no state. */
export const pageStates = ['fetched', 'redirected', 'failed', 'excluded', 'pending'] as const
export type PageState = (typeof pageStates)[number]
