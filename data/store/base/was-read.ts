/** Of success, those that bring no page (RFC 9110, 15.3). A status that nobody knows is taken for the first of its hundred (15). */
const withoutPage: readonly number[] = [204, 205]

const isSuccess = (status: number): boolean => status >= 200 && status <= 299 && !withoutPage.includes(status)

/** Whose body is the page when it has one: several choices (15.4.1), and redirects without a Location, as browsers show them. */
const statusesOfBodies: readonly number[] = [300, 301, 302, 303, 307, 308]

/** An answer that leads nowhere brought a page. `bytes` are those of its body. */
export const bringsPage = (status: number, bytes: number): boolean =>
  isSuccess(status) || (statusesOfBodies.includes(status) && bytes > 0)

/** Condition: the visit brought a page, or said that the page is as it was. A 304 is stored where it was understood alone. */
export const wasRead = (visit: string): string =>
  `${visit}.failure = '' AND (${visit}.http_status = 304 OR ${visit}.http_status BETWEEN 200 AND 299 AND ${visit}.http_status NOT IN (${withoutPage.join(', ')})
    OR ${visit}.bytes > 0 AND ${visit}.http_status IN (${statusesOfBodies.join(', ')}))`
