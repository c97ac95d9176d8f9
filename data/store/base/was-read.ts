/** Statuses whose body is the page: those that bring one (RFC 9110, 15.3), all of which browsers show. */
export const pageStatuses: readonly number[] = [200, 201, 202, 203, 206]

/** Condition: the visit brought a page, or said that the page is as it was. A 304 is stored where it was understood alone. */
export const wasRead = (visit: string): string =>
  `${visit}.failure = '' AND ${visit}.http_status IN (${pageStatuses.join(', ')}, 304)`
