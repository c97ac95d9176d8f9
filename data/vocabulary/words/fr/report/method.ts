import { code, prose as p, share } from '#data/vocabulary/words/prose.ts'
import type { methodEn } from '#data/vocabulary/words/en/report/method.ts'
import { edges, verb } from './nouns.ts'

/** Le paragraphe de méthode en français : des phrases qui se suivent dans un article. */
export const methodFr: typeof methodEn = {
  limits: p`Un hyperlien peut aussi récuser un adversaire (Ackland et Gibson 2013), payer une dette (un crédit en pied de page) ou n’avoir aucun auteur (un bouton de partage). Les hyperliens se lisent dans leur contexte et avec la connaissance du terrain (De Maeyer 2013) ; les seuls décomptes exagèrent ce que font les acteurs (Lusher et Ackland 2011). C’est pourquoi les hyperliens de chaque lien sont conservés.`,
  toPaste: 'Paragraphe de méthode',
  lead: p`Le texte suivant peut être collé dans un article. Les paramètres sont ceux que le corpus a consignés (Thelwall 2004 demande de les publier).`,
  definitions: 'Ce que disent les mesures',
  definition: 'Définition',
  source: 'Source',
  parameters: 'Tous les paramètres',
  parametersLead: p`Tels que le corpus les a consignés. Les chemins sont montrés sans leurs dossiers, et l’adresse d’un mandataire est omise.`,
  version: 'Version de Toile',
  runtime: 'Environnement',
  agent: 'User-agent',
  input: 'Fichier lu',
  hash: 'SHA-256',
  graphHash: 'SHA-256 du graphe',
  option: 'Option',
  value: 'Valeur',
  times: 'Appels à la suite',
  wave: label => `vague ${label}`,

  made: (version, runtime) => p`Le réseau a été construit avec Toile ${version} (${runtime}).`,
  crawl: (list, sites, dates, agent) =>
    p`À partir de ${list}, ${sites} ont été collectés (${dates}) par un robot qui se nommait ${agent}.`,
  crawlOfWave: (wave, list, dates, agent) =>
    p`Dans la vague « ${wave} » (${dates}), les sites de ${list} ont été collectés par un robot qui se nommait ${agent}.`,
  list: (file, hash) => p`la liste ${file} (SHA-256 ${hash})`,
  someList: p`une liste de sites`,
  manners: delay =>
    p`Il a respecté robots.txt (RFC 9309 ; Koster et al. 2022) et n’a envoyé qu’une requête à la fois à chaque hôte${delay === undefined ? [] : p`, ${delay} s au moins après la dernière réponse`}.`,
  shares: of =>
    p`Les sites ont été répartis selon leur domaine enregistré en ${String(of)} parts de la collecte, de sorte qu’un hôte n’appartient qu’à une part ; chaque part connaissait tous les sites, et leurs relevés ont été réunis.`,
  limitsOfCrawl: (depth, maxPages) =>
    p`Depuis les pages de départ, il a suivi les hyperliens à l’intérieur de chaque site${depth === undefined ? [] : p`, jusqu’à une profondeur de ${depth}`}${maxPages === undefined ? [] : p`, pour au plus ${maxPages} pages par site`}.`,
  limitsOfPage: (timeout, maxBytes) =>
    timeout === undefined || maxBytes === undefined
      ? []
      : p`Une réponse pouvait durer ${timeout} s et tenir ${maxBytes} octets.`,
  yield: (addresses, states) => p`Sur ${addresses} adresses du périmètre, ${states}.`,
  states: {
    fetched: n => p`${n} ${verb(n, 'a été lue', 'ont été lues')}`,
    redirected: n => p`${n} ${verb(n, 'redirigeait', 'redirigeaient')}`,
    failed: n => p`${n} ${verb(n, 'a échoué', 'ont échoué')}`,
    excluded: n => p`${n} ${verb(n, 'a été écartée', 'ont été écartées')}`,
    pending: n => p`${n} ${verb(n, 'restait', 'restaient')} à demander`,
  },
  hyperlink: p`Un hyperlien est un élément ${code('a')}, ${code('area')} ou ${code('iframe')} portant une adresse http(s) d’un nom public, dans le document d’une page ayant répondu 200 en HTML ; chaque occurrence en est un. Il compte pour le site où son adresse mène, redirections comprises. Chacun a été conservé avec sa page, son ancre, sa phrase, sa place dans la page et ses dates.`,
  counted: ({ files, pages, at, from, to }) =>
    p`Personne n’a été visité : les hyperliens ont été lus dans ${String(files)} ${files === 1 ? 'fichier' : 'fichiers'} d’une archive, dans ${String(pages)} pages ${from === '' ? 'de dates inconnues' : `prises du ${from} au ${to}`}${at === '' ? ', pour chaque adresse la dernière capture' : `, pour chaque adresse la capture la plus proche du ${at}`}. Les redirections que l’archive contient ont été suivies. La place d’un hyperlien a été lue dans sa page seule, sans regard sur les autres pages de son site. Les dates sont celles des captures.`,
  imported: files => p`Le réseau a été importé de ${files} ; ses liens sont ceux de ce fichier.`,
  grew: rounds =>
    p`Le corpus s’est étendu par tours : entre deux collectes, des sites que ses sites citent ont été examinés, rangés par ce qui avait été retenu et écarté, un sur dix tiré au sort. ${rounds}.`,
  round: (round, kept, dropped) => p`Tour ${round} : retenus ${kept}, écartés ${dropped}`,
  withoutRounds: rounds => p`Les sites retenus dans ces tours d’examen sont laissés de côté : ${rounds}.`,
  graph: (nodes, edges, statuses, zones) =>
    p`Le réseau analysé contient les entités de statut ${statuses} : ${nodes} et ${edges}. Un lien va d’un site à un autre si au moins un hyperlien y va ; les hyperliens internes à un site sont laissés de côté. ${zones}`,
  graphOfTies: (nodes, ties, statuses) =>
    p`Le réseau analysé contient les entités de statut ${statuses} : ${nodes} et ${ties}, comptés une fois chacun. Les mesures qui demandent un sens ont été laissées de côté.`,
  rewired: p`chaque site garde ses degrés entrant et sortant (Maslov et Sneppen 2002)`,
  rewiredTies: p`chaque site garde son degré, et les graphes restent non orientés (double échange d’arêtes, Maslov et Sneppen 2002)`,
  negative: n =>
    p`${edges(n)} ${verb(n, 'a', 'ont')} un poids négatif dans le fichier ; chacun compte pour sa grandeur, son signe étant laissé de côté.`,
  allZones: p`Les hyperliens comptent où qu’ils soient dans la page.`,
  someZones: zones => p`Seuls comptent les hyperliens situés dans ces places de la page : ${zones}.`,
  analysedWith: (version, runtime) => p`Il a été analysé avec Toile ${version} (${runtime}).`,
  unweighted: p`Les mesures ne sont pas pondérées, sauf si leur nom le dit.`,
  communities: (runs, resolution, kept) =>
    p`Les communautés ont été recherchées par la modularité des réseaux orientés et pondérés (Leicht et Newman 2008), à la résolution ${resolution}, en ${runs} passages, les sites étant pris dans un ordre tiré au sort, tour à tour par les méthodes de Louvain (Blondel et al. 2008) et de Leiden (Traag et al. 2019). Chaque passage va jusqu’à ce qu’aucun déplacement d’un seul site n’augmente la modularité. La partition de plus grande modularité a été gardée${kept} ; les sites qui y sont seuls ne sont pas des communautés. L’accord des passages est la moyenne, sur toutes leurs paires, de l’information mutuelle normalisée (Danon et al. 2005) ; la stabilité d’une communauté est la fréquence à laquelle ses membres se retrouvent (Lancichinetti et Fortunato 2012).`,
  keptFrom: method => p` (trouvée par un passage de ${method})`,
  bothWays: p`Un lien sans sens a été pris dans les deux : c’est alors la modularité usuelle des réseaux non orientés.`,
  otherResolutions: p`D’autres résolutions ont été essayées à côté.`,
  otherMethods: p`Le réseau non orienté et d’autres résolutions ont été essayés à côté.`,
  swapsDone: (swaps, tries) =>
    p`, avec ${swaps} échanges faits par lien ou plus, sur ${tries} essayés (Milo et al. 2003)`,
  fewSwaps: wanted =>
    p` ; moins que les ${wanted} voulus, car peu d’échanges sont possibles dans ce réseau, si bien que les graphes recâblés peuvent lui ressembler`,
  nulls: (rewired, runs, swaps, restarts) =>
    p`Les valeurs ont été comparées à deux modèles nuls de ${runs} tirages chacun, moins là où le verdict était déjà acquis : dix tirages au moins aussi éloignés, et p d’au moins 0,1 (Monte-Carlo séquentiel, Besag et Clifford 1991), ou, pour le réseau entier, aucun tirage aussi éloigné et une valeur à trois écarts-types au moins de leur moyenne, ou, pour ce qui demande des communautés, au moins un de 100 tirages aussi éloigné. Dans le premier, les liens sont recâblés : ${rewired}${swaps}, et les communautés sont recherchées à nouveau dans chaque graphe de la même façon (la meilleure de ${restarts}, relevée à ce que trouveraient autant de passages que dans le réseau). Dans le second, les liens restent et l’attribut est redistribué entre les sites qui l’ont. z est la distance à la moyenne nulle en écarts-types ; p est bilatéral, (b + 1) / (n + 1) où b des n tirages sont au moins aussi éloignés (Phipson et Smyth 2010), corrigé parmi les tests d’un même tableau (Benjamini et Hochberg 1995).`,
  mix: runs =>
    p`Le mélange des pays dans une communauté (Simpson 1949) et les rôles de chaque site ont été testés par ${runs} permutations des pays.`,
  interval: (draws, level) =>
    p`L’intervalle à ${share(level)} de l’indice E-I vient de ${draws} rééchantillonnages des sites (Snijders et Borgatti 1999).`,
  mrqap: permutations =>
    p`Les liens ont été régressés sur les propriétés de la paire, avec ${permutations} permutations (MRQAP à double semi-partialisation, Dekker et al. 2007).`,
  resampling: (at, draws) =>
    p`Les premiers résultats ont été recherchés à nouveau dans ${draws} tirages de ${share(at)} des sites.`,
  measures: p`L’indice E-I suit Krackhardt et Stern (1988), l’assortativité et la matrice de mélange Newman (2003), les rôles de courtage Gould et Fernandez (1989), le recensement des triades Holland et Leinhardt (1970 ; Batagelj et Mrvar 2001).`,
  seed: (seed, graphHash) =>
    p`Tous les tirages suivent de la graine ${seed} : même corpus et même graine, mêmes nombres. Le SHA-256 du graphe est ${graphHash}.`,
}
