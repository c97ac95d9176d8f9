import type { StudyWords } from '../study-words.ts'

export const studyFr: StudyWords = {
  zones: {
    content: 'contenu',
    nav: 'navigation',
    header: 'en-tête',
    footer: 'pied de page',
    sidebar: 'colonne latérale',
    blogroll: 'blogroll',
    comment: 'commentaires',
    other: 'ailleurs',
  },
  pageStates: {
    fetched: 'lues',
    redirected: 'redirigées',
    failed: 'en échec',
    excluded: 'écartées',
    pending: 'en attente',
  },
  codes: {
    recognition: 'reconnaissance',
    affiliation: 'affiliation',
    dismissal: 'rejet',
    credit: 'crédit',
    other: 'autre',
  },
}
