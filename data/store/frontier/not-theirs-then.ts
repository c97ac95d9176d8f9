/** Cause of a page whose address was somebody else's on the day of the wave, as its prefix's dates say: it is not asked for. */
export const notTheirsThen = 'not-theirs-then'

/** What an UPDATE of `page` sets where it is so. */
export const passedOver = `state = 'failed', cause = 'not-theirs-then', detail = '', admitted = 0`
