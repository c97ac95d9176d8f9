import { wasRead } from '../base/was-read.ts'

/**
 * Condition: `link` stood on its page in the visit with the id `visit`, a reading of that page. Visits come in the order of
 * time but for imported ones: a link whose first sighting has the higher number was seen in its two sightings alone.
 */
export const seenIn = (visit: string, link = 'link'): string => `(
  ${visit} IN (${link}.first_visit, ${link}.last_visit)
  OR (${visit} > ${link}.first_visit AND ${visit} < ${link}.last_visit AND NOT EXISTS (
    SELECT 1 FROM absence WHERE link_id = ${link}.id AND ${visit} > after_visit AND ${visit} < before_visit)))`

/** Condition: a page read in the wave of the number `wave` (a parameter or a column) bore the link. */
export const seenInWave = (wave: string): string => `EXISTS (
  SELECT 1 FROM visit WHERE visit.page_id = link.page_id AND visit.wave_id = ${wave} AND ${wasRead('visit')}
    AND ${seenIn('visit.id')})`

/** Condition with its AND: a page read in the wave of the label `@wave` bore the link; nothing where no wave is asked for. */
export const seenInNamed = (wave: string | undefined): string =>
  wave === undefined ? '' : `AND ${seenInWave('(SELECT id FROM wave WHERE label = @wave)')}`

/** The visit that a hyperlink is shown by: its last sighting, with the label of a wave (`@wave`) that of the wave. */
export const shownVisit = (wave: string | undefined): string =>
  wave === undefined
    ? 'link.last_visit'
    : `(SELECT max(visit.id) FROM visit WHERE visit.page_id = link.page_id AND visit.wave_id = (SELECT id FROM wave WHERE label = @wave)
         AND ${wasRead('visit')} AND ${seenIn('visit.id')})`

/** Pages read in the wave, each once. */
export const readInWave = (wave: string): string =>
  `SELECT DISTINCT page_id FROM visit WHERE wave_id = ${wave} AND ${wasRead('visit')}`
