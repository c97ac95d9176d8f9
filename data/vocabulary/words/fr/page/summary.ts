import type { summaryEn } from '#data/vocabulary/words/en/page/summary.ts'
import { counted } from '#data/vocabulary/words/counted.ts'

const site = counted('fr', { one: '# site', other: '# sites' })

export const summaryFr: typeof summaryEn = {
  summaryTitle: 'Ce que la collecte a donné',
  summaryWhen: (from, to) => `Elle a duré du ${from} au ${to}.`,
  summaryWhenShort: (from, duration) => `Elle a eu lieu le ${from}, en ${duration}.`,
  summaryCut: (from, to) => `Commencée le ${from}, elle a été interrompue vers le ${to}.`,
  inSeconds: counted('fr', { one: '# seconde', other: '# secondes' }),
  inMinutes: counted('fr', { one: '# minute', other: '# minutes' }),
  summaryEnds: {
    done: when => `${when} Elle est allée à son terme.`,
    paused: when => `${when} Elle a été suspendue. Reprendre ne perd rien.`,
    cut: when =>
      `${when} L’ordinateur ou le programme s’est arrêté. Ce qui a été lu est gardé ; reprendre ne perd rien.`,
    failed: when => `${when} Elle s’est arrêtée sur une erreur. Ce qui a été lu est gardé ; reprendre ne perd rien.`,
    'nothing-read': when =>
      `${when} Rien n’a pu être lu. Cet ordinateur est-il connecté ? Une fois qu’il l’est, reprendre redemande tout.`,
  },
  summaryRead: (pages, sites) => `${pages}, de ${sites}.`,
  summaryTexts: kept => `Les textes des pages sont gardés : ${kept}.`,
  summaryPending: pages => `En attente : ${pages}.`,
  summaryGap: (from, to) => `Le réseau a manqué du ${from} au ${to} ; puis la collecte a repris.`,
  summaryGapOpen: from => `Le réseau a manqué à partir du ${from}, jusqu’à l’arrêt de la collecte.`,
  summaryUnread: sites => `Rien n’a été lu de ${site(sites)}`,
  summaryUnreadLine: (sites, cause) => `${site(sites)}, page d’accueil : ${cause}.`,
  summaryAdvice: {
    look: 'Ouvrez-en un dans votre navigateur : vous montre-t-il une page ?',
    address: 'Vérifiez l’adresse : a-t-elle changé, ou la liste a-t-elle une coquille ?',
    later: 'Réessayez plus tard : reprendre demande ce qui attend, une nouvelle vague redemande tout.',
    respect: 'Son responsable n’y veut pas de robots : c’est respecté. Dites-le dans votre méthode.',
    limit: 'Augmentez la limite sous « Collecte » si vous voulez aller plus loin.',
    password: 'Seuls ses membres le voient : mettez-le « hors », ou dites-le dans votre méthode.',
  },
  summaryExamples: 'À regarder :',
  summaryCited: 'Nouveau : cités par plusieurs de vos sites, jamais examinés',
  summaryCitedLine: citers => `cité par ${site(citers)}`,
  summaryReview: 'Les examiner',
  summaryMap: 'Voir la carte',
  summaryGoOn: 'Reprendre la collecte',
  summaryAnalyse: 'Analyser',
  summaryAgain: 'Ce que la collecte a donné',
}
