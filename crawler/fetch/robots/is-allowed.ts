import { indexOf } from './index-of.ts'
import { encodeOctets } from './parse-robots.ts'
import type { RobotsGroup, RobotsRule, RobotsRules } from './parse-robots.ts'

/** The rules that one crawler obeys: every group that names its token, else every group for '*', as one. */
export function groupFor(rules: RobotsRules, token: string): RobotsGroup {
  const name = token.toLowerCase()
  const own = rules.groups.filter(group => group.agents.includes(name))
  const groups = own.length > 0 ? own : rules.groups.filter(group => group.agents.includes('*'))
  const delays = groups.flatMap(group => (group.crawlDelay === null ? [] : [group.crawlDelay]))
  return {
    agents: [own.length > 0 ? name : '*'],
    rules: groups.flatMap(group => group.rules),
    crawlDelay: delays.length > 0 ? delays.reduce((longest, delay) => Math.max(longest, delay)) : null,
  }
}

/** `rules` without what they say to other crawlers: what is worth keeping for a day. */
export function keepOnlyFor(rules: RobotsRules, token: string): RobotsRules {
  return { groups: [groupFor(rules, token)], sitemaps: rules.sitemaps }
}

/**
 * Whether the crawler named `token` may ask for `url` (an absolute address). The longest matching pattern wins, allow
 * before disallow when they are equally long; no match allows (RFC 9309, 2.2.2). /robots.txt is always allowed.
 */
export function isAllowed(rules: RobotsRules, token: string, url: string): boolean {
  const path = pathOf(url)
  if (path === '/robots.txt') return true
  let best: RobotsRule | null = null
  for (const rule of groupFor(rules, token).rules)
    if (isStronger(rule, best) && matchesPattern(path, rule.pattern)) best = rule
  return best?.allow ?? true
}

function isStronger(rule: RobotsRule, best: RobotsRule | null): boolean {
  if (best === null || rule.pattern.length > best.pattern.length) return true
  return rule.pattern.length === best.pattern.length && rule.allow
}

/**
 * Path and query, as they would be requested and in the form of patterns, whose '*' and '$' are spelled '%2A' and '%24'
 * when they mean themselves (RFC 9309, 2.2.3); '/' for an address without.
 */
function pathOf(url: string): string {
  const { pathname, search } = URL.canParse(url) ? new URL(url) : { pathname: '/', search: '' }
  return encodeOctets(pathname + search)
    .replace(/\*/g, '%2A')
    .replace(/\$/g, '%24')
}

/**
 * `pattern` matches from the path's beginning; '*' stands for any characters, a final '$' for the path's end. Each
 * piece between stars is sought once, from left to right, so a hostile pattern costs no more than a long one.
 */
export function matchesPattern(path: string, pattern: string): boolean {
  const toEnd = pattern.endsWith('$')
  const pieces = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  const first = pieces[0]!
  if (!path.startsWith(first)) return false
  if (pieces.length === 1) return !toEnd || path.length === first.length
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = indexOf(path, piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  const last = pieces.at(-1)!
  return toEnd ? path.length - last.length >= at && path.endsWith(last) : indexOf(path, last, at) >= 0
}
