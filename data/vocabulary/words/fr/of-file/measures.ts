import { measuresFr } from '../measures.ts'
import { ofFile } from '#data/vocabulary/words/of-file.ts'
import { nounsOfFileFr } from './nouns.ts'

/** Les mesures d’un réseau venu d’un fichier : de ce que font ses liens, on ne sait rien. */
export const measuresOfFileFr = ofFile(measuresFr, nounsOfFileFr, {
  in_centralisation: {
    description:
      'Degré auquel recevoir des liens est le fait d’un seul nœud : 1 pour une étoile, 0 si tous sont égaux. Non défini pour moins de deux nœuds.',
  },
  out_centralisation: {
    description:
      'Degré auquel émettre des liens est le fait d’un seul nœud : 1 pour une étoile, 0 si tous sont égaux. Non défini pour moins de deux nœuds.',
  },
  role: {
    description:
      'Nombre de chemins ouverts a→b→c (sans lien de a vers c) dont ce nœud est b et où, par pays, {path}. Vide sans pays.',
  },
  role_total: {
    description: 'Nombre de chemins ouverts a→b→c (sans lien de a vers c) entre nœuds ayant l’attribut où {path}.',
  },
  mrqap: {
    description:
      'Différence de la probabilité d’un lien d’un nœud vers un autre {per}, les autres prédicteurs de la régression étant fixés (MRQAP).',
  },
  predictors: {
    reciprocity: { predictor: 'lien en retour', per: 'lorsque le second a un lien vers le premier' },
    co_citation: { predictor: 'liens venant des mêmes', per: 'par nœud ayant des liens vers les deux' },
    two_paths: { predictor: 'par un tiers', per: 'par nœud placé entre eux sur un chemin de deux liens' },
  },
  graph: {
    modularity: {
      description:
        'Modularité orientée de la colonne community, chaque lien comptant 1 : l’excès de liens internes aux communautés sur ce que donneraient les seuls degrés. Pour des liens sans sens, c’est la modularité usuelle.',
    },
    mixing: {
      description:
        'Nombre de liens des nœuds d’une valeur vers ceux d’une autre : country:FR>US compte les liens des nœuds français vers les nœuds américains. D’un réseau non orienté, chaque lien une fois, sous la valeur qui vient d’abord.',
    },
    assortativity: {
      description:
        'Dit si les nœuds sont liés à ceux de leur propre valeur plus (au-dessus de 0) ou moins (au-dessous) que ne le donneraient les seuls degrés. 1 : seulement aux leurs. Non défini si tous les liens sont d’une seule valeur.',
    },
    assortativity_number: {
      description:
        'Corrélation des quantités aux deux bouts d’un lien, parmi les nœuds dont la quantité est connue : au-dessus de 0, les nœuds sont liés à des nœuds de quantité semblable. Non défini si les bouts ne varient pas.',
    },
    asymmetry: {
      description:
        'Parmi les liens entre deux valeurs, ceux du sens écrit moins ceux du sens inverse, divisés par leur somme : country:FR>US vaut 1 si tous vont des nœuds français vers les américains. Non défini sans ces liens.',
    },
    edges: {
      description:
        'Nombre de couples ordonnés de nœuds différents ayant un lien du premier vers le second ; d’un réseau non orienté, ses liens, comptés une fois.',
    },
    unread_sites: {
      title: 'Nœuds dont les propres liens ne sont pas connus',
      description:
        'Nœuds dont le fichier dit que personne n’a regardé les liens. Laissés hors de la réciprocité, de la transitivité, des triades et de la centralisation sortante.',
    },
    density: {
      description:
        'Nombre de liens divisé par le nombre de couples ordonnés de nœuds différents. Non défini pour moins de deux nœuds.',
    },
  },
  site: {
    in_degree: { title: 'Liens vers lui', description: 'Nombre de nœuds analysés qui ont un lien vers celui-ci.' },
    out_degree: {
      title: 'Liens depuis lui',
      description: 'Nombre de nœuds analysés vers lesquels celui-ci a un lien.',
    },
    foreign_in_share: {
      title: 'Liens venus de l’étranger',
      description:
        'Part des nœuds ayant un lien vers celui-ci qui sont d’un autre pays, parmi ceux de pays connu. Vide s’il n’y en a pas, ou sans pays.',
    },
    hub: {
      description:
        'Mesure dans laquelle ce nœud a des liens vers des nœuds que beaucoup de pivots visent. Somme : 1 ; 0 partout dans un graphe sans lien.',
    },
    authority: {
      description:
        'Mesure dans laquelle ce nœud reçoit des liens de pivots. Somme : 1 ; 0 partout dans un graphe sans lien.',
    },
    pagerank: {
      description:
        'Part du temps passé ici par un marcheur qui suit les liens selon leur poids et repart parfois de n’importe où. Somme : 1.',
    },
  },
})
