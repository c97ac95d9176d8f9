import type { CitedEntity, CitedPlace } from '#data/store/review/read-citations.ts'
import type { InfrastructureKind } from './infrastructure/known-hosts.ts'

/** One site that cites a candidate, with what is known of that site. */
export interface KnownCiter {
  readonly row: number
  readonly id: string
  readonly places: ReadonlySet<CitedPlace>
  /** Null: it has none, or nothing was analysed yet. */
  readonly community: number | null
  readonly country: string
  readonly language: string
  /** It was discovered itself, and kept. */
  readonly reviewed: boolean
}

/** Somebody to be ranked, or to learn from: what the sites that were kept say of it. Nothing here was read of its own pages. */
export interface ReviewCandidate extends CitedEntity {
  readonly citers: readonly KnownCiter[]
  readonly pages: number
  /** Words of anchors, folded: how many sites use each. Words of grammar and of its own name are left out. */
  readonly words: ReadonlyMap<string, number>
  /** As stored, else as guessed; '' for not known. */
  readonly countryOrGuess: string
  readonly kindOrGuess: string
  /** What it is for everybody alike: by the table, or by signs; null: nothing says so. */
  readonly infrastructure: InfrastructureKind | 'signs' | null
}

/** Sites that cite it there. */
export const citersIn = ({ citers }: Pick<ReviewCandidate, 'citers'>, place: CitedPlace): number =>
  citers.reduce((count, { places }) => count + (places.has(place) ? 1 : 0), 0)

/** Sites that cite it in their own words, or nobody knows where. */
export const isInText = ({ places }: Pick<KnownCiter, 'places'>): boolean => places.has('text') || places.has('untold')

/** Communities of which a site cites it in its own words. */
export function communitiesInText({ citers }: Pick<ReviewCandidate, 'citers'>): number {
  const known = citers.filter(isInText).map(({ community }) => community)
  return new Set(known.filter(community => community !== null)).size
}

/** The community of which most of those who cite it are; of equals the first; null where none is known. */
export function communityOf({ citers }: Pick<ReviewCandidate, 'citers'>): number | null {
  const counts = new Map<number, number>()
  for (const { community } of citers) if (community !== null) counts.set(community, (counts.get(community) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return first?.[0] ?? null
}
