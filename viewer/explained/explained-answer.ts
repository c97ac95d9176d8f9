import { Mistake } from '#data/mistake.ts'
import { describeCommunity } from '#graph/explain/reckon/describe-community.ts'
import { communityIn } from '#graph/explain/reckon/ends.ts'
import { explainPair } from '#graph/explain/reckon/explain-pair.ts'
import type { CommunityData, WhyData } from '../protocol/explained.ts'
import type { PublishedData } from '../protocol/published.ts'
import { explainedOfPage } from './explained-of-page.ts'

/** Why two ends are together or apart, as a server answers /api/why, reckoned from what a page shows. Undefined: one is nothing of it. */
export function whyInPage(page: PublishedData, one: string, other: string): WhyData | undefined {
  try {
    return explainPair(explainedOfPage(page), one, other)
  } catch (error) {
    if (error instanceof Mistake) return undefined
    throw error
  }
}

/** As a server answers /api/community. Where the page hides countries, none are told. */
export function communityInPage(page: PublishedData, of: string): CommunityData | undefined {
  const explained = explainedOfPage(page)
  const number = communityIn(explained, of, true)
  if (number === null) return undefined
  const facts = describeCommunity(explained, number)
  const hasCountries = page.map.columns.some(({ name }) => name === 'country')
  return hasCountries ? facts : { ...facts, countries: [], ties: { ...facts.ties, countries: [] } }
}
