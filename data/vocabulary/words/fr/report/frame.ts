import { code, fixed, prose as p, pValue, see, share, strong, zScore } from '#data/vocabulary/words/prose.ts'
import type { frameEn } from '#data/vocabulary/words/en/report/frame.ts'
import { addresses, communities, edges, pages, runs, sites, ties, verb } from './nouns.ts'

/** Le cadre du rapport, et ce qu’il dit d’abord. */
export const frameFr: typeof frameEn = {
  eyebrow: 'Qui cite qui : un rapport de Toile',
  description: title => `Réseau d’hyperliens entre les sites du corpus ${title}`,
  intro: p`Un site est un point du réseau. Un lien de A vers B dit que des pages de A portent des hyperliens vers B. Un hyperlien est lu ici comme une marque de reconnaissance ; cette lecture a ses limites, voir ${see('method', 'Méthode')}. Chaque nombre dit d’où il vient : pointez-le, ou suivez les sources en fin de section jusqu’à ${see('sources', 'D’où viennent les nombres')}.`,
  contents: 'Sommaire',
  notAnalysed: p`Ce corpus n’a pas été analysé : mesures, communautés et rôles manquent. Lancez ${code('./toile analyse')}, puis de nouveau ${code('./toile report')}.`,
  foreign: p`Le fichier importé a apporté ses propres valeurs ; on ne sait pas ici comment elles ont été faites, elles ne sont donc pas rapportées.`,
  stale: p`Le corpus a changé depuis sa dernière analyse. Les décomptes sont d’aujourd’hui, les mesures datent de l’analyse : ils peuvent se contredire. Lancez ${code('./toile analyse')}, puis de nouveau ${code('./toile report')}.`,
  notCrawled: p`Aucune page de ce corpus n’a été collectée : son réseau a été importé. Le rapport ne peut donc dire ni ce qui n’a pas été observé ni, à moins que le fichier ne les ait apportés, quels hyperliens font un lien.`,
  importedFrom: files => p`Importé : ${files}.`,
  empty: p`Le corpus ne contient aucun site à décrire. Lancez une collecte, ou examinez les entités découvertes.`,
  shard: (share, of) =>
    p`Ce corpus est la part ${String(share)} sur ${String(of)} (comptées depuis 0) d’une collecte : les autres sites de la liste n’ont pas été visités ici, et ceux qu’ils citent manquent. L’étude est ce que ${code('toile merge')} fait de toutes les parts.`,
  ofWave: {
    last: (wave, of) => p`Le réseau et les résultats sont ceux de la vague ${wave}, la dernière de ${of}.`,
    other: (wave, of) =>
      p`Le réseau et les résultats sont ceux de la vague ${wave}, une de ${of}. Ce qui a été lu, et ce qui ne l’a pas été, est dit tel que la dernière vague l’a laissé.`,
    all: of =>
      p`Le réseau et les résultats sont ceux des ${of} vagues ensemble : un lien disparu compte comme un lien présent.`,
  },
  pending: n =>
    p`La collecte n’est pas terminée : ${addresses(n)} ${verb(n, 'attend encore son tour', 'attendent encore leur tour')}. Ce qui suit est ce que l’on sait jusqu’ici.`,
  noCountry: 'sans pays',
  site: 'Site',
  country: 'Pays',
  from: 'De',
  to: 'Vers',
  arrow: (from, to) => `${from} → ${to}`,
  notDefined: 'non défini',
  attributeNames: { country: 'pays', kind: 'type', community: 'communauté' },
  sourcesOfSection: 'Sources : ',
  semicolon: ' ; ',
  colon: ' : ',

  sections: {
    summary: 'En bref',
    observed: 'Ce qui a été observé',
    unobserved: 'Ce qui n’a pas été observé',
    network: 'Le réseau et le hasard',
    borders: 'Qui cite qui par-delà les frontières',
    carriers: 'Qui se tient entre les deux',
    cited: 'Les sites les plus cités',
    words: 'Ce qu’ils disent quand ils citent',
    tools: 'À qui sont les outils',
    communities: 'Communautés',
    blocks: 'Blocs : qui importe de qui',
    zones: 'La place dans la page',
    edges: 'Les liens les plus forts',
    waves: 'Au fil du temps',
    codes: 'Jugements à la main',
    robustness: 'Ce qui tient si l’on avait recueilli moins',
    method: 'Méthode',
    references: 'Références',
    sources: 'D’où viennent les nombres',
  },

  nulls: { rewire: 'liens recâblés', permute: 'étiquettes redistribuées', '': 'aucun' },
  verdicts: {
    more: 'plus que le hasard',
    less: 'moins que le hasard',
    chance: 'comme le hasard',
    untested: 'sans modèle nul',
  },
  against: (mean, model, z, pv, n) =>
    p`au hasard ${mean} (${model} ; ${z === null ? [] : p`z ${zScore(z)}, `}p ${pValue(pv)}, ${runs(n)})`,

  summary: {
    size: (n, e, alone, isUndirected) =>
      p`${strong(p`${sites(n)}, ${isUndirected ? ties(e) : edges(e)}.`)}${alone.value === 0 ? '' : p` ${sites(alone)} ${verb(alone, 'n’en a aucun', 'n’en ont aucun')}.`}${isUndirected ? ' Les liens n’ont pas de sens : rien n’est dit de qui cite qui.' : ''}`,
    read: (fetched, read, n, unread) =>
      p`${strong(p`${pages(fetched)} de ${sites(read)} ${verb(fetched, 'a été lue', 'ont été lues')}.`)}${read.value === n.value ? '' : p` La collecte en visait ${n}.`}${unread === null ? [] : p` ${share(unread)} des adresses du périmètre ont échoué ou ont été écartées.`}`,
    reciprocityHeads: {
      more: 'Les citations sont rendues plus souvent que ne le voudrait le hasard.',
      less: 'Les citations sont rendues moins souvent que ne le voudrait le hasard.',
      chance: 'Rien ne dit que les citations soient rendues plus ou moins souvent que par hasard.',
    },
    reciprocity: (head, value, against, toSilent) =>
      p`${strong(head)} Réciprocité ${value} (la part des liens qui ont leur réciproque) ; ${against}.${toSilent.value === 0 ? '' : p` Mais ${edges(toSilent)} ${verb(toSilent, 'mène', 'mènent')} à des sites dont aucune page n’a été lue.`}`,
    closureHeads: {
      more: 'Les sites citent l’étranger plus que ne le voudrait le hasard.',
      less: 'Les sites citent leur propre pays plus que ne le voudrait le hasard.',
      chance: 'Rien ne dit que les sites citent leur propre pays plus ou moins que par hasard.',
    },
    closure: (head, value, against, interval) =>
      p`${strong(head)} Indice E-I par pays ${value} (−1 : tous les liens restent au pays ; 1 : tous passent une frontière)${interval} ; ${against}.`,
    interval: (low, high, level) => p`, intervalle à ${share(level)} de ${fixed(low, 2)} à ${fixed(high, 2)}`,
    asymmetryHeads: (one, other) => ({
      more: `Les sites ${one} citent ceux ${other} plus qu’ils n’en sont cités.`,
      less: `Les sites ${one} sont cités par ceux ${other} plus qu’ils ne les citent.`,
      chance: `Entre les sites ${one} et ceux ${other}, rien ne dit que les uns citent les autres plus qu’ils n’en sont cités.`,
    }),
    asymmetry: (head, there, back, value, against) =>
      p`${strong(head)} ${there}, ${back} : asymétrie ${value} ; ${against}.`,
    exchange: (there, back) => p`${strong(p`${there}, ${back}.`)}`,
    direction: (from, to, n) => p`${from} → ${to} ${edges(n)}`,
    half: (half, from, fromTo) =>
      p`${strong(p`${sites(half)} ${from} ${verb(half, 'fait', 'font')} au moins la moitié des liens ${fromTo}.`)}`,
    halfOf: (citing, n) => p`${citing} sur ${n} en ${verb(citing, 'a', 'ont')}.`,
    brokers: (names, permutations) =>
      p`${strong('Entre le pays et l’étranger plus que ne le voudrait le hasard')} : ${names} (étiquettes redistribuées ${permutations} fois, p corrigé).`,
    broker: (name, role, observed, expected) =>
      p`${name}, ${role} sur ${observed} chemins${expected === null ? [] : p` (au hasard ${expected})`}`,
    communitiesHeads: {
      more: 'Le réseau se divise en communautés plus que ne le voudrait le hasard.',
      less: 'Le réseau se divise en communautés moins que ne le voudrait le hasard.',
      chance: 'Rien ne dit que le réseau se divise en communautés plus que par hasard.',
      disagree: 'Que le réseau se divise en communautés dépend de ce que pèse un lien.',
    },
    communities: (head, n, modularity, against, agreement) =>
      p`${strong(head)} La recherche trouve ${communities(n)} : modularité ${modularity} ; ${against}.${agreement}`,
    unweightedToo: (value, against) => p` Sans les poids : modularité ${value} ; ${against}.`,
    agreement: nmi =>
      p` Deux passages de la recherche s’accordent à ${nmi} en moyenne (1 : toujours les mêmes communautés).`,
    transnational: (n, names) =>
      p`${strong(p`${communities(n)} ${verb(n, 'est transnationale', 'sont transnationales')}`)}, plus ${verb(n, 'mêlée', 'mêlées')} que si les frontières ne comptaient pas : ${names}.`,
    borderless: (n, names) =>
      p`${strong(p`${communities(n)} ${verb(n, 'mêle', 'mêlent')} les pays comme si les frontières ne comptaient pas`)} : ${names}.`,
    mixed: (name, mix, against) => p`${name}, mélange ${mix}, ${against}`,
    allNational: p`${strong('Chaque communauté est d’un seul pays, ou plus nationale que ne le voudrait le hasard.')}`,
    fieldMixed: (name, mix, mean, pv) => p`${name}, mélange ${mix} (à sa place ${mean} en moyenne, p ${pValue(pv)})`,
    beyondField: (n, names, drawn) =>
      p`${strong(p`${communities(n)} ${verb(n, 'est plus transnationale', 'sont plus transnationales')} que le champ`)} : ${names}. Comparaison avec ${drawn} réseaux de mêmes degrés et d’autant de liens entre les pays.`,
    notBeyondField: drawn =>
      p`${strong('Rien ne montre qu’une communauté soit plus transnationale que le champ lui-même')} : face à ${drawn} réseaux de mêmes degrés et d’autant de liens entre les pays.`,
    brokersBeyondField: names =>
      p`Plus souvent entre le pays et l’étranger que ne le voudrait ce même champ : ${names}.`,
    robust: (holding, all, at, draws, crawled) =>
      p`${strong(p`${holding} résultats sur ${all} tiennent avec ${share(at)} des sites${crawled ? ' de départ' : ''}`)} : dans au moins 95 % de ${draws} tirages au sort, voir ${see('robustness', 'Ce qui tient si l’on avait recueilli moins')}.`,
    cited: names => p`${strong('Cités par le plus de sites')} : ${names}.`,
    citedBy: (name, n) => p`${name} (${n})`,
  },
}
