import { isolated } from '#data/vocabulary/words/isolated.ts'
import { ofFile } from '#data/vocabulary/words/of-file.ts'
import type { pageOfFileEn } from '#data/vocabulary/words/en/of-file/page.ts'
import { pageFr } from '../page.ts'
import { crawlFr } from '../page/crawl.ts'
import { startFr } from '../page/start.ts'
import { deedsOfFileFr } from './deeds.ts'
import { explainOfFileFr } from './explain.ts'
import { nounsOfFileFr } from './nouns.ts'

const weightOfFile = 'Poids : celui que donne le fichier importé.'

/** La carte d’un réseau venu d’un fichier. Une collecte encore à faire et la liste des études gardent leurs mots. */
export const pageOfFileFr: typeof pageOfFileEn = {
  ...ofFile(pageFr, nounsOfFileFr, {
    ...deedsOfFileFr,
    ...explainOfFileFr,
    mapCaptions: {
      links: 'Un point est un nœud du fichier. Une ligne est un lien du fichier, du bout large vers le bout fin.',
      'co-citation': 'Un point est un nœud du fichier. Une ligne joint deux nœuds qui reçoivent des liens des mêmes.',
      coupling: 'Un point est un nœud du fichier. Une ligne joint deux nœuds qui ont des liens vers les mêmes.',
    },
    figureArrowCaption:
      'Un point est un nœud du fichier. Une ligne fine est un lien, quel que soit son sens ; une flèche réunit tous les liens des nœuds d’une couleur vers ceux d’une autre.',
    stale: 'L’étude a changé après cette analyse. « Analyser », sous « Outils », met la carte à jour.',
    tieBoth: 'courbe : un lien dans chaque sens',
    importedTie: weight => weight,
    hoverImported: (source, target, weight) => `${isolated(source)} → ${isolated(target)} : ${weight}`,
    weightMeanings: {
      links: weightOfFile,
      'co-citation': 'Poids : nœuds ayant des liens vers les deux.',
      coupling: 'Poids : nœuds vers lesquels les deux ont des liens.',
    },
    relations: {
      links: 'liens du fichier',
      'co-citation': 'liens venant des mêmes',
      coupling: 'liens vers les mêmes',
    },
    sharedBy: {
      'co-citation': nodes => `liens vers les deux depuis ${nodes} de la carte`,
      coupling: nodes => `liens des deux vers ${nodes} de la carte`,
    },
    hoverSite: (label, from, to) => `${label} : liens venant de ${from}, vers ${to}`,
    hoverUnread: (label, from) => `${label} : liens venant de ${from} ; on ne sait pas s’il en a lui-même`,
    citedBy: 'Liens venant de',
    cites: 'Liens vers',
    tieVerb: '→',
    open: 'Ouvrir son adresse',
    nobodyCites: 'Aucun lien ne mène à lui.',
    citesNobody: 'Aucun lien ne part de lui.',
    notRead: 'On ne sait pas s’il a lui-même des liens.',
    evidence: 'Ce que dit le fichier',
    noEvidence: 'Le fichier importé n’en dit pas plus de ce lien.',
    noReverse: (source, target) => `Le fichier n’a pas de lien de ${source} vers ${target}.`,
    reverseNotRead: (source, target) => `On ne sait pas s’il y a un lien de ${source} vers ${target}.`,
    layerWhole: 'Tous les liens',
    unreadSites: nodes => `De ${nodes}, on ne sait pas s’ils ont eux-mêmes des liens.`,
    siteNotRead: 'ses liens ne sont pas connus',
    siteNotReadWhy: 'On ne le sait pas de ce nœud.',
    compareHint: 'Les mêmes nœuds aux mêmes places.',
    importsHint: {
      links:
        'À gauche : une ligne par nœud d’où partent des liens, une colonne par nœud qu’ils atteignent, dans l’ordre des catégories choisies comme lignes. À droite : une flèche là où le poids dépasse ce que les deux extrémités laissent attendre (tout ce que donne la première, multiplié par tout ce que reçoit la seconde, divisé par le tout), aussi large que ce poids (à cinq ou moins, en pâle là où il reste au-dessous) ; un cercle épais là où c’est le cas à l’intérieur. Les nœuds sans catégorie connue sont laissés de côté.',
    },
    matrixTiesCaptions: {
      links: name => `Liens par ${name.toLowerCase()}, de la ligne vers la colonne.`,
    },
    relationTitles: {
      links: 'Liens de nœud à nœud',
      'co-citation': 'Nœuds recevant des liens des mêmes',
      coupling: 'Nœuds ayant des liens vers les mêmes',
    },
    noPath: {
      links: 'Aucune chaîne de liens n’y mène.',
      'co-citation': 'Aucune chaîne de nœuds recevant des liens des mêmes ne les joint.',
      coupling: 'Aucune chaîne de nœuds ayant des liens vers les mêmes ne les joint.',
    },
    pathDirect: {
      links: 'Un lien y mène directement.',
      'co-citation': 'Ils reçoivent des liens des mêmes.',
      coupling: 'Ils ont des liens vers les mêmes.',
    },
    noTiesAmong: {
      links: 'Aucun lien ne va de l’un à l’autre.',
      'co-citation': 'Il n’y en a pas deux qui reçoivent des liens des mêmes.',
      coupling: 'Il n’y en a pas deux qui aient des liens vers les mêmes.',
    },
    startText:
      'Pointez un point pour voir ses voisins. Cliquez un point ou une ligne pour lire ce que le fichier en dit.',
    roles: {
      gatekeeper: 'de l’étranger vers son pays',
      representative: 'de son pays vers l’étranger',
    },
    mostCited: 'Nœuds recevant le plus de liens',
    noTiesYet: 'Le fichier n’a aucun lien.',
    figuresOfAnalysis:
      'Communautés et mesures des nœuds sont celles de l’analyse : de tous les liens du fichier, non de ces seules lignes.',
    citedByCount: nodes => `liens venant de ${nodes}`,
    reviewHint: 'Des nœuds vers lesquels les vôtres ont des liens et que personne n’a examinés.',
    reviewGroups: { community: 'liés à' },
    infrastructureKinds: { signs: 'd’après des signes' },
    noCodes: 'Aucun lien n’a été codé. Ouvrez un lien pour dire ce qu’il fait.',
    codeTitle: 'Ce que fait ce lien',
    evidenceLeftOut: 'Cette page a été publiée sans ce que le fichier dit de ses liens.',
    columns: { in_degree: 'Liens vers lui', out_degree: 'Liens depuis lui' },
  }),
  ...crawlFr,
  ...startFr,
}
