import { trimBoth } from '#data/trim-text.ts'
import { withoutUtf16 } from '../without-utf16.ts'

/** One allow or disallow line: a path pattern, already percent-encoded as addresses are. */
export interface RobotsRule {
  readonly allow: boolean
  readonly pattern: string
}

export interface RobotsGroup {
  /** Product tokens in lower case; '*' for everybody else. */
  readonly agents: readonly string[]
  readonly rules: readonly RobotsRule[]
  /** Seconds, the longest that the group asks for; null if it asks for none. */
  readonly crawlDelay: number | null
}

export interface RobotsRules {
  readonly groups: readonly RobotsGroup[]
  /** Addresses of sitemaps as written. */
  readonly sitemaps: readonly string[]
}

/** Beyond this nothing is read. RFC 9309, 2.5 asks for at least 500 KiB. */
export const maxRobotsBytes = 1024 * 1024
/** A longer line is cut there, as Google's parser does (eight times the longest address of old browsers). */
const maxLine = 2083 * 8
const maxSitemaps = 500

type Directive = 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap'
/** Common misspellings are those of Google's parser. */
const directives: Readonly<Record<string, Directive>> = {
  'user-agent': 'agent',
  useragent: 'agent',
  'user agent': 'agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'delay',
  crawldelay: 'delay',
  sitemap: 'sitemap',
  'site-map': 'sitemap',
}

/** Everyone may read everything. */
export const allowAll: RobotsRules = { groups: [], sitemaps: [] }

/**
 * Reads a robots.txt file (RFC 9309): BOM, CR, LF and CRLF, comments, unknown lines, several agents per group. Never
 * throws. A line without a colon counts if its two words are separated by white space.
 */
export function parseRobots(bytes: Uint8Array): RobotsRules {
  const groups: OpenGroup[] = []
  const delays: Delay[] = []
  const sitemaps: string[] = []
  let namingAgents = false
  let lastNamed: string[] = []
  let wasAgent = false
  for (const line of linesOf(bytes)) {
    const found = readLine(line)
    if (found === null) {
      if (isLine(line)) wasAgent = false
      continue
    }
    const { directive, value } = found
    const group = groups.at(-1)
    if (directive === 'agent') {
      lastNamed = [...(wasAgent ? lastNamed : []), agentOf(value)]
      if (namingAgents) group!.agents.push(agentOf(value))
      else groups.push({ agents: [agentOf(value)], rules: [], crawlDelay: null })
      namingAgents = true
    } else if (directive === 'sitemap') {
      if (value !== '' && sitemaps.length < maxSitemaps) sitemaps.push(value)
    } else if (directive === 'delay') {
      // Not a rule of RFC 9309, so it doesn't end the run of user-agent lines; but it speaks to those just named only.
      if (group) delays.push({ group, agents: lastNamed, value })
    } else {
      namingAgents = false
      // An empty value is no rule; lines before the first group belong to nobody.
      if (group && value !== '') group.rules.push({ allow: directive === 'allow', pattern: encodePattern(value) })
    }
    wasAgent = directive === 'agent'
  }
  return { groups: [...groups, ...assignDelays(delays)], sitemaps }
}

interface OpenGroup {
  readonly agents: string[]
  readonly rules: RobotsRule[]
  crawlDelay: number | null
}

/** A Crawl-delay line, and the agents it speaks to: all of its group, or some. */
interface Delay {
  readonly group: OpenGroup
  readonly agents: readonly string[]
  readonly value: string
}

/** Sets the delays of whole groups; returns a group of its own for each that speaks to some of its group's agents only. */
function assignDelays(delays: readonly Delay[]): RobotsGroup[] {
  const others: RobotsGroup[] = []
  for (const { group, agents, value } of delays)
    if (agents.length === group.agents.length) group.crawlDelay = longer(group.crawlDelay, value)
    else others.push({ agents, rules: [], crawlDelay: longer(null, value) })
  return others
}

/** Neither empty nor a comment. */
const isLine = (line: string): boolean => /^[ \t]*[^#\s]/.test(line)

function linesOf(bytes: Uint8Array): string[] {
  const whole = withoutUtf16(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  // A byte order mark, or the beginning of one that lost its end.
  let start = 0
  for (const byte of [0xef, 0xbb, 0xbf]) {
    if (whole[start] !== byte) break
    start += 1
  }
  return whole
    .subarray(start, maxRobotsBytes)
    .toString('latin1')
    .split(/\r\n|\n|\r/)
}

function readLine(raw: string): { directive: Directive; value: string } | null {
  const cut = raw.length > maxLine ? raw.slice(0, maxLine) : raw
  const comment = cut.indexOf('#')
  const line = trim(comment < 0 ? cut : cut.slice(0, comment))
  const colon = line.indexOf(':')
  if (colon > 0) return named(line.slice(0, colon), line.slice(colon + 1))
  // Without a colon, only exactly two words are a directive and its value.
  const words = /^(\S+)[ \t]+(\S+)$/.exec(line)
  return words ? named(words[1]!, words[2]!) : null
}

function named(name: string, value: string): { directive: Directive; value: string } | null {
  const key = trim(name).toLowerCase()
  return Object.hasOwn(directives, key) ? { directive: directives[key]!, value: trim(value) } : null
}

const trim = (text: string) => trimBoth(text, /[ \t\0\v\f]/)

/** The product token at the beginning: 'Toile/1.0 (x)' names 'toile', 'Foo Bar' names 'foo'. */
function agentOf(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*'
  return /^[a-z_-]*/i.exec(value)![0].toLowerCase()
}

function longer(known: number | null, value: string): number | null {
  const seconds = /^\d+(?:[.,]\d+)?/.exec(value)?.[0].replace(',', '.')
  return seconds === undefined ? known : Math.max(known ?? 0, Number(seconds))
}

/** A pattern in the form of paths; a '$' that isn't its end is an ordinary character. */
const encodePattern = (latin1: string): string => encodeOctets(latin1).replace(/\$(?!$)/g, '%24')

/**
 * Brings a pattern or a path to one form (RFC 9309, 2.2.2): bytes beyond ASCII are percent-encoded, percent-encoded
 * unreserved characters are decoded, hexadecimal digits are in upper case.
 */
export function encodeOctets(latin1: string): string {
  return latin1
    .replace(/[^\x21-\x7e]/g, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)
    .replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
      const char = String.fromCharCode(Number.parseInt(hex, 16))
      return /[\w.~-]/.test(char) ? char : escape.toUpperCase()
    })
}
