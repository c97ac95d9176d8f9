/** Statuses whose body is the page: those that bring one (RFC 9110, 15.3), all of which browsers show. */
const pageStatuses: readonly number[] = [200, 201, 202, 203, 206]

/** Whose body is the page when it has one: several choices (15.4.1), and redirects without a Location, as browsers show them. */
const statusesOfBodies: readonly number[] = [300, 301, 302, 303, 307, 308]

/** An answer that leads nowhere brought a page. `bytes` are those of its body. */
export const bringsPage = (status: number, bytes: number): boolean =>
  pageStatuses.includes(status) || (statusesOfBodies.includes(status) && bytes > 0)

/** Condition: the visit brought a page, or said that the page is as it was. A 304 is stored where it was understood alone. */
export const wasRead = (visit: string): string =>
  `${visit}.failure = '' AND (${visit}.http_status IN (${pageStatuses.join(', ')}, 304) OR ${visit}.bytes > 0 AND ${visit}.http_status IN (${statusesOfBodies.join(', ')}))`
