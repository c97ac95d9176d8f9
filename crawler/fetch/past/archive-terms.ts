/** What an archive asks of those who read it, as far as it was found. */
export interface ArchiveTerms {
  /** As --from names it. */
  readonly archive: string
  readonly asks: string
  /** Where it says so. */
  readonly source: string
  /** `read`: a stored copy of that page; `quoted`: what others say of it, or cite from it; `nothing`: looked for, and not found. */
  readonly seen: 'read' | 'quoted' | 'nothing'
}

/**
 * Looked for on 30 November 2026 in stored copies of public pages, since no archive is reached from where this is written: terms change, and whoever
 * asks an archive reads its own page. METHOD.md has the same rows.
 */
export const archiveTerms: readonly ArchiveTerms[] = [
  {
    archive: 'wayback',
    asks: 'for scholarship and research; nothing personal is collected about anybody; a program names itself and who runs it, waits between requests and heeds 429 and Retry-After',
    source: 'https://archive.org/about/terms.php, https://archive.org/developers/bots.html',
    seen: 'quoted',
  },
  {
    archive: 'arquivo',
    asks: 'at most 250 requests a minute to the index and 400 to mementos; who asks more is shut out for good; for whole sites, its index files first',
    source: 'https://github.com/arquivo/pwa-technologies/wiki/APIs (January 2025)',
    seen: 'read',
  },
  {
    archive: 'archive-it',
    asks: 'the terms of the Internet Archive; a collection may be closed by who keeps it',
    source: 'http://archive-it.org/public/faq',
    seen: 'read',
  },
  {
    archive: 'vefsafn',
    asks: 'open to the world, but for sites that are paid for and those closed on request; of programs nothing was found',
    source: 'https://dhnb.eu/projects/the-icelandic-web-archive',
    seen: 'quoted',
  },
  {
    archive: 'estonia',
    asks: 'open are sites of public bodies and those whose owners agreed; all else is read in the library',
    source: 'https://www.nlib.ee/et/veebiarhiiv',
    seen: 'read',
  },
  {
    archive: 'australia',
    asks: 'no terms of the web archive were found; some who asked its index in 2026 met a test for robots',
    source: 'https://webarchive.nla.gov.au/',
    seen: 'nothing',
  },
  {
    archive: 'newzealand',
    asks: 'open are sites that were chosen one by one; of programs nothing was found',
    source: 'https://loc.gov/law/help/digital-legal-deposit/new-zealand.php',
    seen: 'quoted',
  },
  {
    archive: 'ukwa',
    asks: 'what came by legal deposit is read in the libraries alone; of programs nothing was found',
    source: 'https://nls.uk/guides/publishers/web-harvesting',
    seen: 'quoted',
  },
  {
    archive: 'ukgwa',
    asks: 'a program names itself; who asks for very many pages in a short time may be shut out (written for nationalarchives.gov.uk as a whole)',
    source: 'https://www.nationalarchives.gov.uk/legal/fair-use-policy/',
    seen: 'read',
  },
  {
    archive: 'stanford',
    asks: 'pages are shown six months after they were gathered; of readers and programs nothing was found',
    source: 'https://library.stanford.edu/projects/web-archiving/policy',
    seen: 'read',
  },
  {
    archive: 'canada',
    asks: 'what the government made may be reproduced unchanged for other than commercial ends, with title, author and source',
    source: 'https://library-archives.canada.ca/eng/Pages/terms-conditions.aspx',
    seen: 'read',
  },
  {
    archive: 'loc',
    asks: 'sites whose owners did not agree are read in its buildings alone; of programs nothing was found',
    source: 'https://www.loc.gov/programs/web-archiving/for-site-owners/frequently-asked-questions/',
    seen: 'read',
  },
  {
    archive: 'commoncrawl',
    asks: 'slower at any 4xx or 5xx, at most one try a second after a 503; the terms of the sites hold, and what is taken is not published anew beyond fair use',
    source: 'https://status.commoncrawl.org/, https://commoncrawl.org/terms-of-use',
    seen: 'quoted',
  },
]

/** One sentence for whoever begins to ask it; null: it is none of the table. */
export function sayTerms(name: string): string | null {
  const known = archiveTerms.find(({ archive }) => archive === name)
  return known === undefined
    ? null
    : `${name} asks of its readers, as far as was found: ${known.asks} (${known.source}). Its own page counts.`
}
