import { prose as p } from '#data/vocabulary/words/prose.ts'
import type { blocksEn } from '../../en/report/blocks.ts'
import { runs, sites, verb } from './nouns.ts'

export const blocksFr: typeof blocksEn = {
  lead: p`Un bloc réunit des sites qui tiennent le même rôle dans le réseau : ils ont des liens vers les mêmes blocs, et en reçoivent des mêmes, qu’ils en aient entre eux ou non. Un groupe dont tous les liens vont à d’autres en est un, et les communautés ne le voient pas. On cherche le modèle stochastique à blocs, degrés corrigés, dont la description est la plus courte (Peixoto 2017) : un bloc de plus n’est gardé que s’il abrège l’énoncé des liens de plus qu’il ne coûte.`,
  byEvidence: p`Un lien compte selon son poids.`,
  byTie: p`Chaque lien compte pour un, car les poids ne sont pas ici des comptes.`,
  sure: (all, reached, longest, agreement) =>
    p`La plus courte de ${runs(all)} est gardée ; ${reached} ${verb(reached, 'y est arrivé', 'y sont arrivés')}, et la plus longue demande ${longest} nats. En moyenne, deux tirages s’accordent à ${agreement} (information mutuelle normalisée).`,
  one: (own, length) =>
    p`Un seul bloc pour ${sites(own)} est la description la plus courte (${length} nats) : au-delà de leur nombre de liens, rien ne distingue les rôles de ces sites.`,
  found: (count, own, length, oneBlock) =>
    p`Il y a ${count} blocs pour ${sites(own)} : ${length} nats, contre ${oneBlock} avec un seul bloc pour tous.`,
  beside: (nmi, ari) =>
    p`Avec les communautés, ils partagent une information mutuelle normalisée de ${nmi} et un indice de Rand ajusté de ${ari} (Hubert et Arabie 1985) : 1 est la même division, un indice de 0 un accord dû au hasard.`,
  table: 'Les blocs, avec les sites qui reçoivent le plus de liens',
  number: 'Bloc',
  first: 'Premiers sites',
  noCountry: 'non connu',
  figureTitle: 'Liens entre blocs',
  matrixGets: 'reçoit →',
  matrixTied: 'lié à →',
  figure:
    'À gauche : une ligne par site qui pointe, une colonne par site pointé, dans l’ordre de leurs blocs ; une case sombre est un lien (quand les sites sont nombreux, d’autant plus sombre qu’il y en a). À droite : les blocs, d’autant plus grands qu’ils ont de sites ; une flèche là où le poids dépasse ce que les deux extrémités laissent attendre, aussi large que ce poids (à cinq ou moins, en pâle là où il reste au-dessous) ; un cercle épais là où c’est le cas à l’intérieur du bloc.',
  figureTied:
    'À gauche : les sites dans l’ordre de leurs blocs ; une case sombre est un lien (quand les sites sont nombreux, d’autant plus sombre qu’il y en a). À droite : les blocs, d’autant plus grands qu’ils ont de sites ; une ligne là où le poids dépasse ce que les deux extrémités laissent attendre, aussi large que ce poids (à cinq ou moins, en pâle là où il reste au-dessous) ; un cercle épais là où c’est le cas à l’intérieur du bloc.',
  figureAlt: flows =>
    flows === '' ? 'Entre aucune paire de blocs il n’y a plus qu’attendu.' : `Plus qu’attendu : ${flows}.`,
  countriesTitle: 'Liens entre pays',
  countriesFigure:
    'Les pays, d’autant plus grands qu’ils ont de sites ; une flèche là où le poids dépasse ce que les deux extrémités laissent attendre, aussi large que ce poids (à cinq ou moins, en pâle là où il reste au-dessous) ; un cercle épais là où c’est le cas à l’intérieur du pays.',
  countriesTied:
    'Les pays, d’autant plus grands qu’ils ont de sites ; une ligne là où le poids dépasse ce que les deux extrémités laissent attendre, aussi large que ce poids (à cinq ou moins, en pâle là où il reste au-dessous) ; un cercle épais là où c’est le cas à l’intérieur du pays.',
  countriesAlt: flows =>
    flows === '' ? 'Entre aucune paire de pays il n’y a plus qu’attendu.' : `Plus qu’attendu : ${flows}.`,
  flowsTitle: 'Qui importe de qui',
  flowsLead: p`Une flèche va de ceux qui pointent vers ceux qui sont pointés. L’attendu est ce que les deux extrémités laissent attendre : tout ce que donne la première, multiplié par tout ce que reçoit la seconde, divisé par le tout. Un rapport bien au-dessus de 1, avec peu en retour, est une importation à sens unique.`,
  flowsTable: 'Entre blocs, les plus lourds d’abord',
  countriesTable: 'Entre pays, les plus lourds d’abord',
  block: number => `bloc ${number}`,
  fromTo: 'De → à',
  between: 'Entre',
  ties: 'Liens',
  weight: 'Poids',
  expected: 'Attendu',
  ratio: 'Rapport',
  back: 'En retour',
}
