import type { overviewEn } from '#data/vocabulary/words/en/page/overview.ts'

export const overviewFr: typeof overviewEn = {
  about: 'À propos de cette carte',
  start: 'Par où commencer',
  mostTied: 'Sites aux liens les plus nombreux',
  startText:
    'Pointez un site pour voir ses voisins. Cliquez un site pour ses données, ou un lien pour lire les hyperliens qui le font.',
  brokers: 'Entre les pays',
  brokersHint: 'Rôles plus fréquents, ou plus rares, que si les pays étaient tirés au sort.',
  brokerCount: (count, expected) => `${count} fois, au hasard ${expected}`,
  roles: {
    coordinator: 'relaie dans son pays',
    gatekeeper: 'fait entrer des références étrangères',
    representative: 'porte son pays à l’étranger',
    itinerant: 'relaie dans un autre pays',
    liaison: 'relie deux autres pays',
  },
  communities: 'Communautés',
  mixes: {
    more: 'mêle les pays plus que le hasard',
    like: 'mêle les pays comme le hasard',
    less: 'reste dans son pays',
  },
  mostCited: 'Sites les plus cités',
  strongestTies: 'Liens les plus forts',
  noTiesYet:
    'Aucun lien pour l’instant : sur les pages lues, aucun de ces sites n’en cite un autre. Une collecte plus profonde peut en trouver, de même que l’examen des sites découverts.',
  strongestAbroad: 'Liens les plus forts entre pays',
  citedByCount: sites => `cité par ${sites}`,
  figures: 'En chiffres',
  figureSites: 'Sites sur la carte',
  figureTies: 'Liens',
  figureLinks: 'Hyperliens entre entités',
  figurePages: 'Pages lues',
  figureUnread: 'Pages non lues',
  figureDiscovered: 'Découverts, à examiner',
  figureReciprocity: 'Liens réciproques',
  figureModularity: 'Modularité',
  figuresOfAnalysis:
    'Communautés et mesures des sites sont celles de l’analyse : de tous ses hyperliens, non de ces seules lignes.',
  figureAbroad: 'Liens entre pays',
  byChance: mean => `au hasard ${mean}`,
  against: (mean, z) => `au hasard ${mean}, z ${z}`,
}
