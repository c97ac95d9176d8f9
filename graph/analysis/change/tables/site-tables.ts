import type { StudyChange } from '../find-change.ts'
import { changeColumns, changeTableOf } from './table-of.ts'

/** Communities from wave to wave. */
export const communityTable = changeTableOf<StudyChange['communities'][number]>(
  changeColumns([
    ['wave', 'text', '', 'Label of the wave.', row => row.wave],
    ['community', 'integer', '', 'The same number over all waves for what continues.', row => row.community],
    ['event', 'text', '', 'first, born, continues, split, merged, returns, gone, away or unknown.', row => row.event],
    ['like', 'list', '', 'Communities before it that it is like, the nearest first.', row => row.like.map(String)],
    [
      'overlap',
      'number',
      'share',
      'With the nearest of them: Jaccard, among sites read in both waves.',
      row => row.overlap,
    ],
    ['size', 'integer', 'sites', 'Its sites; of one that is gone or away, those it had.', row => row.sites.length],
    ['sites', 'list', '', 'Their ids.', row => row.sites],
  ]),
  ({ communities }) => communities,
)

/** Who became a gatekeeper between countries, and who stopped being one. */
export const gatekeeperTable = changeTableOf<StudyChange['gatekeepers'][number]>(
  changeColumns([
    ['from', 'text', '', 'Label of the earlier wave.', row => row.from],
    ['to', 'text', '', 'Label of the later wave.', row => row.to],
    ['site', 'text', '', 'Id of the site.', row => row.site],
    ['change', 'text', '', 'became, stayed, stopped or unknown.', row => row.change],
    ['before', 'integer', 'paths', 'In which it was a gatekeeper; empty: no page was read.', row => row.before],
    ['expected_before', 'number', 'paths', 'If countries were dealt out anew.', row => row.expectedBefore],
    ['after', 'integer', 'paths', 'In the later wave.', row => row.after],
    ['expected_after', 'number', 'paths', 'In the later wave.', row => row.expectedAfter],
  ]),
  ({ gatekeepers }) => gatekeepers,
)

/** First citations of the sites of one country by those of another: events, as models of relational events read them. */
export const arrivalTable = changeTableOf<StudyChange['arrivals'][number]>(
  changeColumns([
    ['target', 'text', '', 'Id of the site cited.', row => row.target],
    ['place', 'integer', '', '1: nobody of that country is known to cite it before.', row => row.place],
    ['source', 'text', '', 'Id of the citing site.', row => row.source],
    [
      'after',
      'date',
      'ISO 8601',
      'It came after that day; empty: nobody looked before. Of a page: the first day of what it states.',
      row => row.after,
    ],
    ['by_day', 'date', 'ISO 8601', 'It was there by that day.', row => row.by],
    ['origin', 'text', '', 'Empty: of waves; else where the page states its date.', row => row.origin],
    ['page', 'text', '', 'The page that states it.', row => row.page],
  ]),
  ({ arrivals }) => arrivals,
)
