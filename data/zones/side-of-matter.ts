import type { SiteLink } from './site-link.ts'

/** Where links stand on their pages: before all links of the page's own matter, after them, or in between. */
export type Side = 'before' | 'between' | 'after'

/**
 * Makes a function that tells on which side of their pages' own matter links stand, by the most pages. Own matter is what
 * the first pass calls content or comment and what does not repeat; on a page without any, its first and last thirds count.
 */
export function sideOfMatter(
  links: readonly SiteLink[],
  repeated: ReadonlySet<SiteLink>,
): (links: readonly SiteLink[]) => Side {
  const bounds = new Map<number, { first: number; last: number }>()
  for (const [pageId, own] of Map.groupBy(links, link => link.pageId)) bounds.set(pageId, boundsOf(own, repeated))
  return some => {
    const votes = { before: 0, between: 0, after: 0 }
    for (const { pageId, ordinal } of some) {
      const { first, last } = bounds.get(pageId)!
      votes[ordinal < first ? 'before' : ordinal > last ? 'after' : 'between'] += 1
    }
    const { before, between, after } = votes
    return after >= before && after >= between ? 'after' : before >= between ? 'before' : 'between'
  }
}

function boundsOf(links: readonly SiteLink[], repeated: ReadonlySet<SiteLink>): { first: number; last: number } {
  const matter = links.filter(link => (link.zone === 'content' || link.zone === 'comment') && !repeated.has(link))
  if (matter.length > 0) return { first: matter[0]!.ordinal, last: matter.at(-1)!.ordinal }
  const [start, end] = [links[0]!.ordinal, links.at(-1)!.ordinal]
  return { first: start + (end - start) / 3, last: end - (end - start) / 3 }
}
