import { chiSquareTail } from './chi-square-tail.ts'

/** Sites of one community that cite, and all that it has. */
export interface CommunityShare {
  readonly citing: number
  readonly sites: number
}

/** Below it too few cite to say that all do alike. */
const leastCiters = 8
/** Shares that differ more than chance makes them in 5 of 100 are not alike. */
const level = 0.05

/**
 * Whether the communities cite alike: several do, enough of their sites, in shares that chance could make of one. Pearson's test of
 * homogeneity over citing and silent sites.
 */
export function areCitingAlike(shares: readonly CommunityShare[]): boolean {
  const citing = shares.reduce((sum, share) => sum + share.citing, 0)
  const sites = shares.reduce((sum, share) => sum + share.sites, 0)
  if (shares.filter(share => share.citing > 0).length < 2 || citing < leastCiters) return false
  const rate = citing / sites
  if (rate === 1) return true
  const statistic = shares.reduce(
    (sum, share) => sum + (share.citing - rate * share.sites) ** 2 / (share.sites * rate * (1 - rate)),
    0,
  )
  return chiSquareTail(statistic, shares.length - 1) > level
}
