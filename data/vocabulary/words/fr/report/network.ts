import { code, fixed, prose as p, pValue, share, strong } from '#data/vocabulary/words/prose.ts'
import type { networkEn } from '#data/vocabulary/words/en/report/network.ts'
import { countries, edges, runs, sites, verb } from './nouns.ts'

/** Mesures, frontières, passeurs et communautés, en français. */
export const networkFr: typeof networkEn = {
  network: {
    measures: 'Mesures du réseau entier',
    measure: 'Mesure',
    value: 'Valeur',
    null: 'Modèle nul',
    mean: 'Moyenne nulle ± é.-t.',
    z: 'z',
    p: 'p',
    q: 'p corrigé',
    runs: 'Tirages',
    reading: 'Lecture',
    lead: p`Une valeur n’est forte ou faible qu’au regard de ce que donnerait le hasard. Deux hasards sont distingués. ${strong('Liens recâblés')} : chaque site garde le nombre de sites qu’il cite et le nombre de ceux qui le citent ; qui cite qui est tiré de nouveau au sort, et les communautés sont recherchées à nouveau. ${strong('Étiquettes redistribuées')} : les liens restent, et les pays (ou les types) sont redistribués au sort entre les sites.`,
    readingNote: (least, n) =>
      p`« Plus » et « moins » se disent quand p, corrigé pour les tests du même tableau (Benjamini et Hochberg), est d’au plus 0,05. « Comme le hasard » veut dire que rien ne distingue la valeur du hasard, non qu’il n’y a rien. Avec ${runs(n)}, aucun p ne peut être inférieur à ${pValue(least)}.`,
    attributesTitle: 'Les sites citent-ils leurs semblables ?',
    attributes: 'Assortativité et indice E-I par attribut',
    attributesLead: p`Les sites dont un attribut est inconnu ne comptent pas dans sa ligne. Une assortativité au-dessus de 0, ou un indice E-I au-dessous de ce que donne le hasard, veut dire que les sites citent ceux de leur propre valeur.`,
    attributesLeft: n => p`${n} autres attributs ne sont pas montrés ; measures.csv les a tous.`,
    amount: (name, r, error) =>
      p`« ${name} » est une quantité : corrélée le long des liens, non comptée par classes. Son assortativité est ${r}, erreur type ${error} (jackknife sur les liens, Newman 2003) ; les liens avec un site de quantité inconnue manquent.`,
    computed: names =>
      p`Laissés de côté : ${names}. Un autre programme les a calculés à partir des liens ; les éprouver sur ces liens retrouverait ce dont ils sont faits.`,
    attribute: 'Attribut',
    triadsTitle: 'Triades',
    triads: 'Groupes de trois sites selon leurs liens (liens recâblés)',
    triadsLead: p`Le code d’une triade compte ses paires réciproques, à sens unique et sans lien, puis dit le sens (D vers le bas, U vers le haut, T transitif, C cyclique). Dans 030T, un site cite ce que citent ceux qu’il cite ; dans 300, tous trois se citent.`,
    triad: 'Triade',
    degreeFigure:
      'Part des sites qui sont cités par au moins tant d’autres, ou qui en citent au moins tant. Les deux axes sont logarithmiques.',
    degreeAlt: (most, mostOut) =>
      `Deux suites de points qui descendent. Cité par : le site le plus cité l’est par ${most} sites. Cite : le site qui cite le plus en cite ${mostOut}.`,
    degreeIn: 'cité par',
    degreeOut: 'cite',
    degreeX: 'sites, au moins',
    degreeY: 'part de tous les sites',
    tiesMean: mean => p`Un site a ${mean} liens en moyenne.`,
    leftOut: names => p`Chaque lien est compté une fois. Laissés de côté, les liens n’ayant pas de sens : ${names}.`,
    leadOfTies: p`Une valeur n’est haute ou basse qu’au regard de ce que donnerait le hasard. Deux hasards sont distingués. ${strong('Liens recâblés')} : chaque site garde son nombre de liens ; avec qui est tiré à nouveau, sans sens, et les communautés sont recherchées à nouveau. ${strong('Étiquettes redistribuées')} : les liens restent, et les pays (ou les types) sont redistribués entre les sites.`,
    degreeMean: mean => p`Un site est cité par ${mean} autres en moyenne.`,
    degreeNone: (noIn, noOut) =>
      p`${sites(noIn)} ${verb(noIn, 'n’est cité', 'ne sont cités')} par personne et ${sites(noOut)} ${verb(noOut, 'ne cite', 'ne citent')} personne ; les axes logarithmiques ci-dessous ne peuvent les montrer.`,
    degreeTable: 'Sites selon le nombre de ceux qu’ils citent et de ceux qui les citent',
    tiesTitle: 'Ce qui va de pair avec une citation',
    ties: 'Régression des liens sur les propriétés de la paire (MRQAP)',
    tiesLead: (permutations, rSquared) =>
      p`Les citations sont-elles plus probables entre sites du même pays, du même type, ou dont plus de pages ont été lues ? La régression tient les autres propriétés fixes ; elle dit ce qui va de pair, non ce qui cause quoi. Un coefficient est la différence de probabilité d’un lien ; son modèle nul vient de ${permutations} permutations (double semi-partialisation). Ensemble, elles expliquent ${share(rSquared)} de la variation.`,
    tiesKnown: n =>
      p`Elle porte sur les paires de ${sites(n)} dont tout ce qui est demandé est connu ; une paire avec un autre site est manquante, non différente.`,
    tiesPairs: n =>
      p`Il reste ${n} paires ordonnées : celles qui partent d’un site dont aucune page n’a été lue manquent aussi, puisque nul ne sait qui il cite.`,
    tiesStructure: names =>
      p`${names} : ces propriétés sont faites des liens mêmes qu’il s’agit d’expliquer. Elles disent comment les liens tiennent ensemble, et ce que font les autres propriétés au-delà ; elles ne sont pas des causes.`,
    tiesSame: (what, as) =>
      p`Laissé de côté : « ${what} », ${as === '' ? 'que les autres disent déjà' : `qui dit la même chose que « ${as} »`}.`,
    tiesSimilar: (what, language) =>
      p`${what} : le cosinus des mots de deux sites, d’après celles de leurs pages en ${language === 'fr' ? 'français' : 'anglais'} dont les textes sont gardés ; les sites qui n’en ont pas manquent.`,
    tiesMany: what => p`Laissé de côté : « ${what} », car il y a trop de sites pour les comparer tous deux à deux.`,
    tiesUnknown: what => p`Laissé de côté : « ${what} », connu pour moins de la moitié des sites.`,
    term: 'Propriété de la paire',
  },

  borders: {
    none: p`Moins de deux pays sont connus parmi ces sites : on ne peut rien dire des frontières. Les pays viennent de la liste de départ ou de ${code('./toile entity set')}.`,
    lead: (n, unknown) =>
      p`Les sites sont de ${countries(n)}.${unknown.value === 0 ? '' : p` ${sites(unknown)} sans pays ${verb(unknown, 'n’entre', 'n’entrent')} pas dans cette section.`}`,
    figure:
      'Liens des sites d’un pays (lignes) vers ceux d’un pays (colonnes). Plus foncé : une plus grande part de la ligne. Sous chaque nombre, ce que donne le hasard, étiquettes redistribuées (moyenne ± écart-type) ; ▲ plus, ▼ moins que cela.',
    figureTitle: 'Matrice de mélange',
    figureAlt: text => `Une matrice de nombres. ${text}`,
    figureCell: (from, to, n) => `${from} vers ${to} : ${n}`,
    citingSide: 'citants',
    citedSide: 'cités',
    matrix: 'Liens entre pays, avec ce que donne le hasard',
    onlyShown: shown => p`Seuls les ${countries(shown)} ayant le plus de sites sont montrés ; measures.csv les a tous.`,
    edges: 'Liens',
    ofRow: 'Part de la ligne',
    permute: 'Étiquettes redistribuées',
    rewire: 'Liens recâblés',
    closure: 'Les sites citent-ils leur propre pays ?',
    interval: (low, high, level, draws) =>
      p`Si l’on avait pris d’autres sites semblables, l’indice E-I par pays serait entre ${fixed(low, 2)} et ${fixed(high, 2)} (intervalle à ${share(level)}, ${draws} rééchantillonnages des sites).`,
    pair: (one, other) => `${one} et ${other}`,
    pairLead: (there, thereShare, back, backShare) => p`${there}${thereShare}. ${back}${backShare}.`,
    shareOfOut: (part, of) => p`, soit ${share(part)} des liens qui partent de sites ${of}`,
    noExchange: (one, other) =>
      p`Aucun lien ne relie ${one} et ${other}, dans un sens ni dans l’autre : leur asymétrie n’est pas définie.`,
    pairTests: 'L’échange des deux pays face au hasard',
    asymmetryMeaning: p`L’asymétrie est (aller − retour) ÷ (aller + retour) : 1 si seul le premier cite le second, 0 s’ils se citent autant.`,
  },

  carriers: {
    lead: p`Soit un chemin d’hyperliens a → b → c où a ne cite pas c. Le site b se tient entre les deux. Selon les pays des trois (Gould et Fernandez 1989), b est ${strong('portier (gatekeeper)')} s’il est cité de l’étranger et cite au pays ; ${strong('représentant')} s’il est cité au pays et cite l’étranger ; ${strong('coordinateur')} si tous trois sont du même pays ; ${strong('courtier itinérant')} si les deux autres sont d’un même pays étranger ; ${strong('agent de liaison')} si tous trois diffèrent.`,
    direction: (one, other) =>
      p`Les hyperliens vont à rebours des idées, s’il en passe : qui cite prête l’attention de ses lecteurs. Un site ${one} qui est cité au pays et qui cite ${other} (un représentant) peut être une porte par laquelle les lecteurs du pays arrivent à ce qui se fait là-bas.`,
    roles: 'Chemins selon le rôle du site du milieu, par pays',
    rolesTitle: 'Rôles',
    brokers: 'Sites portant le plus de chemins entre le pays et l’étranger',
    gatekeeper: 'Portier',
    representative: 'Représentant',
    itinerant: 'Itinérant',
    liaison: 'Liaison',
    brokersNote: permutations =>
      p`Entre parenthèses : la moyenne si les pays des autres sites étaient redistribués au sort. ▲ plus et ▼ moins que cela, quand p, tiré de ${permutations} permutations et corrigé sur tous les sites et rôles, est d’au plus 0,05.`,
    fieldTable: 'Sites plus souvent entre le pays et l’étranger que ne le voudrait le champ',
    role: 'Rôle',
    paths: 'Chemins',
    fieldMean: 'Dans le champ, en moyenne',
    fieldNote: p`Face à des réseaux de mêmes degrés et d’autant de liens entre les pays. p compte les réseaux où un site quelconque se détache autant.`,
    noBrokers: p`Aucun site n’est sur un chemin entre le pays et l’étranger.`,
    crossing: (from, to) => `${from} → ${to} : qui fait ces liens`,
    crossingLead: (edgeCount, citing, n, half, from, to) =>
      p`${edges(edgeCount)} ${verb(edgeCount, 'va', 'vont')} de sites ${from} vers des sites ${to}. ${citing} des ${sites(n)} ${from} les ${verb(citing, 'fait', 'font')}${half === null ? '' : p` ; ${half} d’entre eux en ${verb(half, 'fait', 'font')} au moins la moitié`}.`,
    noCrossing: (from, to) => p`Aucun site ${from} ne cite de site ${to}.`,
    across: 'Liens vers ce pays',
    allEdges: 'Tous ses liens',
    cumulative: 'Part cumulée',
    crossingNote: p`D’abord les sites qui font les liens d’un pays à l’autre, par décompte. Ces décomptes n’ont pas de modèle nul : un site qui cite beaucoup cite aussi davantage l’étranger ; à comparer avec tous ses liens.`,
  },

  cited: {
    lead: p`On compte les sites citants, non les hyperliens : une blogroll sur cent pages est une seule citation.`,
    all: 'Cités par le plus de sites',
    home: country => `${country} : les plus cités au pays`,
    abroad: country => `${country} : les plus cités de l’étranger`,
    nobody: of => p`Aucun site ${of} n’est cité de l’étranger.`,
    citing: 'Cité par',
    fromHome: 'Du pays',
    fromAbroad: 'De l’étranger',
  },

  communities: {
    lead: p`Une communauté est un ensemble de sites qui se citent plus que ne le voudraient leurs seuls degrés. Elle est le résultat d’une recherche, non un fait du terrain. Son nom est une proposition, faite de ses sites les plus forts et des mots qui distinguent les liens qu’elle reçoit, sauf si quelqu’un l’a nommée.`,
    table: 'Communautés d’au moins deux sites',
    number: 'N°',
    name: 'Nom, donné ou proposé',
    givenLead: p`Noms donnés. Un nom suit les sites auxquels il a été donné : la communauté qui en recouvre le plus (Jaccard) le porte.`,
    givenName: (name, number, left, given, warning) =>
      number === null
        ? p`${strong([name])} :${warning}`
        : p`${strong([name])} : communauté ${number}, avec ${left} des ${sites(given)} qui portaient ce nom.${warning}`,
    mostlyGone: p` Il en reste moins de la moitié : le nom convient-il encore ?`,
    mostlyNew: p` La plupart de ses sites sont venus depuis : le nom convient-il encore ?`,
    noCommunity: p` aucune communauté n’a l’un de ses sites ; le nom est gardé.`,
    size: 'Sites',
    mix: 'Pays',
    inside: 'Liens internes',
    across: 'Liens entrants et sortants',
    acrossTies: 'Liens vers d’autres',
    stability: 'Stabilité',
    stabilityMeaning: p`Stabilité : fréquence à laquelle un site se retrouve avec les autres de sa communauté sur tous les passages de la recherche, en moyenne sur ses sites. 1 veut dire toujours.`,
    figure: 'Stabilité de chaque communauté : chaque trait est un site, le losange est la moyenne.',
    figureAlt: text => `Une ligne par communauté, des traits de 0 à 1. ${text}`,
    figureRow: (name, mean) => `${name} : moyenne ${mean}`,
    figureAxis: 'stabilité',
    alone: n =>
      p`${sites(n)} ${verb(n, 'n’est dans aucune : la recherche ne le réunit', 'ne sont dans aucune : la recherche ne les réunit')} à aucun autre.`,
    shownOnly: n => p`${n} communautés plus petites ne sont pas montrées ; nodes.csv les a toutes.`,
    numbered: (number, name) => `${number} · ${name}`,
    countryCount: (country, n) => p`${country} ${n}`,
    mixTitle: 'Communautés par-delà les frontières',
    mixLead: n =>
      p`Le mélange d’une communauté est la probabilité que deux de ses sites, tirés au sort, soient de pays différents. Son modèle nul redistribue les pays entre tous les sites (${n} fois), comme si les frontières ne comptaient pas. Une communauté plus mêlée que cela est ${strong('transnationale')}. Une communauté qui n’est pas moins mêlée que ce que donne le hasard en moyenne l’est ${strong('comme si les frontières ne comptaient pas')}. D’une petite communauté, cela dit peu.`,
    fieldLead: n =>
      p`Là où les sites citent leur propre pays, toute communauté paraît nationale face à ce modèle nul. Le second garde l’homophilie du champ : dans ${n} réseaux chaque site a ses degrés, et autant de liens vont de chaque pays à chaque autre, mais qui les fait est tiré à nouveau ; les communautés sont cherchées à nouveau. Une communauté est ${strong('plus transnationale que son champ')} si elle dépasse les plus mêlées d’au moins sa taille de plus qu’aucune ne le fait dans 95 % de ces réseaux ; p vaut pour toutes les communautés ensemble.`,
    fieldMean: 'La plus mêlée du champ',
    fieldP: 'p dans le champ',
    fieldReading: 'Face à son champ',
    fieldReadings: { more: 'plus transnationale que son champ', chance: 'comme le veut le champ' },
    mixTable: 'Mélange des pays dans chaque communauté',
    mixing: 'Mélange',
    mixReadings: {
      more: 'transnationale',
      ignores: 'comme si les frontières ne comptaient pas',
      mixed: 'mêlée ; trop petite pour le dire',
      unknown: 'd’un seul pays ; trop petite pour le dire',
      less: 'plus nationale que le hasard',
    },
    carriersLead: p`Passeurs : les sites ayant le plus de liens internes à la communauté qui passent une frontière, avec leur nombre.`,
    carrier: (name, n) => p`${name} (${n})`,
    strongest: 'Sites les plus forts de chacune, les plus cités en son sein d’abord :',
    members: (number, names) => p`${strong(number)} : ${names}`,
    sureTitle: 'Cela dépend-il de la méthode ?',
    methods: 'Le même réseau par d’autres méthodes',
    sweep: 'La même méthode à d’autres résolutions',
    method: 'Méthode',
    resolution: 'Résolution',
    runs: 'Passages',
    count: 'Communautés',
    modularity: 'Modularité',
    nmi: 'Accord de ses passages',
    nmiWith: 'Accord avec les communautés ci-dessus',
    directed: method => `${method}, orienté`,
    undirected: method => `${method}, sens ignoré`,
    sureLead: p`L’accord est l’information mutuelle normalisée : 1 quand deux partitions sont les mêmes, près de 0 quand elles n’ont rien à voir.`,
  },
}
