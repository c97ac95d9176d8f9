import type { termsEn } from '#data/vocabulary/words/en/page/terms.ts'

export const termsFr: typeof termsEn = {
  statuses: { IN: 'retenu', OUT: 'écarté', UNDECIDED: 'indécis', DISCOVERED: 'découvert' },
  pagesInState: state => `Pages ${state}`,
  kinds: {
    agency: 'agence',
    software: 'logiciel',
    party: 'parti',
    'think-tank': 'think tank',
    media: 'média',
    research: 'recherche',
    person: 'personne',
    'civic-tech': 'civic tech',
    activism: 'militantisme',
    campaign: 'campagne',
    government: 'administration',
    investor: 'investisseur',
  },
  columns: {
    community: 'Communauté',
    country: 'Pays',
    kind: 'Type',
    status: 'Statut',
    degree: 'Liens',
    in_degree: 'Sites qui le citent',
    out_degree: 'Sites qu’il cite',
    pages_fetched: 'Pages lues',
    pagerank: 'PageRank',
    betweenness: 'Intermédiarité',
    hub: 'Pivot (hub)',
    authority: 'Autorité',
  },
}
