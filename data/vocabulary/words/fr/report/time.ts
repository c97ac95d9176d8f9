import { code, fixed, prose as p, pValue, share } from '#data/vocabulary/words/prose.ts'
import type { timeEn } from '#data/vocabulary/words/en/report/time.ts'

/** Ce que montrent plusieurs vagues ensemble, en français. */
export const timeFr: typeof timeEn = {
  change: {
    steps: 'D’une vague à l’autre',
    tableNames: {
      'waves.csv': 'les vagues, et ce que chacune a vu',
      'series.csv': 'les mesures principales de chaque vague',
      'steps.csv': 'ce que sont devenus les liens, pas à pas',
      'survival.csv': 'combien de temps durent les liens',
      'tests.csv': 'si des liens de sortes différentes durent différemment',
      'communities.csv': 'les communautés d’une vague à l’autre',
      'gatekeepers.csv': 'les portiers d’une vague à l’autre',
      'arrivals.csv': 'les premières citations par-delà la frontière',
    },
    wave: 'Vague',
    day: 'Jour',
    waves: count =>
      p`Le corpus compte ${count} vagues. Chacune est un réseau à part : ce que portent les pages lues alors.`,

    allLinks: p`Ce qui suit porte sur tous les hyperliens, quelle que soit la date de leur page.`,
    allTies: p`Ce qui suit porte sur tous les liens, quel que soit le jugement des codeurs.`,
    wavesTable: 'Les vagues',
    readSites: 'Sites lus',
    unreadSites: 'Sites non lus',

    series: 'Les mesures de chaque vague',
    seriesLead: p`Entre crochets, l’intervalle où tombent 95 valeurs sur 100 quand les sites sont tirés de nouveau, avec remise, les mêmes dans toutes les vagues (Snijders & Borgatti 1999). Une vague qui lit moins de sites ou de pages paraît différente sans que rien n’ait changé. Les mesures sont donc données deux fois : sur le réseau de chaque vague, puis sur ce que toutes les vagues ont regardé.`,
    scopes: {
      wave: 'Sur le réseau de chaque vague',
      panel: 'Sur les sites lus par toutes les vagues, sans les liens que l’une d’elles n’a pas regardés',
    },
    within: (value, low, high) =>
      low === null || high === null
        ? p`${fixed(value, 3)}`
        : p`${fixed(value, 3)} [${fixed(low, 3)} ; ${fixed(high, 3)}]`,
    outDegree: 'Liens par site lu',
    moved: (measure, from, to, change, low, high) =>
      p`${measure} : de ${from} à ${to}, la mesure change de ${fixed(change, 3)} [${fixed(low, 3)} ; ${fixed(high, 3)}], sur ce que toutes les vagues ont regardé. L’intervalle exclut 0.`,
    nothingMoved: p`Sur ce que toutes les vagues ont regardé, aucune mesure ne change d’une vague à la suivante au point que son intervalle exclue 0 : ces données ne distinguent pas le mouvement du choix des sites.`,

    seriesFigure:
      'Indice E-I (disques) et asymétrie (carrés) sur ce que toutes les vagues ont regardé ; les barres sont les intervalles. Les vagues sont placées à leur jour.',

    from: 'De',
    to: 'À',
    edges: 'Liens',
    observed: 'Paires regardées dans les deux',
    jaccard: 'Jaccard',
    hamming: 'Changés (Hamming)',
    unknown: 'Inconnus',
    groups: { all: 'tous', home: 'internes à un pays', abroad: 'par-delà les frontières' },
    stepsNote: p`Jaccard est la part des liens présents dans les deux vagues parmi ceux présents dans l’une au moins, sur les paires de sites que toutes deux ont regardées ; les liens dont on ne sait rien sont laissés de côté et comptés dans la dernière colonne. À partir de 0,3, deux vagues se ressemblent assez pour modéliser le changement ; sous 0,2 c’est difficile, sauf si le réseau grandit (manuel de RSiena).`,

    survival: 'Combien de temps durent les liens',
    survivalLead: p`Le temps court depuis la première observation. On ne sait d’une fin que ceci : elle tombe entre le dernier regard qui a vu le lien et le premier qui ne l’a plus vu. L’estimation pour de tels intervalles est celle de Turnbull (1976), dont les marches ne disent rien de plus ; celle de Kaplan et Meier, qui met chaque fin au milieu, est donnée à côté et biaisée quand les vagues sont éloignées. Ce que personne n’a regardé de nouveau ne finit rien : c’est censuré.`,
    kind: 'Liens',
    all: 'tous',
    number: 'Nombre',
    ended: 'Dont la fin a été vue',
    old: 'D’âge inconnu',
    between: 'Jours',
    stretch: (after, by) => (after === null || by === null ? [] : p`${after} à ${by}`),
    survives: 'Encore là (Turnbull)',
    kaplanMeier: 'Encore là (Kaplan–Meier)',
    zone: name => `hyperliens dans : ${name}`,
    test: (what, pv, z, pAll, permutations) =>
      pv === null
        ? p`${what} : aucun site citant n’a de liens de plusieurs sortes ; rien ne peut être comparé à l’intérieur des sites.`
        : p`${what} : p = ${pValue(pv)} quand les sortes sont redistribuées parmi les liens de chaque site citant${pAll === null ? [] : p`, ${pValue(pAll)} parmi tous`}${permutations === null ? [] : p` (${permutations} tirages)`}${z === null ? [] : p` ; log-rank pour intervalles, z = ${fixed(z, 2)}`}.`,
    tests: { border: 'Internes à un pays ou par-delà les frontières', zone: 'Selon la place dans la page' },
    testNote: p`Le test est le log-rank de Sun pour intervalles (Fay & Shaw 2010). Les liens d’un site vivent et meurent ensemble, quand il est refait : le premier p en tient compte, le second non. Un site compte à plusieurs places de la page avec des hyperliens différents.`,

    communities: 'Les communautés suivies',
    communitiesLead: threshold =>
      p`Les communautés sont cherchées dans chaque vague pour elle-même et comparées à ce qu’étaient les précédentes quand on les a vues la dernière fois : se ressemblent celles qui partagent plus de ${threshold} de leurs sites (Jaccard), comptés parmi les sites lus dans les deux vagues (Greene, Doyle & Cunningham 2010). Un numéro reste à ce qui continue.`,
    community: 'Communauté',
    event: 'Ce qu’elle devient',
    like: 'Comme',
    overlap: 'Part commune',
    size: 'Sites',
    names: 'Parmi eux',
    events: {
      first: 'vue dans la première vague',
      born: 'née',
      continues: 'continue',
      split: 'détachée',
      merged: 'fusionnée',
      returns: 'revient',
      gone: 'disparue',
      away: 'pas vue dans cette vague',
      unknown: 'inconnu : trop peu de ses sites ont été lus',
    },
    noCommunities: p`Aucune vague n’a de communauté de deux sites ou plus.`,

    gatekeepers: 'Les portiers entre pays',
    gatekeepersLead: p`Un portier (gatekeeper) est cité de l’étranger et cite à son tour dans son pays, où ceux de l’étranger ne citent pas (Gould & Fernandez 1989) ; ces chemins ouverts sont comptés. Un site l’est devenu, ou a cessé de l’être, seulement si l’on sait que chacun de ses chemins manque dans l’autre vague : sinon, c’est inconnu.`,
    site: 'Site',
    becomes: 'Ce qu’il devient',
    before: 'Chemins avant',
    after: 'Chemins après',
    becoming: { became: 'l’est devenu', stayed: 'l’est resté', stopped: 'a cessé', unknown: 'inconnu' },
    noGatekeepers: p`Aucun site n’est portier dans aucune vague.`,
    more: (count, command) => p`Ce sont les premières ; ${command} donne les ${count} lignes.`,

    arrivals: (cited, citing) => `Qui cite le premier : sites ${cited}, par les sites ${citing}`,
    arrivalsLead: p`Les places ne comptent que ceux qui sont sûrement venus avant : ce que deux regards n’ont pas distingué a la même place. Une arrivée sans début était là quand on a regardé pour la première fois. La date que la page citante donne d’elle-même remplace les vagues là où elle est antérieure et qu’aucune ne la contredit ; son lien peut être plus récent qu’elle.`,
    cited: 'Cité',
    place: 'Place',
    citing: 'Citant',
    came: 'Arrivée',
    cameBetween: (after, by) =>
      after === '' ? `au plus tard le ${by}, on ne sait depuis quand` : `après le ${after}, au plus tard le ${by}`,
    cameOn: (first, last) => (first === last ? `le ${first}` : `entre le ${first} et le ${last}, compris`),
    origin: 'Connue par',
    ofWaves: 'les vagues',
    ofPage: origin => `la date de la page (${origin})`,
    noArrivals: p`Aucune vague n’a vu de telle citation.`,
    vendors: p`Seuls les éditeurs de logiciels comptent parmi les cités.`,
    shareOf: (value, low, high) =>
      low === null || high === null ? p`${share(value)}` : p`${share(value)} [${share(low)} ; ${share(high)}]`,

    dates: 'De quand les pages se disent écrites',
    datesLead: (dated, read, part) =>
      p`${dated} des ${read} pages lues (${share(part)}) donnent une date. Seuls les liens dans le corps de celles-là peuvent être datés (${code('analyse --written')}) ; tous les autres sont sans date. Ce qui survit du passé n’est pas le passé : les pages effacées et les liens retirés ne disent rien.`,
    originCount: (origin, pages) => p`${origin} ${pages}`,
    originList: origins => p`Où se trouve la date : ${origins}.`,
    datedYears: 'Les pages selon l’année qu’elles donnent',
    datedSites: 'Les sites selon la part de leurs pages qui donnent une date',
    year: 'Année',
    pagesDated: 'Pages datées',
    pagesRead: 'Pages lues',
    shareDated: 'Part datée',
    pastBeside: 'Ce qu’ont vu les vagues d’avant, à côté de ce que disent encore les pages datées',
    matterTies: 'Liens dans le corps des pages, vus alors',
    writtenTies: 'Liens dans des pages de la dernière vague, datées d’alors au plus tard',
    bothTies: 'Dans les deux',
    survivesNote: p`Un lien de la deuxième colonne seule n’a pas été regardé alors, ou a été écrit plus tard que sa page ; un lien de la première seule est perdu pour qui lit les dates aujourd’hui.`,
    graphOf: range =>
      p`Ce réseau est celui des hyperliens dans le corps de pages qui donnent une date dans ${code(range)}. Tous les autres sont laissés de côté : ceux de pages sans date, d’autres dates, dans les gabarits et les commentaires. Que deux sites n’y soient pas liés ne dit rien d’autres temps.`,
  },
}
