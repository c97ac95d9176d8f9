import { isolated } from '#data/vocabulary/words/isolated.ts'

/** What became of ties and communities from wave to wave, in one picture. */
export const changeEn = {
  changePlay: 'Play',
  changePause: 'Pause',
  changeStep: 'From which wave to which',
  changeOneWave: 'There is one wave only; change is told from two on.',
  changeOffMap: (ties: string): string =>
    `${ties} more have an end that the map lacks, as it was analysed before: “Analyse”, under “Tools”, brings them in.`,
  flowsTitle: 'Communities from wave to wave',
  flowsHint:
    'A bar is a community as its wave has it, as high as it is large; a band, what it passed on. Hatched: not read, so that nobody knows. Colours are those of the map.',
  flowsLeftOut: 'Communities from wave to wave are not part of this file.',
  flowCommunity: (number: number): string => `community ${number}`,
  flowKinds: { alone: 'in none', unread: 'not read' },
  flowOf: (amount: string, from: string, to: string): string => `${amount}: ${isolated(from)} → ${isolated(to)}`,
  flowsAsTable: 'The same as a table',
  flowWave: 'Wave',
  flowGroup: 'Group',
  flowSites: 'Size',
  flowEvent: 'What became of it',
  flowFrom: 'From',
  flowEvents: {
    first: 'first wave',
    born: 'new',
    continues: 'continues',
    split: 'split off',
    merged: 'merged',
    returns: 'returns',
    gone: 'gone',
    away: 'away',
    unknown: 'not known',
  },
  multiplesTitle: 'Wave by wave',
  multiplesHint: 'The first wave, then what each next one kept, gained, lost or did not look at: for print.',
  multiplesFile: 'waves',
}
