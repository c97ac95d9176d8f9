import { counted } from '#data/vocabulary/words/counted.ts'
import type { frameEn } from '#data/vocabulary/words/en/page/frame.ts'

const site = counted('fr', { one: '# site', other: '# sites' })
const tie = counted('fr', { one: '# lien', other: '# liens' })
const page = counted('fr', { one: '# page', other: '# pages' })
const link = counted('fr', { one: '# hyperlien', other: '# hyperliens' })

export const frameFr: typeof frameEn = {
  language: 'Français',
  sites: site,
  ties: tie,
  pages: page,
  links: link,
  pagesReadOf: counted('fr', { one: '# page lue', other: '# pages lues' }),

  loading: 'Lecture de l’étude…',
  failed: 'La carte n’a pas pu être lue.',
  partFailed: 'Cette partie n’a pas pu être lue.',
  failedNext: 'Toile ne répond pas. Relancez le programme, puis rechargez cette page.',
  reload: 'Recharger',
  emptyTitle: 'Il n’y a pas encore de carte',
  emptyNext: 'Une collecte le remplit :',
  emptyNoSites: 'Cette étude ne contient aucun site retenu : il n’y a rien à dessiner.',

  mapCaptions: {
    ties: 'Un point est un nœud du fichier. Une ligne est un lien du fichier, sans direction.',
    links: 'Un point est un site. Un lien va du site qui cite (bout large) au site cité (bout fin).',
    'co-citation': 'Un point est un site. Un lien joint deux sites que d’autres citent ensemble.',
    coupling: 'Un point est un site. Un lien joint deux sites qui citent les mêmes autres.',
    similar: 'Un point est un site. Un lien joint deux sites qui disent les mêmes mots.',
  },
  crawledOn: (dates, pages) => `Collecte : ${dates}, ${pages}.`,
  madeWith: (version, date) => `Toile ${version}${date && `, analyse du ${date}`}.`,
  importedMap: file =>
    `Positions et mesures viennent de ${file}. « Analyser », sous « Outils », les calcule à partir des liens.`,
  imported: file => `Réseau importé, ${file}.`,
  stale: 'Des pages ont été lues après cette analyse. « Analyser », sous « Outils », met la carte à jour.',
  crawlRunning: 'Une collecte est en cours : les chiffres augmentent pendant que vous regardez.',
  crawlShare: (share, of) =>
    `Ceci est la part ${share} sur ${of} (comptées depuis 0) d’une collecte : les autres sites de la liste n’ont pas été visités ici. L’étude est ce que « toile merge » fait de toutes les parts.`,

  search: 'Chercher un site',
  searchWords: query => `Chercher « ${query} » dans les textes des hyperliens et les titres des pages`,
  searchTitle: 'Textes des hyperliens et titres des pages',
  searchAtLeast: ties => `Au moins ${ties} avec ces mots ; le compte entier est en cours.`,
  atLeast: amount => `au moins ${amount}`,
  pagesSayTitle: 'Les sites dont les pages le disent',
  pagesSayIt: (pages, sites) => `${pages}, ${sites}, selon la dernière lecture`,
  pagesSayNot: 'Aucune page dont le texte est gardé n’a ces mots.',
  searchFound: ties => `${ties} avec ces mots`,
  searchResults: count =>
    count === 0 ? 'Aucun site trouvé' : count === 1 ? '1 site trouvé' : `${site(count)} trouvés`,
  noResult: query => `Aucun site ne s’appelle « ${query} ».`,

  screens: 'Vues',
  screenNames: { map: 'Carte', both: 'Carte et tableau', table: 'Tableau', matrix: 'Matrice', change: 'Évolution' },
  languages: 'Langue',
  skipToPanel: 'Aller au panneau de lecture',

  panel: 'Panneau de lecture',
  panelHigher: 'Agrandir le panneau',
  panelLower: 'Réduire le panneau',
  tabAbout: 'Aperçu',
  tabFilters: 'Filtrer',
  tabReview: 'Examiner',
  tabCrawl: 'Collecte',
  tabPublish: 'Publier',
  serverLost: 'Toile ne répond plus. Ce que vous voyez est peut-être ancien ; relancez le programme.',
  pageBroken: 'Quelque chose a échoué dans cette page.',
  pageBrokenNext:
    'L’étude est intacte. Rechargez la page ; si elle échoue encore, ouvrez-la sans ce qui suit # dans son adresse.',
}
