import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import type { TemplateSign } from '#data/store/suggest/site-signs.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'
import type { PairSign } from '../suggestion.ts'
import { hostsOf } from './host-variants.ts'

/** Shorter names agree by chance. */
const leastName = 4

/** A profile on a platform that a site's templates link to on at least half of its pages, and that bears its name. */
export function profileSigns(sites: ReadonlyMap<number, LivingSite>, links: readonly TemplateSign[]): PairSign[] {
  return links.flatMap(({ source, target, targetId, pages }): PairSign[] => {
    const [site, profile] = [sites.get(source), sites.get(target)]
    if (!site || !profile || pages * 2 < site.pages) return []
    const handle = letters(targetId.slice(targetId.indexOf('/') + 1))
    if (!targetId.includes('/') || !namesOf(site).some(name => isSame(name, handle))) return []
    return [
      {
        pair: [target, source],
        weight: 2,
        sign: 'profile',
        code: 'same-profile',
        values: { site: site.id, profile: targetId, pages, all: site.pages },
      },
    ]
  })
}

/** What its hosts are called before the ending, and its label: letters and digits alone. */
function namesOf(site: LivingSite): string[] {
  const hosts = hostsOf(site).map(host => {
    const domain = registrableDomain(host) ?? host
    return domain.slice(0, domain.indexOf('.'))
  })
  return [...hosts, site.label].map(letters).filter(name => name.length >= leastName)
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** 'spintank' and 'spintankparis'; most of the longer one. */
function isSame(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= leastName && long.includes(short) && short.length >= 0.5 * long.length
}
