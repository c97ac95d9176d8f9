import { citersIn, communitiesInText, type ReviewCandidate } from './candidate.ts'

/** What a feature is of: the part of its name before the slash. */
export const featureFamilies = [
  'text',
  'list',
  'frame',
  'comment',
  'communities',
  'neighbours',
  'community',
  'citer',
  'word',
  'country',
  'language',
  'kind',
] as const
export type FeatureFamily = (typeof featureFamilies)[number]

/** Name of a feature → its value: 'text' → ln(1 + sites), 'word/campagne' → 1 and so on. Absent: 0. */
export type Features = ReadonlyMap<string, number>

export const familyOf = (feature: string): FeatureFamily => feature.split('/', 1)[0] as FeatureFamily
export const valueOf = (feature: string): string => feature.slice(feature.indexOf('/') + 1)

/**
 * What a candidate is ranked by. Counts of sites as ln(1 + n), since the second site says more than the twentieth; words, country, kind
 * are there or not; of the languages and communities of those who cite it each its share.
 */
export function featuresOf(candidate: ReviewCandidate): Features {
  const features = new Map<string, number>()
  const add = (name: string, value: number): void => void (value > 0 && features.set(name, value))
  const { citers, words, countryOrGuess, kindOrGuess } = candidate
  add('text', Math.log1p(citersIn(candidate, 'text') + citersIn(candidate, 'untold')))
  for (const place of ['list', 'frame', 'comment'] as const) add(place, Math.log1p(citersIn(candidate, place)))
  add('communities', Math.log1p(communitiesInText(candidate)))
  add('neighbours', Math.log1p(citers.filter(({ reviewed }) => reviewed).length))
  for (const [name, count] of countBy(citers, ({ community }) => community ?? ''))
    add(`community/${name}`, count / citers.length)
  for (const [name, count] of countBy(citers, ({ language }) => language))
    add(`language/${name}`, count / citers.length)
  for (const { row } of citers) add(`citer/${row}`, 1)
  for (const word of words.keys()) add(`word/${word}`, 1)
  if (countryOrGuess !== '') add(`country/${countryOrGuess}`, 1)
  if (kindOrGuess !== '') add(`kind/${kindOrGuess}`, 1)
  return features
}

/** How many are of each; '' is not known, and not counted. */
function countBy<Item>(items: readonly Item[], of: (item: Item) => string | number): Map<string | number, number> {
  const counts = new Map<string | number, number>()
  for (const item of items) {
    const name = of(item)
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
