import { writeListCell } from '../table/list-cell.ts'
import type { Field } from '../table/column.ts'
import type { DiscoveredRow } from '../store/curate/discovered.ts'
import type { ReviewRow } from '../store/curate/review-rows.ts'
import type { Language } from '../vocabulary/languages.ts'
import { sayGuess, sayReviewReason, type ReviewReason } from '../vocabulary/words/say.ts'
import type { Guess } from './guess/guess.ts'
import type { ReviewCandidate } from './review/candidate.ts'

type Text<Row> = readonly [id: string, description: string, read: (row: Row) => string | number | readonly string[]]

const fieldsOf = <Row>(texts: readonly Text<Row>[]): readonly Field<Row>[] =>
  texts.map(([id, description, read]) => ({ id, title: id, type: 'text', unit: '', description, read }))

const edited: readonly Text<ReviewRow>[] = [
  ['id', 'id of the entity: names the row, never changed', row => row.id],
  ['status', 'IN, OUT, UNDECIDED or DISCOVERED', row => row.status],
  ['name', 'the name shown to people', row => row.name],
  ['country', 'ISO 3166-1 alpha-2', row => row.country],
  ['kind', 'agency, software, party, …', row => row.kind],
]

const longer: readonly Text<ReviewRow>[] = [
  ['homepage', 'where a reader enters the site', row => row.homepage],
  ['prefixes', 'all URL prefixes that are this entity, separated by spaces', row => row.prefixes.join(' ')],
  ['tags', 'category: value, separated by |', row => row.tags.map(writeTag)],
  ['notes', "the researcher's own words", row => row.note],
]

const dated: readonly Text<ReviewRow>[] = [
  ['dated_names', 'names that it bears or bore (from/to), separated by |', row => writeListCell(row.datedNames)],
  [
    'dated_prefixes',
    'prefixes that were theirs for a time (from/to), separated by |',
    row => writeListCell(row.datedPrefixes),
  ],
]

/** The columns of a table of reviewed entities: each can be changed and read back. */
export const reviewFields: readonly Field<ReviewRow>[] = fieldsOf([...edited, ...longer, ...dated])

/** An entity to be reviewed with what the corpus tells of it. */
export interface Candidate extends DiscoveredRow, Omit<ReviewRow, 'homepage'> {
  readonly countryGuess: Guess | null
  readonly kindGuess: Guess | null
  /** In the list, from 1. */
  readonly place: number
  /** It is there by lot, whatever its rank. */
  readonly drawn: boolean
  /** Log-odds that it would be kept; null while nothing was learnt. */
  readonly score: number | null
  readonly why: readonly ReviewReason[]
  readonly domain: string
  /** Of most of those who cite it; null: not known. */
  readonly community: number | null
  /** What it is for everybody alike; null: nothing says so. */
  readonly infrastructure: ReviewCandidate['infrastructure']
}

/** Why it stands where it does, as tables say it. */
export const saidReasons = (why: readonly ReviewReason[], language: Language): string =>
  why.map(reason => sayReviewReason(reason, language)).join('; ')

/** What speaks for a guess, as tables say it. */
export const reasonOf = (guess: Guess | null): string => (guess === null ? '' : sayGuess(guess.from, 'en'))

const evidence: readonly Text<Candidate>[] = [
  ['place', 'in the list of the review', row => row.place],
  ['why', 'why it stands there', row => saidReasons(row.why, 'en')],
  ['drawn', 'yes: it is there by lot, whatever its rank', row => (row.drawn ? 'yes' : '')],
  ['infrastructure', 'what it is for everybody alike', row => row.infrastructure ?? ''],
  ['country_guess', 'a guess, never read back', row => row.countryGuess?.value ?? ''],
  ['country_guess_from', 'what speaks for it', row => reasonOf(row.countryGuess)],
  ['kind_guess', 'a guess, never read back', row => row.kindGuess?.value ?? ''],
  ['kind_guess_from', 'what speaks for it', row => reasonOf(row.kindGuess)],
  ['cited_by', 'IN entities that cite it', row => row.citedBy],
  ['pages', 'pages that cite it', row => row.pages],
  ['links', 'hyperlinks that cite it', row => row.links],
  ['content_links', 'of them, outside templates', row => row.contentLinks],
  ['marked_links', 'of them, share buttons, profiles and credits', row => row.markedLinks],
  ['anchors', 'words that most use for it', row => row.anchors],
  ['citers', 'who cites it, most pages first', row => row.citers],
  ['citer_countries', 'their countries', row => row.citerCountries],
  ['addresses', 'its addresses that are cited most', row => row.addresses],
]

/** The columns of a table of discovered entities: those that can be changed, and what helps to decide. */
export const candidateFields: readonly Field<Candidate>[] = fieldsOf([...edited, ...evidence, ...longer])

/** Columns that are written for the reader and not read back. */
export const shownOnly: readonly string[] = evidence.map(([id]) => id)

/** 'category: value'; a colon of the category is escaped, so that nothing is lost. */
export const writeTag = ([category, value]: readonly [string, string]): string =>
  `${category.replace(/[\\:]/g, String.raw`\$&`)}: ${value}`

/** Reads what writeTag wrote; null when there is no colon, no category or no value. */
export function readTag(text: string): readonly [string, string] | null {
  const [, written = '', value = ''] = /^((?:[^\\:]|\\.)*):(.*)$/s.exec(text) ?? []
  const category = written.replace(/\\(.)/g, '$1').trim()
  return category === '' || value.trim() === '' ? null : [category, value.trim()]
}
