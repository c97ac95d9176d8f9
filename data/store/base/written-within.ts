import { inMatter } from './rules.ts'

/** First and last day of what `published` states: a year, a month, a day or a moment. */
const firstDay = `CASE length(published) WHEN 4 THEN published || '-01-01' WHEN 7 THEN published || '-01' ELSE substr(published, 1, 10) END`
const lastDay = `CASE length(published) WHEN 4 THEN published || '-12-31' WHEN 7 THEN date(published || '-01', '+1 month', '-1 day')
  ELSE substr(published, 1, 10) END`

/**
 * Condition with its AND: the link stands in the matter of a page whose stated date lies whole within @since and @until
 * (WrittenRange), as it stated it in the visit `shown`; nothing where no range is asked for. A page that states a year alone is not in a month of it.
 */
export const writtenWithin = (range: object | undefined, shown = 'link.last_visit'): string =>
  range === undefined
    ? ''
    : `AND ${inMatter('link')} AND (
  SELECT published <> '' AND ${firstDay} >= @since AND (@until = '' OR ${lastDay} <= @until)
  FROM visit WHERE visit.id = ${shown})`
