import type { Hosts, Page } from '../webs/serve-web.ts'
import { linking } from '../crawler/crawl-web.ts'

export const sites = 15
/** On each site, its home page aside. */
const pages = 120

const at = (site: number, page = 0): string => `http://site-${site % sites}.example/${page === 0 ? '' : page}`

/** Sites that cite one another, with redirects over shares: large enough that tasks can be killed in their midst. */
export function clusterWeb(): Hosts {
  return Object.fromEntries(
    Array.from({ length: sites }, (_, site) => {
      const own = Array.from({ length: pages }, (_page, index) => [`/${index + 1}`, pageOf(site, index + 1)] as const)
      const home = linking(...own.map(([path]) => path), at(site + 1))
      return [`site-${site}.example`, { '/': home, ...Object.fromEntries(own) }]
    }),
  )
}

function pageOf(site: number, page: number): string | Page {
  if (page % 40 === 7) return { status: 302, headers: { location: at(site + 3, page + 1) } }
  const cited = Array.from({ length: 30 }, (_, index) =>
    at(site + 1 + ((page * (index + 3)) % 7), 1 + ((page * index) % pages)),
  )
  return linking('/', ...cited, `http://found-${page % 11}.example/${site}`)
}

export const seedList = ['url', ...Array.from({ length: sites }, (_, site) => at(site)), ''].join('\n')
