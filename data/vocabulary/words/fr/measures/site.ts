import type { siteMeasuresEn } from '#data/vocabulary/words/en/measures/site.ts'

export const siteMeasuresFr: typeof siteMeasuresEn = {
  betweenness: {
    title: 'Intermédiarité',
    description:
      'Part des plus courts chemins entre deux autres sites qui passent par celui-ci. Les poids ne sont pas des distances : tout lien compte un pas. Estimation si betweenness_error n’est pas 0.',
  },
  betweenness_error: {
    title: 'Erreur de l’intermédiarité',
    description: 'Erreur type de l’intermédiarité estimée sur un échantillon de sources ; 0 si elle est exacte.',
  },
  betweenness_low: {
    title: 'Intermédiarité, au moins',
    description:
      'Borne inférieure de l’intervalle à 95 % de l’intermédiarité estimée sur un échantillon de sources ; vide si elle est exacte. Il tenait 97 fois sur 100 pour les 20 sites les plus hauts, 93 jusqu’au rang 100, environ 75 au-dessous, où il est trop étroit.',
  },
  betweenness_high: {
    title: 'Intermédiarité, au plus',
    description:
      'Borne supérieure du même intervalle : 1,96 erreur type, et trois fois la plus grande part trouvée d’une source, divisée par le nombre de sources, pour celles qui n’ont pas été tirées.',
  },
  block: {
    title: 'Bloc',
    description:
      'Bloc du modèle stochastique à blocs, degrés corrigés, de description la plus courte (analyse --blocks), numéroté à partir de 1 par taille décroissante : des sites qui ont des liens vers les mêmes blocs, et en reçoivent des mêmes, qu’ils en aient entre eux ou non. Vide sans lien, et là où aucun bloc n’a été cherché.',
  },
  bridging: {
    title: 'Pont entre communautés',
    description:
      'Coefficient de participation : 0 si tous les liens restent dans une communauté, vers 1 s’ils se répartissent sur beaucoup. Le sens est ignoré ; vide sans lien.',
  },
  closeness: {
    title: 'Proximité',
    description:
      'Rapidité avec laquelle on arrive ici en suivant les liens depuis les autres sites, multipliée par la part de ceux d’où l’on peut venir. 0 : de nulle part.',
  },
  clustering: {
    title: 'Regroupement (clustering)',
    description:
      'Part des paires de voisins de ce site qui sont eux-mêmes liés. Le sens des liens est ignoré ; vide pour moins de deux voisins.',
  },
  community: {
    title: 'Communauté',
    description:
      'Communauté dans la partition de plus forte modularité qu’un passage de Louvain ou de Leiden ait trouvée (orienté, pondéré ; aucun déplacement d’un seul site ne l’augmente), numérotée par taille, puis par plus petit identifiant. Un numéro qu’aucun autre site ne porte est celui d’un site seul, non d’une communauté.',
  },
  community_stability: {
    title: 'Stabilité de la communauté',
    description:
      'Fréquence à laquelle ce site se retrouve avec les membres de sa communauté, sur tous les passages de la recherche : 1 signifie toujours.',
  },
  core: {
    title: 'Cœur (k-core)',
    description:
      'Le plus grand k tel que ce site appartienne à un groupe dont chaque membre est lié à au moins k autres. Le sens des liens est ignoré.',
  },
  in_degree: {
    title: 'Sites qui citent',
    description: 'Nombre de sites analysés qui ont un lien vers celui-ci.',
  },
  out_degree: {
    title: 'Sites cités',
    description: 'Nombre de sites analysés vers lesquels celui-ci a un lien.',
  },
  foreign_in_share: {
    title: 'Cité depuis l’étranger',
    description:
      'Part des sites citant celui-ci qui sont d’un autre pays, parmi ceux de pays connu. Vide s’il n’y en a pas, ou sans pays.',
  },
  hub: {
    title: 'Pivot (hub)',
    description:
      'Mesure dans laquelle ce site cite des sites que beaucoup de pivots citent. Somme : 1 ; 0 partout dans un graphe sans lien.',
  },
  authority: {
    title: 'Autorité',
    description:
      'Mesure dans laquelle ce site est cité par des pivots. Somme : 1 ; 0 partout dans un graphe sans lien.',
  },
  community_consensus: {
    title: 'Communauté de consensus',
    description:
      'Communauté sur laquelle les passages s’accordent : sites que la plupart des passages réunissent ; numérotée par taille, puis par plus petit identifiant.',
  },
  community_previous: {
    title: 'Communauté, numérotée comme avant',
    description:
      'La colonne community sous les numéros de l’analyse précédente, appariés par les sites communs ; les nouvelles ont de nouveaux numéros. Vide pour une première analyse.',
  },
  pagerank: {
    title: 'PageRank',
    description:
      'Part du temps passé ici par un lecteur qui suit les liens selon leur poids et repart parfois de n’importe où. Somme : 1.',
  },
  reciprocity: {
    title: 'Réciprocité',
    description:
      'Part des liens de ce site, entrants et sortants, auxquels répond le lien inverse. Vide pour un site sans lien.',
  },
  in_strength: {
    title: 'Poids reçu',
    description: 'Somme des poids des liens venant des autres sites analysés.',
  },
  out_strength: {
    title: 'Poids donné',
    description: 'Somme des poids des liens allant vers les autres sites analysés.',
  },
}
