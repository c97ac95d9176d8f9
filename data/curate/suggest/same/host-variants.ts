import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import { readLru } from '#data/url/lru.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'
import type { PairSign } from '../suggestion.ts'

/** First labels of hosts that hold a site once more: for telephones, in another language, on another machine. */
const variants: readonly (readonly [
  code: 'same-mobile-host' | 'same-language-host' | 'same-numbered-host',
  label: RegExp,
])[] = [
  ['same-mobile-host', /^(?:m|mobile|mobi|amp|wap|touch|i)$/],
  [
    'same-language-host',
    /^(?:fr|en|es|de|it|nl|pt|ca|eu|br|pl|sv|us|uk|fr-fr|en-us|en-gb|french|english|francais|anglais)$/,
  ],
  ['same-numbered-host', /^www?\d{1,2}$/],
]

/**
 * Hosts that look like one site: a mobile, language or numbered host of the other (enough by itself); any other host below
 * it, or the same name under another ending, which want another sign beside.
 */
export function hostSigns(sites: ReadonlyMap<number, LivingSite>): PairSign[] {
  const owners = new Map<string, LivingSite>()
  for (const site of sites.values()) for (const host of hostsOf(site)) owners.set(host, site)
  return [...belowSigns(owners), ...endingSigns(owners)]
}

/** Hosts that are whole prefixes of the site. */
export const hostsOf = ({ prefixes }: LivingSite): string[] =>
  prefixes.map(readLru).flatMap(({ host, rest }) => (rest === '' ? [host] : []))

function belowSigns(owners: ReadonlyMap<string, LivingSite>): PairSign[] {
  return [...owners].flatMap(([host, site]): PairSign[] => {
    const dot = host.indexOf('.')
    const parent = owners.get(host.slice(dot + 1))
    if (dot < 0 || parent === undefined || parent === site) return []
    // Below a platform's domain stand others' sites.
    if (registrableDomain(host) !== registrableDomain(host.slice(dot + 1))) return []
    const label = host.slice(0, dot)
    const values = { host, site: parent.id }
    const [code] = variants.find(([, pattern]) => pattern.test(label)) ?? []
    const pair = [site.row, parent.row] as const
    return code === undefined
      ? [{ pair, weight: 1, sign: 'subdomain', code: 'same-host-below', values }]
      : [{ pair, weight: 2, sign: 'host', code, values }]
  })
}

/** Shorter names are had by chance. */
const leastName = 5

function endingSigns(owners: ReadonlyMap<string, LivingSite>): PairSign[] {
  const domains = [...owners].filter(([host]) => registrableDomain(host) === host)
  return [...Map.groupBy(domains, ([host]) => host.slice(0, host.indexOf('.')))].flatMap(([name, same]) => {
    const [first, ...others] = same
    if (name.length < leastName || first === undefined || same.length > 6) return []
    return others
      .filter(([, site]) => site !== first[1])
      .map(([host, site]): PairSign => ({
        pair: [site.row, first[1].row],
        weight: 1,
        sign: 'name',
        code: 'same-name',
        values: { one: host, other: first[0] },
      }))
  })
}
