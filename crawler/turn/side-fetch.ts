import type { Url } from '#data/url/brand.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import type { FetchOptions } from '../fetch/request.ts'
import { fetchRobots, type RobotsAnswer } from '../fetch/robots/fetch-robots.ts'
import { type HeldHost, politeFetch, type PoliteParts } from './polite-fetch.ts'
import type { RobotsGate } from './robots-gate.ts'

export interface SideParts extends PoliteParts {
  readonly gate: RobotsGate
}

/** Asks for the robots.txt of an origin and its redirects, each when its host's turn has come. */
export const askRobots = (parts: PoliteParts, origin: string, held?: HeldHost): Promise<RobotsAnswer> =>
  fetchRobots(politeFetch(parts, held), origin, { signal: parts.giveUp, now: parts.clock.steady })

/**
 * Asks for what is no page of the crawl (a sitemap, a script of a page that is rendered, where a short address leads), as
 * politely: opt-outs and robots.txt are obeyed, and each request waits for its host's turn. Null: it may not be asked.
 */
export async function sideFetch(
  parts: SideParts,
  url: Url,
  options: FetchOptions,
  held?: HeldHost,
): Promise<FetchOutcome | null> {
  if (parts.isLeftOut(url) || !(await trustRobots(parts, url, held))) return null
  return politeFetch(parts, held).fetch(url, { signal: parts.giveUp, ...options })
}

/**
 * Whether robots.txt allows `url`, asked for first when it isn't known. What is asked beside pages isn't waited for: a
 * robots.txt that can't be reached now forbids it.
 */
export async function trustRobots(parts: SideParts, url: Url, held?: HeldHost): Promise<boolean> {
  const { gate, clock, batch } = parts
  const known = gate.judge(url, clock.steady())
  if (known.kind !== 'robots-first') return known.kind === 'ask'
  const { origin } = new URL(url)
  const answer = await askRobots(parts, origin, held)
  batch.write(() => gate.learn(origin, answer, clock.steady()))
  return gate.judge(url, clock.steady()).kind === 'ask'
}
