import type { graphMeasuresEn } from '#data/vocabulary/words/en/measures/graph.ts'

export const graphMeasuresFr: typeof graphMeasuresEn = {
  transitivity: {
    title: 'Transitivité',
    description:
      'Part des paires de liens aboutissant au même site dont les autres bouts sont liés. Le sens est ignoré ; non défini sans ces paires.',
  },
  communities: {
    title: 'Communautés',
    description:
      'Nombre de communautés de la meilleure partition : groupes d’au moins deux sites. Les sites seuls sont comptés à part (single_sites).',
  },
  single_sites: {
    title: 'Sites seuls',
    description:
      'Nombre de sites que la meilleure partition ne réunit à aucun autre : ceux sans lien, rarement d’autres.',
  },
  modularity: {
    title: 'Modularité',
    description:
      'Modularité orientée de la colonne community, chaque lien comptant 1 : l’excès de liens internes aux communautés sur ce que donneraient les seuls degrés.',
  },
  modularity_weighted: {
    title: 'Modularité pondérée',
    description:
      'Modularité orientée de la colonne community avec les poids des liens : la valeur que la recherche de communautés maximise.',
  },
  community_nmi: {
    title: 'Accord entre passages',
    description:
      'Information mutuelle normalisée de deux passages de la recherche, moyenne sur toutes les paires, parmi les sites liés. 1 : tous donnent les mêmes communautés.',
  },
  components: {
    title: 'Composantes',
    description: 'Nombre de parties séparées du graphe ; un site sans lien en est une. Le sens des liens est ignoré.',
  },
  largest_component: {
    title: 'Plus grande composante',
    description: 'Nombre de sites de la plus grande partie du graphe. Le sens des liens est ignoré.',
  },
  max_core: {
    title: 'Cœur le plus profond',
    description: 'Le plus grand indice de cœur des sites. Le sens des liens est ignoré.',
  },
  mixing: {
    title: 'Matrice de mélange',
    description:
      'Nombre de liens des sites d’une valeur vers ceux d’une autre : country:FR>US compte les liens des sites français vers les sites américains. D’un réseau non orienté, chaque lien une fois, sous la valeur qui vient d’abord.',
  },
  assortativity: {
    title: 'Assortativité',
    description:
      'Dit si les sites citent ceux de leur propre valeur plus (au-dessus de 0) ou moins (au-dessous) que ne le donneraient les seuls degrés. 1 : seulement les leurs. Non défini si tous les liens sont d’une seule valeur.',
  },
  assortativity_number: {
    title: 'Assortativité des quantités',
    description:
      'Corrélation des quantités aux deux bouts d’un lien, parmi les sites dont la quantité est connue : au-dessus de 0, les sites citent des sites de quantité semblable. Non défini si les bouts ne varient pas.',
  },
  assortativity_number_error: {
    title: 'Erreur de l’assortativité des quantités',
    description: 'Erreur type de assortativity_number par le jackknife : chaque lien est laissé de côté à son tour.',
  },
  ei_index: {
    title: 'Indice E-I',
    description:
      'Liens entre valeurs différentes moins liens internes, divisés par leur somme : −1 fermé, 1 ouvert. country:FR ne compte que les liens des sites français. Non défini sans ces liens.',
  },
  asymmetry: {
    title: 'Asymétrie',
    description:
      'Parmi les liens entre deux valeurs, ceux du sens écrit moins ceux du sens inverse, divisés par leur somme : country:FR>US vaut 1 si seuls les sites français citent les américains. Non défini sans ces liens.',
  },
  ei_pair: {
    title: 'Indice E-I de deux valeurs',
    description: 'Indice E-I entre les seuls sites de deux valeurs. Non défini sans lien entre eux.',
  },
  reciprocity: {
    title: 'Réciprocité',
    description: 'Part des liens auxquels répond le lien inverse. Non défini sans lien.',
  },
  rich_club: {
    title: 'Club des riches',
    description:
      'Densité entre les sites ayant plus de k liens entrants et sortants (groupe degree:k). À diviser par la moyenne des graphes recâblés : au-dessus de 1, ils sont liés entre eux plus que ne le voudraient leurs seuls degrés.',
  },
  nodes: {
    title: 'Sites',
    description: 'Nombre de sites analysés.',
  },
  edges: {
    title: 'Liens',
    description:
      'Nombre de couples ordonnés de sites différents dont le premier a un lien vers le second ; d’un réseau non orienté, ses liens, comptés une fois.',
  },
  unread_sites: {
    title: 'Sites non lus',
    description:
      'Sites dont aucune page n’a été lue : on ne sait pas qui ils citent. Laissés hors de la réciprocité, de la transitivité, des triades et de la centralisation sortante.',
  },
  density: {
    title: 'Densité',
    description:
      'Nombre de liens divisé par le nombre de couples ordonnés de sites différents dont le premier a été lu. Non défini pour moins de deux sites.',
  },
}
