import type { crawlEn } from '../en/crawl.ts'

export const crawlFr: typeof crawlEn = {
  notAnalysed:
    'Pas encore analysé : il n’y a pas de communautés, et les places sont provisoires. Analysez-le sous « Collecte », ou lancez ./toile analyse.',
  crawlTitle: 'Collecte',
  neverCrawled: 'Ce corpus n’a jamais été collecté.',
  crawlAtWork: (rate, left) => `En cours : ${rate} pages par seconde ; environ ${left} pour ce qui attend.`,
  crawlStopped: pages => `Arrêtée ; ${pages} pages attendent. Reprendre ne perd rien.`,
  crawlDone: date => `Terminée, ${date}.`,
  duration: { h: 'h', min: 'min', s: 's' },
  crawlEntities: 'Sites',
  crawledEntities: (done, running, waiting) => `${done} finis, ${running} en cours, ${waiting} en attente`,
  crawlAsk: 'Que faire',
  crawlElsewhere:
    'La liste de départ de ce corpus n’est pas sur cette machine : lancez la collecte en ligne de commande.',
  crawlSender: contact => `Les requêtes portent le contact ${contact}.`,
  crawlDepth: 'Clics de profondeur',
  crawlMaxPages: 'Pages par site',
  crawlGo: 'Reprendre',
  crawlPause: 'Suspendre',
  crawlWave: 'Nouvelle vague, p. ex. 2027-03',
  crawlAgain: 'Revisiter',
  analyseNow: 'Analyser à nouveau',
  jobs: { crawl: 'La collecte', analyse: 'L’analyse' },
  jobRunning: { crawl: 'La collecte est en cours.', analyse: 'L’analyse est en cours.' },
  jobEnded: (job, exit) =>
    exit === 0 ? `${job} est terminée.` : exit === 130 ? `${job} a été arrêtée.` : `${job} a échoué (${exit}).`,
  jobBusy: 'Une autre commande est en cours.',
  jobRefused: 'Cela ne peut pas être lancé d’ici.',
  crawlCauses: 'Non lues, par cause',
  crawlHosts: 'Plus longues files',
}
