import { leastJoined, nearestJoined } from '#data/vocabulary/likeness.ts'
import type { mapEn } from '#data/vocabulary/words/en/page/map.ts'

export const mapFr: typeof mapEn = {
  legend: 'Légende',
  legendColour: 'Couleur',
  legendShape: 'Forme',
  legendSize: 'Taille',
  legendLabel: 'Étiquette',
  labelNames: 'Nom',
  labelAddresses: 'Adresse',
  labelWith: column => `Nom · ${column}`,
  labelNone: 'Sans étiquettes',
  asNumber: tag => `${tag} (nombre)`,
  legendTies: 'Liens',
  none: 'aucune',
  unknown: 'non renseigné',
  alone: 'seul, hors communauté',
  others: count => (count === 1 ? '1 autre' : `${count} autres`),
  tieBoth: 'courbe : ils se citent l’un l’autre',
  weight: weight => `poids ${weight}`,
  importedTie: weight => `importé, ${weight}`,
  hoverImported: (source, target, weight) => `${source} cite ${target} : importé, ${weight}`,
  weightMeanings: {
    ties: 'Poids : celui que donne le fichier importé.',
    links: 'Poids : pages qui citent ; menus, pieds de page et blogrolls comptent une fois.',
    'co-citation': 'Poids : sites qui citent les deux.',
    coupling: 'Poids : sites que les deux citent.',
    similar: `Poids : ressemblance de leurs mots, en centièmes (cosinus ; 100 : les mêmes). Chacun est joint aux ${nearestJoined} auxquels il ressemble le plus, à partir de ${leastJoined * 100}.`,
  },
  weightOfBoth:
    'Poids : pages qui citent (menus, pieds de page et blogrolls comptent une fois) ; pour les liens importés, le poids de leur fichier.',
  lighterNotDrawn: weight => `Les paires d’un poids inférieur à ${weight} ne sont pas dessinées.`,
  relations: {
    links: 'qui cite qui',
    'co-citation': 'cités ensemble',
    coupling: 'citant les mêmes',
    similar: 'disant les mêmes mots',
  },
  sharedBy: {
    links: sites => sites,
    'co-citation': sites => `${sites} de la carte citant les deux`,
    coupling: sites => `cités par les deux : ${sites} de la carte`,
    similar: cosine => `ressemblance de leurs mots : ${cosine}`,
  },
  hoverShared: (one, other, shared) => `${one} et ${other} : ${shared}`,
  and: 'et',

  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fit: 'Tout voir',
  mapLabel: (sites, ties) => `Carte de ${sites} et ${ties}`,
  mapKeys:
    'Les flèches déplacent la carte, plus et moins changent l’échelle, 0 montre tout. N et P vont de site en site par ordre de taille, Entrée ouvre un site, Échap le ferme. Les mêmes données sont dans le tableau.',
  hoverSite: (label, citedBy, cites) => `${label} : cité par ${citedBy}, en cite ${cites}`,
  hoverUnread: (label, citedBy) =>
    `${label} : cité par ${citedBy} ; aucune page n’en a été lue, on ne sait donc pas qui il cite`,
  hoverTie: (source, target, links, pages) => `${source} cite ${target} : ${links} sur ${pages}`,
  noWebgl:
    'La carte ne peut pas être dessinée : ce navigateur n’a pas WebGL (graphismes 3D), ou il y est désactivé. Tout le reste fonctionne, le tableau des sites aussi.',
  plainMap:
    'Ce navigateur n’a pas WebGL (graphismes 3D), ou il y est désactivé : la carte est dessinée comme une simple image (SVG), plus lentement.',
  plainMapUpTo: sites => `Jusqu’à ${sites} sites, elle se dessine sans WebGL : un filtre peut la ramener.`,
  noMap: 'La carte a échoué et ne peut pas être dessinée. Tout le reste fonctionne, le tableau des sites aussi.',
  mapLost:
    'Le navigateur a retiré à cette carte ses graphismes (WebGL). Elle revient avec eux ; tableau, matrice et panneaux continuent.',
  mapLostPlain:
    'Le navigateur a retiré à cette carte ses graphismes (WebGL) : elle est dessinée comme une simple image (SVG) jusqu’à leur retour.',
  drawAgain: 'Redessiner la carte',
  namesLeftOut: (sites: string): string => `${sites} sans nom ici, faute de place.`,
}
