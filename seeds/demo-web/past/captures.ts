import { createHash } from 'node:crypto'
import { formerSites, sites } from '../all-sites.ts'
import { type Answer, html, plainPage } from '../answer.ts'
import { chanceOf } from '../chance.ts'
import type { PageView, Site } from '../types.ts'
import { answerFormer } from './answer-former.ts'
import { type Election, elections, type Gap, gaps, renamings } from './history.ts'
import { answerOn, asWrittenOn, pagesOn } from './pages-on.ts'
import { isOpen } from './when.ts'

/** What the invented archive keeps of an address. */
export interface Capture {
  /** 14 digits, UTC. */
  readonly digits: string
  readonly url: string
  readonly answer: Answer
  /** SHA-1 of the body in hex, as an index tells it. */
  readonly digest: string
}

/** A capture of one state of a site's page; its view is what was planned to stand there. */
export interface CapturedPage extends Capture {
  readonly view: PageView
}

/** Days between an election and the archive's visit of a site, at most; one visit takes some days. */
const mostDaysAway = 55
const daysOfVisit = 4
/** One page in so many is lost by chance. */
const oneLostOf = 14

let kept: readonly Capture[] | null = null

/** All captures, by address and time. The same at each call; made at the first. */
export function allCaptures(): readonly Capture[] {
  kept ??= elections
    .flatMap(election => [
      ...[...sites, ...formerSites].flatMap(site => [...capturedPages(site, election), ...besides(site, election)]),
      ...formerHosts.flatMap(host => leftAddress(host, election)),
    ])
    .toSorted((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : a.digits < b.digits ? -1 : 1))
  return kept
}

const formerHosts = [...renamings.map(({ formerHost }) => formerHost), ...formerSites.map(({ host }) => host)]

/** The pages of a site that the archive kept about an election. */
export function capturedPages(site: Site, election: Election): readonly CapturedPage[] {
  const gap = gaps[election][site.id]
  const chance = chanceOf(`archive of ${site.id} at ${election}`)
  const day = addDays(election, Math.round((2 * chance() - 1) * mostDaysAway))
  if (!isOpen(site, day) || !(gap === undefined || gap === 'home')) return []
  return pagesOn(site, day).flatMap(view => {
    const [isLost, delay, hour] = [chance() * oneLostOf < 1, chance() * daysOfVisit, chance()]
    if (view.kind !== 'home' && (isLost || gap === 'home')) return []
    const url = asWrittenOn(`http://${site.host}${view.path}`, day)
    return [{ ...capture(url, momentOf(addDays(day, delay), hour), answerOn(view, day)), view }]
  })
}

/** What it kept instead of pages. */
function besides(site: Site, election: Election): Capture[] {
  const gap: Gap | undefined = gaps[election][site.id]
  const url = asWrittenOn(site.homepage, election)
  if (gap === 503) return [capture(url, momentOf(election, 0.5), html(plainPage('503', 'Service Unavailable'), 503))]
  const longBefore = addDays(election, -400)
  const [home] = gap === 'elsewhen' && isOpen(site, longBefore) ? pagesOn(site, longBefore) : []
  return home === undefined ? [] : [capture(url, momentOf(longBefore, 0.5), answerOn(home, longBefore))]
}

/** The address that a site had left by then, of which the archive keeps the front page, at one election after. */
function leftAddress(host: string, election: Election): Capture[] {
  const day = addDays(election, 12)
  const answer = answerFormer(host, day)
  const wasLeft = elections.some(before => before < election && answerFormer(host, addDays(before, 12)) !== null)
  // Of those that have closed for long it keeps nothing.
  if (answer === null || (answer.status === 410 && wasLeft)) return []
  return [capture(`http://${host}/`, momentOf(day, 0.25), answer)]
}

const capture = (url: string, digits: string, answer: Answer): Capture => ({
  url,
  digits,
  answer,
  digest: createHash('sha1').update(answer.body).digest('hex').toUpperCase(),
})

const dayMs = 86_400_000

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + Math.floor(days) * dayMs).toISOString().slice(0, 10)

/** `part` of the day, from 0 to 1, as 14 digits. */
const momentOf = (day: string, part: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + Math.floor((part * dayMs) / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .replaceAll(/\D/g, '')
