/** Condition: the visit brought a page, or said that the page is as it was. A 304 is stored where it was understood alone. */
export const wasRead = (visit: string): string => `${visit}.failure = '' AND ${visit}.http_status IN (200, 304)`
