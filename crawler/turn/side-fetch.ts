import type { Url } from '#data/url/brand.ts'
import type { FetchOutcome, Reading } from '../fetch/outcome.ts'
import type { FetchOptions } from '../fetch/request.ts'
import { fetchRobots, type RobotsAnswer } from '../fetch/robots/fetch-robots.ts'
import type { CrawlContext, HeldHost } from './crawl-context.ts'
import { politeFetch, type PoliteContext } from './polite-fetch.ts'
import { markOf } from '../watch/mark-of.ts'

type ReadingContext = Pick<CrawlContext, 'watch' | 'waveId'>
export type SideContext = PoliteContext & ReadingContext & Pick<CrawlContext, 'gate'>

/** Asks for the robots.txt of an origin and its redirects, each when its host's turn has come. */
export const askRobots = (
  context: PoliteContext & ReadingContext,
  origin: string,
  held?: HeldHost,
): Promise<RobotsAnswer> =>
  fetchRobots(politeFetch(context, held), origin, {
    signal: context.giveUp,
    now: context.clock.steady,
    reading: readingFor(context),
  })

/** Reads what an answer brought under the eyes of the watchdog. */
export const readingFor =
  ({ watch, waveId }: ReadingContext): Reading =>
  (answer, work) =>
    watch.read(markOf(answer, waveId), work)

/**
 * Asks for what is no page of the crawl (a sitemap, a script of a page that is rendered, where a short address leads), as
 * politely: opt-outs and robots.txt are obeyed, and each request waits for its host's turn. Null: it may not be asked.
 */
export async function sideFetch(
  context: SideContext,
  url: Url,
  options: FetchOptions,
  held?: HeldHost,
): Promise<FetchOutcome | null> {
  if (context.isLeftOut(url) || !(await trustRobots(context, url, held))) return null
  return politeFetch(context, held).fetch(url, { signal: context.giveUp, ...options })
}

/**
 * Whether robots.txt allows `url`, asked for first when it isn't known. What is asked beside pages isn't waited for: a
 * robots.txt that can't be reached now forbids it.
 */
export async function trustRobots(context: SideContext, url: Url, held?: HeldHost): Promise<boolean> {
  const { gate, clock, batch } = context
  const known = gate.judge(url, clock.steady())
  if (known.kind !== 'robots-first') return known.kind === 'ask'
  const { origin } = new URL(url)
  const answer = await askRobots(context, origin, held)
  batch.write(() => gate.learn(origin, answer, clock.steady()))
  return gate.judge(url, clock.steady()).kind === 'ask'
}
