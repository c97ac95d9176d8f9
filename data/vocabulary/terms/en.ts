import type { Terms } from './terms.ts'

export const studyEn: Terms = {
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
