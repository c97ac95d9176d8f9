import { isAbsolute } from 'node:path'
import { Mistake } from '#data/mistake.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { storyParts } from '#data/vocabulary/story-text.ts'
import type { PublishedData } from '../protocol/published.ts'
import { licenseOf, readAuthor, type StudyAuthor } from './study-about.ts'

/** What a published page says of itself to those who cite it or show a link to it. */
export interface PageAbout {
  readonly title: string
  readonly description: string
  readonly authors: readonly StudyAuthor[]
  /** ISO 8601, a day; empty: not known. */
  readonly date: string
  /** Of what is published, in its authors' words; empty: none. */
  readonly edition: string
  /** '10.5281/zenodo.1'; empty: none. */
  readonly doi: string
  /** Where the page will be found; empty: not known. */
  readonly address: string
  /** Page of the license; empty: none named. */
  readonly license: string
  /** Of Toile. */
  readonly version: string
}

export interface AboutOptions {
  readonly pageTitle?: string
  readonly author?: readonly string[]
  readonly license?: string
  readonly doi?: string
  readonly edition?: string
  readonly address?: string
}

/** @throws Mistake for what can't be a DOI, or an address on the Web. */
export function pageAbout(
  { map, stories = [], title = '', evidence }: Pick<PublishedData, 'map' | 'stories' | 'title' | 'evidence'>,
  options: AboutOptions,
  date: string,
): PageAbout {
  return {
    title: title || (stories[0] && firstOf(stories[0].story.title)) || map.corpus.title || 'Toile',
    description: toldBy(stories) || descriptionOf(map, evidence !== null),
    authors: [...new Set((options.author ?? []).map(name => name.trim()).filter(name => name !== ''))].map(readAuthor),
    date,
    edition: (options.edition ?? '').trim(),
    doi: readDoi(options.doi ?? ''),
    address: readPublicAddress(options.address ?? ''),
    license: options.license === undefined ? '' : (licenseOf(options.license).url ?? ''),
    version: map.corpus.version,
  }
}

const firstOf = (text: Readonly<Record<string, string>>): string =>
  languages.map(language => text[language] ?? '').find(said => said !== '') ?? ''

const mostDescription = 300

function descriptionOf({ ids, ties, ofFile, undirected }: PublishedData['map'], hasLinks: boolean): string {
  const count = ties.source.length
  if (ofFile) return `${ids.length} nodes, ${count} ties between them${undirected ? ', without directions' : ''}.`
  return `${ids.length} sites, ${count} ties between them: who cites whom${hasLinks ? ', with the hyperlinks' : ''}.`
}

/** What the first story begins with, without its links; empty: there is none. */
function toldBy(stories: NonNullable<PublishedData['stories']>): string {
  const told = firstOf(stories[0]?.story.steps[0]?.text ?? {})
  const plain = storyParts(told)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > mostDescription ? `${plain.slice(0, mostDescription - 1)}…` : plain
}

/** A DOI as people paste it, without its resolver. Crossref's pattern of modern DOIs. */
function readDoi(text: string): string {
  const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')
  if (doi !== '' && !/^10\.\d{4,9}\/[^\s"<>]{1,300}$/.test(doi))
    throw new Mistake(`--doi: '${text}' found, expected a DOI such as 10.5281/zenodo.1234567`)
  return doi
}

function readPublicAddress(text: string): string {
  if (text.trim() === '') return ''
  const isWeb = URL.canParse(text.trim()) && ['http:', 'https:'].includes(new URL(text.trim()).protocol)
  if (!isWeb || isAbsolute(text))
    throw new Mistake(
      `--address: '${text}' found, expected where the page will be, such as https://example.org/map.html`,
    )
  const address = new URL(text.trim())
  address.hash = ''
  return address.href
}

/** Where the picture of the page is looked for: beside it, under its name. Empty: the page's own address is not known. */
export function pictureAddress({ address }: Pick<PageAbout, 'address'>): string {
  if (address === '') return ''
  const { pathname } = new URL(address)
  const name = (pathname.split('/').at(-1) ?? '').replace(/\.x?html?$/i, '')
  return new URL(`${name === '' ? 'index' : name}.png`, address.replace(/\?.*$/s, '')).href
}
