import type { StudyWords } from '../study-words.ts'

export const studyEn: StudyWords = {
  zones: {
    content: 'content',
    nav: 'navigation',
    header: 'header',
    footer: 'footer',
    sidebar: 'side column',
    blogroll: 'blogroll',
    comment: 'comments',
    other: 'elsewhere',
  },
  pageStates: { fetched: 'read', redirected: 'redirected', failed: 'failed', excluded: 'left out', pending: 'waiting' },
  codes: {
    recognition: 'recognition',
    affiliation: 'affiliation',
    dismissal: 'dismissal',
    credit: 'credit',
    other: 'other',
  },
}
