import { languages } from '#data/vocabulary/languages.ts'
import { type PageAbout, pictureAddress } from './page-about.ts'
import { pictureSize } from './preview-picture.ts'
import type { StudyAuthor } from './study-about.ts'

/** Text in an attribute or between tags. Controls, which no page may hold, become spaces. */
export const inMarkup = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const nameOf = (author: StudyAuthor): string =>
  'name' in author ? author.name : [author.family, author.given].filter(part => part !== '').join(', ')

type Meta = readonly [name: string, content: string]

/** For Zotero and Google Scholar: Highwire Press tags. */
const highwire = ({ title, authors, date, doi, address }: PageAbout): Meta[] => [
  ['citation_title', title],
  ...authors.map((author): Meta => ['citation_author', nameOf(author)]),
  ['citation_publication_date', date.replaceAll('-', '/')],
  ['citation_doi', doi],
  ['citation_public_url', address],
]

/** DCMI terms as HTML writes them (DC-HTML). */
const dublinCore = ({
  title,
  description,
  authors,
  date,
  edition,
  doi,
  address,
  license,
  version,
}: PageAbout): Meta[] => [
  ['DC.title', title],
  ...authors.map((author): Meta => ['DC.creator', nameOf(author)]),
  ['DC.date', date],
  ['DC.description', description],
  ['DC.type', 'InteractiveResource'],
  ['DC.format', 'text/html'],
  ...languages.map((language): Meta => ['DC.language', language]),
  ['DC.identifier', doi === '' ? address : `doi:${doi}`],
  ['DCTERMS.hasVersion', edition],
  ['DC.rights', license],
  ['generator', `Toile ${version}`],
]

/** What is shown of a link to the page. */
const openGraph = (about: PageAbout): Meta[] => {
  const picture = pictureAddress(about)
  return [
    ['og:type', 'website'],
    ['og:title', about.title],
    ['og:description', about.description],
    ['og:url', about.address],
    ['og:image', picture],
    ['og:image:type', picture && 'image/png'],
    ['og:image:width', picture && String(pictureSize.width)],
    ['og:image:height', picture && String(pictureSize.height)],
    ['og:image:alt', picture && about.title],
  ]
}

/** Metadata of the page's head, a line each; what isn't known has none. */
export function pageMetas(about: PageAbout): string {
  const lines = (attribute: 'name' | 'property', metas: readonly Meta[]): string[] =>
    metas
      .filter(([, content]) => content !== '')
      .map(([name, content]) => `<meta ${attribute}="${name}" content="${inMarkup(content)}">`)
  return [
    ...lines('name', [['description', about.description], ...highwire(about), ...dublinCore(about)]),
    ...lines('property', openGraph(about)),
    ...lines('name', [['twitter:card', pictureAddress(about) && 'summary_large_image']]),
    ...(about.address === '' ? [] : [`<link rel="canonical" href="${inMarkup(about.address)}">`]),
    '',
  ].join('\n')
}
