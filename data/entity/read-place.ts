import type { SplitAddress } from '../url/address.ts'
import { bareHost, readParts } from '../url/address.ts'
import type { Url } from '../url/brand.ts'
import type { CreationRule } from './creation-rules.ts'
import { creationRules } from './creation-rules.ts'
import type { PathPattern } from './path-pattern.ts'
import { compilePath, lowerCase, matchPath, splitPath } from './path-pattern.ts'

/** Where an address stands, its platform's spellings folded into one. */
export interface Place extends SplitAddress {
  /** The prefix that the platform's rule gives; null off platforms and on a platform's own pages. */
  readonly actor: (SplitAddress & { readonly subdomains: boolean }) | null
}

/** A rule with its paths compiled, as it holds on one domain. */
interface DomainRule {
  readonly rule: CreationRule
  /** The domain as the host ends. */
  readonly written: string
  /** The domain that addresses are folded to. */
  readonly domain: string
  readonly paths: readonly PathPattern[]
  readonly reserved: ReadonlySet<string>
}

const rulesByDomain: ReadonlyMap<string, DomainRule> = new Map(
  creationRules.flatMap(rule => {
    const compiled = { rule, paths: (rule.paths ?? []).map(compilePath), reserved: new Set(rule.reserved) }
    const of = (domain: string, foldedTo: string) =>
      [domain, { ...compiled, written: domain, domain: foldedTo }] as const
    return [
      ...rule.domains.map(domain => of(domain, domain)),
      ...(rule.folds ?? []).map(domain => of(domain, rule.domains[0] ?? domain)),
    ]
  }),
)

/** Page names that no actor bears: facebook.com/sharer.php, twitter.com/robots.txt. */
const fileName = /\.(?:php\d?|html?|aspx?|jsp|js|css|txt|xml|json|ico|png|jpe?g|gif|svg|pdf)$/

/** Where `url` stands. */
export function readPlace(url: Url): Place {
  return entityPlaceOf(readParts(url))
}

/** As readPlace, of an address already taken apart. */
export function entityPlaceOf(address: SplitAddress): Place {
  const found = ruleOf(address.host)
  return found === null ? { host: address.host, rest: address.rest, actor: null } : onPlatform(found, address)
}

/** A host's rule costs more than all else of a look-up, and few hosts have most pages. */
const knownHosts = new Map<string, DomainRule | null>()
const knownHostsLimit = 50_000

function ruleOf(host: string): DomainRule | null {
  const known = knownHosts.get(host)
  if (known !== undefined) return known
  if (knownHosts.size >= knownHostsLimit) knownHosts.clear()
  const found = longestDomain(host)
  knownHosts.set(host, found)
  return found
}

function longestDomain(host: string): DomainRule | null {
  const labels = host.split('.')
  for (let at = 0; at < labels.length; at += 1) {
    const found = rulesByDomain.get(labels.slice(at).join('.'))
    if (found !== undefined) return found
  }
  return null
}

function labelsBefore(host: string, domain: string): string {
  return host.length === domain.length ? '' : host.slice(0, host.length - domain.length - 1)
}

function onPlatform(found: DomainRule, address: SplitAddress): Place {
  const labels = labelsBefore(address.host, found.written)
  if (labels === '' || found.rule.variants?.test(labels) === true) return byPath(found, address.rest)
  if (found.rule.subdomains === true) return byLabel(found, address.rest, labels)
  return { host: `${labels}.${found.domain}`, rest: address.rest, actor: null }
}

function byPath({ rule, domain, paths, reserved }: DomainRule, rest: string): Place {
  // Another port is another service, whose paths are no actors'.
  if (rest.startsWith(':')) return { host: domain, rest, actor: null }
  const isName = (name: string): boolean => couldBeName(name, rule, reserved)
  const path = splitPath(rest)
  for (const pattern of paths) {
    const match = matchPath(pattern, path, isName, rule.caseCounts)
    if (match === null) continue
    const host = bareHost(match.host ?? domain)
    const actor = { host, rest: match.rest, subdomains: match.host !== null && match.rest === '' }
    return { host, rest: match.rest + match.tail, actor }
  }
  return { host: domain, rest, actor: null }
}

function couldBeName(name: string, rule: CreationRule, reserved: ReadonlySet<string>): boolean {
  const lower = name.toLowerCase()
  return /[a-z\d%]/.test(lower) && !reserved.has(lower) && !fileName.test(lower) && rule.name?.test(name) !== false
}

function byLabel({ rule, domain, reserved }: DomainRule, rest: string, labels: string): Place {
  const label = labels.slice(labels.lastIndexOf('.') + 1)
  const host = `${labels}.${domain}`
  if (label === 'www' || reserved.has(label)) return { host, rest, actor: null }
  const step = rule.step === true && label === labels ? /^\/[^/?]+/.exec(rest)?.[0] : undefined
  if (step === undefined) return { host, rest, actor: { host: `${label}.${domain}`, rest: '', subdomains: true } }
  const name = lowerCase(step)
  return { host, rest: name + rest.slice(step.length), actor: { host, rest: name, subdomains: false } }
}
