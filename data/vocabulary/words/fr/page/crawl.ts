import type { crawlEn } from '#data/vocabulary/words/en/page/crawl.ts'

export const crawlFr: typeof crawlEn = {
  notAnalysed:
    'Pas encore analysé : il n’y a pas de communautés, et les places sont provisoires. Analysez-le sous « Collecte », ou lancez ./toile analyse.',
  crawlTitle: 'Collecte',
  neverCrawled: 'Ce corpus n’a jamais été collecté.',
  crawlAtWork: (rate, left) => `En cours : ${rate} pages par seconde ; environ ${left} pour ce qui attend.`,
  crawlStopped: pages => `Arrêtée ; ${pages} pages attendent. Reprendre ne perd rien.`,
  crawlDone: date => `Terminée, ${date}.`,
  crawlReadNothing: 'Rien n’a pu être lu. Cet ordinateur est-il connecté ? Reprendre redemande tout.',
  crawlCost: (pages, time, megabytes) =>
    `Au plus ${pages} : environ ${time} et ${megabytes} Mo. Ce que les sites n’ont pas ne coûte rien.`,
  jobLines: 'Ce que la commande a dit (en anglais)',
  duration: { h: 'h', min: 'min', s: 's' },
  crawlEntities: 'Sites',
  crawledEntities: (done, running, waiting) => `${done} finis, ${running} en cours, ${waiting} en attente`,
  crawlAsk: 'Que faire',
  crawlElsewhere:
    'La dernière collecte a été faite ailleurs, ou sa liste n’est plus là : donnez une liste et votre propre contact. Des réglages du corpus, seule l’étendue est reprise.',
  crawlFirst: 'Commencer la collecte',
  crawlFirstHint:
    'Elle visite les sites d’une liste, sans les gêner, et garde chaque hyperlien avec sa page, sa phrase et sa date.',
  seedsPaste: 'Liste de départ : collez des adresses, une par ligne, ou un tableau avec en-tête et une colonne url',
  seedsFile: 'ou choisissez un fichier CSV',
  seedsOf: file => `La liste est lue dans ${file}.`,
  seedsPasteInstead: 'La coller plutôt',
  pastedList: 'liste',
  seedsFound: sites => `${sites} dans cette liste.`,
  seedsRefused: mistakes =>
    `Cette liste ne convient pas encore : ${mistakes === 1 ? 'une erreur' : `${mistakes} erreurs`}. Rien n’est perdu.`,
  seedsMore: lines => (lines === 1 ? 'et 1 autre' : `et ${lines} autres`),
  seedsStates: {
    reading: 'Lecture de la liste…',
    'too-large': 'Cette liste est trop longue pour la page : lancez la collecte en ligne de commande.',
    lost: 'La liste n’a pas pu être lue. Choisissez à nouveau le fichier, ou relancez ./toile view.',
  },
  crawlContact: 'Contact : une adresse électronique ou une adresse web à vous',
  crawlContactHint: 'Chaque requête le porte, pour que les personnes visitées puissent demander et s’opposer.',
  crawlManners:
    'Une requête à la fois par site, une seconde après chaque réponse ; robots.txt est respecté. La liste est gardée à côté du corpus.',
  crawlStart: 'Lancer la collecte',
  crawlRefused: {
    contact: 'Ce contact n’est ni une adresse électronique ni une adresse http(s).',
    seeds: 'Cette liste ne convient pas telle quelle.',
    folder: 'La liste n’a pas pu être gardée à côté du corpus : le dossier n’est pas accessible en écriture.',
  },
  crawlSender: contact => `Les requêtes portent le contact ${contact}.`,
  crawlDepth: 'Clics depuis l’accueil',
  crawlMaxPages: 'Pages par site',
  crawlGo: 'Reprendre',
  crawlPause: 'Suspendre',
  crawlWave: 'Nouvelle vague, p. ex. 2027-03',
  crawlAgain: 'Revisiter',
  analyseNow: 'Analyser',
  jobs: { crawl: 'La collecte', analyse: 'L’analyse', import: 'L’importation', demo: 'La démonstration' },
  jobRunning: {
    crawl: 'La collecte est en cours.',
    analyse: 'L’analyse est en cours.',
    import: 'L’importation est en cours.',
    demo: 'La démonstration est collectée et analysée : une demi-minute environ.',
  },
  jobEnded: (job, exit) =>
    exit === 0 ? `${job} est terminée.` : exit === 130 ? `${job} a été arrêtée.` : `${job} a échoué (${exit}).`,
  jobBusy: 'Une autre commande est en cours.',
  jobRefused: 'Cela ne peut pas être lancé d’ici.',
  crawlCauses: 'Non lues, par cause',
  withDetail: (cause, detail) => (detail === '' ? cause : `${cause} (${detail})`),
  causeOf: (cause, count) => `${cause} : ${count}`,
  crawlHosts: 'Plus longues files',
}
