import type { StudyChange } from '../find-change.ts'
import { changeColumns, changeTableOf } from './table-of.ts'

const panel = 'panel: sites read in every wave, without ties that some wave did not look at'
const interval = (end: string): string => `${end} of its 95 % interval, over draws of the sites.`

/** The waves, and how much each of them saw. */
export const waveTable = changeTableOf<StudyChange['waves'][number]>(
  changeColumns([
    ['wave', 'text', '', 'Its label.', row => row.wave],
    [
      'day',
      'date',
      'ISO 8601',
      'Of which it speaks: that of the archive, else the one on which it began.',
      row => row.day,
    ],
    ['read_sites', 'integer', 'sites', 'Of which a page was read.', row => row.readSites],
    [
      'unread_sites',
      'integer',
      'sites',
      'Of which none was read: whom they cite is not known.',
      row => row.unreadSites,
    ],
    ['ties', 'integer', 'ties', 'Seen.', row => row.ties],
    ['matter_ties', 'integer', 'ties', 'Of them those in the matter of pages.', row => row.matterTies],
    [
      'written_ties',
      'integer',
      'ties',
      'In the matter of pages that the last wave read and that state a date by that day.',
      row => row.writtenTies,
    ],
    ['both_ties', 'integer', 'ties', 'In both.', row => row.bothTies],
  ]),
  ({ waves }) => waves,
)

/** The main measures in each wave. */
export const seriesTable = changeTableOf<StudyChange['series'][number]>(
  changeColumns([
    ['scope', 'text', '', `wave: as analyse --wave takes it; ${panel}.`, row => row.scope],
    ['measure', 'text', '', 'As in measures.csv; out_degree: ties per site read.', row => row.measure],
    ['group', 'text', '', 'country, or country and the two whose exchange is followed.', row => row.group],
    ['wave', 'text', '', 'Its label.', row => row.wave],
    ['value', 'number', '', 'In that wave.', row => row.value],
    ['low', 'number', '', interval('Lower end'), row => row.low],
    ['high', 'number', '', interval('Upper end'), row => row.high],
    ['change', 'number', '', 'Since the wave before.', row => row.change],
    ['change_low', 'number', '', interval('Lower end'), row => row.changeLow],
    ['change_high', 'number', '', interval('Upper end'), row => row.changeHigh],
  ]),
  ({ series }) => series,
)

/** What became of ties from wave to wave. */
export const stepTable = changeTableOf<StudyChange['steps'][number]>(
  changeColumns([
    ['from', 'text', '', 'Label of the earlier wave.', row => row.from],
    ['to', 'text', '', 'Label of the later wave.', row => row.to],
    ['group', 'text', '', 'all; home: inside a country; abroad: across borders.', row => row.group],
    ['kept', 'integer', 'ties', 'Present in both.', row => row.kept],
    ['gone', 'integer', 'ties', 'Present, then absent.', row => row.gone],
    ['born', 'integer', 'ties', 'Absent, then present for the first time.', row => row.born],
    ['reborn', 'integer', 'ties', 'Absent, then present as in a wave before.', row => row.reborn],
    ['unknown', 'integer', 'ties', 'Not looked at in one of the two.', row => row.unknown],
    ['observed', 'integer', 'pairs', 'Ordered pairs of sites that both waves looked at.', row => row.observed],
    ['jaccard', 'number', '', 'kept / (kept + gone + born + reborn).', row => row.jaccard],
    ['hamming', 'integer', 'ties', 'gone + born + reborn.', row => row.hamming],
  ]),
  ({ steps }) => steps,
)
