import type { InventedCapture } from './invented-replay.ts'

const page = (title: string, ...links: string[]): string =>
  `<!doctype html><html lang="fr"><title>${title}</title><body><main><h1>${title}</h1><p>Page inventée pour Toile.</p>${links
    .map(link => `<p>Une phrase sur <a href="http://${link}/">${link}</a>, parmi d’autres.</p>`)
    .join('')}</main></body></html>`

/** The captures of a site, by day; each a page with these links, or a status. */
const site = (host: string, days: Readonly<Record<string, readonly string[] | number>>): InventedCapture[] =>
  Object.entries(days).map(([day, found]) => ({
    digits: `${day.replaceAll('-', '')}120000`,
    url: `http://${host}/`,
    ...(typeof found === 'number' ? { status: found, body: 'none' } : { body: page(host, ...found) }),
  }))

/**
 * An invented archive of seven sites over three elections, with gaps: one is renamed, and its domain taken by others; one is born, one ends,
 * a blog's list of sites shrinks, and one is not archived in 2017.
 */
export const threeElections: readonly InventedCapture[] = [
  ...site('strategie.example', {
    '2012-04-02': ['precinct.example'],
    '2017-03-20': ['casino.example', 'precinct.example'],
    '2022-04-01': ['casino.example'],
  }),
  // Others had the new address before.
  ...site('palier.example', {
    '2012-05-01': ['doors.example'],
    '2017-05-02': ['turnout.example'],
    '2022-03-30': ['precinct.example'],
  }),
  ...site('urne.example', {
    '2012-04-20': ['carnet.example'],
    '2015-01-10': ['carnet.example'],
    '2022-04-11': ['palier.example', 'strategie.example'],
  }),
  ...site('carnet.example', {
    '2012-04-21': ['strategie.example', 'precinct.example', 'doors.example', 'urne.example'],
    '2017-04-20': ['palier.example', 'precinct.example', 'turnout.example'],
    '2022-04-09': ['palier.example'],
  }),
  ...site('precinct.example', { '2012-03-11': ['doors.example'], '2017-06-01': ['turnout.example'], '2022-04-10': 503 }),
  ...site('turnout.example', { '2017-04-01': [], '2022-04-02': ['precinct.example'] }),
  ...site('doors.example', { '2012-04-22': [] }),
]
