import { studyFr } from '../study.ts'
import { code, fixed, prose as p, share } from '#data/vocabulary/words/prose.ts'
import type { edgesEn } from '#data/vocabulary/words/en/report/edges.ts'
import { edges, links, pages, verb } from './nouns.ts'

/** Places dans la page, liens les plus forts, et ce qu’aurait trouvé une autre collecte, en français. */
export const edgesFr: typeof edgesEn = {
  zones: {
    lead: p`Un hyperlien dans un billet, une blogroll, un pied de page et un commentaire ne sont pas le même acte. Ce sont des décomptes, sans modèle nul ; ${code('./toile analyse --zones content')} fait toute l’analyse d’une seule sorte de place.`,
    table: 'Hyperliens et liens selon la place dans la page',
    zone: 'Place',
    links: 'Hyperliens',
    edges: 'Liens',
    only: 'Liens sans hyperlien ailleurs',
    abroad: 'Par-delà les frontières',
    names: studyFr.zones,
  },

  edgesSection: {
    lead: p`Lisez les hyperliens avant de croire un lien. Ceux qui sont montrés sont choisis par une règle : des mots différents d’abord, le corps des pages avant les gabarits, des pages différentes. Les commentaires comptent mais ne sont pas cités, car ils portent des noms de personnes privées.`,
    all: 'Les liens les plus forts',
    abroad: 'Les liens les plus forts par-delà les frontières',
    noneAbroad: p`Aucun lien ne passe une frontière.`,
    none: p`Il n’y a aucun lien.`,
    cites: (source, target) => p`${source} → ${target}`,
    facts: (weight, linkCount, pageCount, answered) =>
      p`Poids ${weight} : ${links(linkCount)} sur ${pages(pageCount)}. ${{ yes: 'La citation est rendue.', no: 'La citation n’est pas rendue.', unknown: 'On ne sait pas si la citation est rendue : aucune page du site cité n’a pu être lue.' }[answered]}`,
    importedFacts: weight => p`Poids ${weight}. Importé sans hyperliens.`,
    onlyComments: p`Tous ses hyperliens sont dans des commentaires.`,
    place: (page, zone, date, alike) => p`${page} : ${zone}, ${date}${alike}`,
    published: date => `publiée le ${date}`,
    seen: date => `vue le ${date}`,
    archived: (date, archive) => `telle qu’archivée le ${date} par ${archive}`,
    alike: n => p`, le même sur ${pages(n)}`,
    noAnchor: '(sans texte)',
    untitled: 'page sans titre',
    alsoAbove: p`Ses hyperliens sont montrés plus haut.`,
  },

  weights: {
    evidence:
      'Le poids est le nombre de pages distinctes de la source portant un hyperlien hors des gabarits (menus, pieds de page, blogrolls…), plus un si un gabarit en porte.',
    pages: 'Le poids est le nombre de pages distinctes de la source portant un hyperlien.',
    links: 'Le poids est le nombre d’hyperliens.',
    binary: 'Chaque lien pèse un.',
  },
  weightOfFileToo: 'Un lien importé sans hyperliens a le poids de son fichier.',

  waves: {
    lead: (from, to) =>
      p`Le périmètre a été visité plus d’une fois. De la vague ${from} à la vague ${to}, un lien est gardé quand des pages lues dans les deux le portent. Il a disparu, ou il est né, quand une vague l’a vu et l’autre non, alors que son site a été lu dans les deux, comme chaque page qui le porte (une page qui répond 404 ou 410, qui mène à une page lue, ou vers laquelle aucune page ne mène encore compte comme vue). Il renaît quand une vague d’avant l’avait. Là où un côté n’a pas été vu, on ne sait pas : ${code('toile changes')} nomme chaque lien, ses hyperliens et la cause. Ce sont des décomptes, sans modèle nul.`,
    table: 'Ce que sont devenus les liens',
    edges: 'Liens',
    kept: 'Gardés',
    gone: 'Disparus',
    unknown: 'Non revus',
    born: 'Nés',
    reborn: 'Revenus',
    goneShare: 'Disparus, parmi les gardés et les disparus',
    groups: { all: 'tous', home: 'internes à un pays', abroad: 'par-delà les frontières' },
  },

  codes: {
    lead: p`Des codeurs ont lu les hyperliens derrière des liens et jugé ce que fait la citation.`,
    or: ' ou ',
    graphOf: (names, kept, otherwise, even, uncoded) =>
      p`Ce réseau est celui de ${edges(kept)} que la plupart de leurs codeurs ont jugés ainsi : ${names}. Laissés de côté : ${otherwise} jugés autrement, ${even} où les codeurs se partagent, et ${uncoded} que personne n’a codés. De ces derniers on ne sait pas ce qu’ils font : ils ne sont pas observés, ce qui n’est pas la même chose qu’absents.`,
    table: 'Liens par code et par codeur',
    code: 'Code',
    names: studyFr.codes as Readonly<Record<string, string>>,
    agreement: 'Accord des codeurs',
    coders: 'Codeurs',
    both: 'Liens codés par les deux',
    kappa: 'κ de Cohen',
    kappaNote: p`κ est l’accord au-delà de ce que les habitudes des deux donneraient par hasard (Cohen 1960) : 1 est un accord entier, 0 ce que donne le hasard.`,
    alpha: (alpha, values, edgeCount, interval) =>
      p`Tous les codeurs ensemble : l’α de Krippendorff est ${fixed(alpha, 3)}${interval}, sur les ${values} codes de ${edges(edgeCount)} que deux codeurs au moins ont codés (codes nominaux, codes manquants admis ; Krippendorff 2011).`,
    alphaInterval: (low, high, level, draws) =>
      p` (intervalle à ${share(level)} de ${fixed(low, 3)} à ${fixed(high, 3)}, tiré de ${draws} échantillons bootstrap des liens)`,
    noAlpha: edgeCount =>
      p`Tous les codeurs ensemble : l’α de Krippendorff n’est pas défini. Il lui faut des liens codés par deux codeurs au moins, et plus d’un code parmi eux ; ici ${edges(edgeCount)} ${verb(edgeCount, 'est codé', 'sont codés')} par deux au moins.`,
  },

  robustness: {
    lead: p`Un résultat qui tient à quelques sites de départ, ou au dernier clic depuis les pages de départ, est un résultat sur la collecte. Le réseau est refait ici à partir de ce qui est conservé, sans nouvelle collecte, comme si l’on avait choisi moins de sites ou si la collecte s’était arrêtée plus tôt.`,
    leadOfFile: p`Un résultat qui tient à quelques sites est un résultat sur leur choix. Le réseau est refait ici à partir de ce que contient le fichier, comme si l’on avait choisi moins de sites.`,
    sitesDrawn: (at, draws) => p`Avec ${at} des sites, tirés ${draws} fois`,
    trials: {
      seeds: (at, draws) => p`Avec ${at} des sites de départ, tirés ${draws} fois`,
      depth: at => p`Avec une profondeur de ${at}`,
      max_pages: at => p`Avec au plus ${at} pages par site`,
    },
    size: (nodes, edges) => p`(${nodes} sites et ${edges} liens)`,
    sizeOnAverage: (nodes, edges) => p`(en moyenne ${nodes} sites et ${edges} liens)`,
    inIt: 'Alors',
    holds: 'Tient',
    holdsOnce: { yes: 'oui', no: 'non' },
    finding: 'Résultat',
    observed: 'Dans le rapport',
    mean: 'Moyenne',
    range: 'Étendue à 95 %',
    survives: 'Tient dans',
    sign: measure => `${measure} : même signe`,
    value: measure => `${measure} : à un cinquième près`,
    leaders: measure => `Premiers sites selon « ${measure} » : au moins la moitié de nouveau parmi les premiers`,
    communities: 'Communautés : accord (NMI) d’au moins 0,5',
    rangeOf: (low, high) => p`${low} à ${high}`,
  },

  sources: {
    lead: p`Pointez un nombre pour lire sa source ; ${code('findings.json')}, à côté de cette page, a chaque nombre avec toutes ses décimales et la même source.`,
    how: p`Une source nomme une table, puis des conditions sur ses colonnes, puis ce qui en est pris. ${code('rows')} est le nombre de lignes qui conviennent ; ${code('sum:')} (somme), ${code('mean:')} (moyenne), ${code('median:')} (médiane) et ${code('max:')} précèdent une colonne, ${code('distinct:')} compte les valeurs différentes. ${code('source/country')} est la colonne ${code('country')} de ${code('nodes.csv')} pour la source du lien. ${code('≠FR')} est toute autre valeur connue, ${code('>0')} toute valeur supérieure à zéro, ${code('<0')} toute valeur inférieure, ${code('=links_nav')} la valeur de cette colonne sur la même ligne. Après une barre (${code('/')}) vient ce dont la part est prise. ${code('finding:')} est une valeur JSON de l’analyse, ${code('program')} une constante du programme même.`,
    tables: 'Les tables',
    tablesLead: p`Cette commande les écrit :`,
    tableNames: {
      'measures.csv': 'mesures du réseau entier avec leurs modèles nuls',
      'nodes.csv': 'une ligne par site, avec ses mesures',
      'edges.csv': 'une ligne par lien',
      'links.csv': 'une ligne par hyperlien : la preuve',
      'pages.csv': 'une ligne par adresse du périmètre, avec son état et sa cause',
      'changes.csv': 'une ligne par hyperlien d’un lien, avec ce qu’est devenu ce lien (seconde commande)',
    },
    questions: 'Les questions au corpus',
    questionsLead: p`Le corpus est un fichier SQLite. Une source comme ${code('corpus:effort')} est la réponse à la question de ce nom :`,
  },
}
