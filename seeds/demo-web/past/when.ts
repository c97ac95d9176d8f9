import { formerSites, siteById, sites } from '../all-sites.ts'
import type { Site } from '../types.ts'
import { lifetimes, type Renaming, renamings } from './history.ts'

/** Whether the site was there on `day`. It opened in the year of its first text, unless the history says otherwise. */
export function isOpen(site: Site, day: string): boolean {
  const { opens = `${site.posts[0]![1].slice(0, 4)}-01-01`, closes } = lifetimes[site.id] ?? {}
  return opens <= day && (closes === undefined || day < closes)
}

/** It opens after `day`. */
export const isToCome = (site: Site, day: string): boolean => {
  const { closes } = lifetimes[site.id] ?? {}
  return !isOpen(site, day) && (closes === undefined || day < closes)
}

/** The new names that were still to come on `day`, of sites that were there. */
export const namesToCome = (day: string): readonly Renaming[] =>
  renamings.filter(({ id, until }) => day < until && isOpen(siteById(id), day))

const places: readonly (readonly [begin: string, site: Site])[] = [...sites, ...formerSites].flatMap(site =>
  [site.host, site.mobileHost ?? '', ...(site.formerHosts ?? [])]
    .filter(host => host !== '')
    .map(host => [`http://${host}${site.base}/`, site] as const),
)

/** The invented site that an address of its plan belongs to; undefined: none. Former hosts of the past are nobody's here. */
export const siteAt = (href: string): Site | undefined => places.find(([begin]) => `${href}/`.startsWith(begin))?.[1]
