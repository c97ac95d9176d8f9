import { sites } from './all-sites.ts'
import { type Answer, html, plainPage, redirect } from './answer.ts'
import { engines } from './engines/all-engines.ts'
import { renderMobile } from './engines/mobile.ts'
import { closedPath, closedSite, demoPages } from './pages.ts'
import { answerArchive, archiveHost } from './past/answer-archive.ts'
import { answerFormer } from './past/answer-former.ts'
import { type OutsideSite, outsideSites } from './sites/outside.ts'
import type { PageView, Site } from './types.ts'
import { label, words } from './words.ts'

/**
 * What the invented web answers to a request for `path` (with its query) on `host`, or null for a host that isn't part of
 * it. The same bytes at every call, on every machine.
 */
export function demoSite(host: string, path: string): Answer | null {
  const bare = host.startsWith('www.') ? host.slice(4) : host
  const newHost = hostsMoved.get(bare)
  const known = siteHosts.has(bare) || outside.has(bare)
  if (newHost !== undefined) return redirect(`http://${newHost}${path}`)
  const archived = bare === archiveHost ? answerArchive(path) : null
  if (archived !== null) return archived
  if (!known) return answerFormer(bare, today)
  if (bare !== host) return redirect(`http://${bare}${path}`)
  const clean = withoutCampaign(path)
  const answer = allAnswers().get(bare + clean)
  if (answer !== undefined) return answer
  if (allAnswers().has(`${bare}${clean}/`)) return redirect(`http://${bare}${clean}/`)
  const outsider = outside.get(bare)
  if (outsider !== undefined && /^\/(?:\?|$)/.test(clean)) return html(outsidePage(outsider))
  return html(plainPage(words.fr.lost, `${words.fr.lost} / ${words.en.lost}`), 404)
}

/** Later than anything that happened there. */
const today = '9999-12-31'

const siteHosts: ReadonlySet<string> = new Set(
  sites.flatMap(site => [site.host, ...(site.mobileHost ? [site.mobileHost] : [])]),
)
const hostsMoved: ReadonlyMap<string, string> = new Map(
  sites.flatMap(site => (site.formerHosts ?? []).map(former => [former, site.host] as const)),
)
const outside: ReadonlyMap<string, OutsideSite> = new Map(outsideSites.map(site => [site.host, site]))

let answers: ReadonlyMap<string, Answer> | null = null

/** By host and path. Made at the first request: only the demonstration needs them. */
function allAnswers(): ReadonlyMap<string, Answer> {
  answers ??= new Map([...demoPages().flatMap(answersOf), ...sites.flatMap(robotsOf), closedAnswer()])
  return answers
}

function answersOf(view: PageView): [string, Answer][] {
  const { site, path } = view
  const engine = engines[site.engine]
  const full: [string, Answer] = [site.host + path, html(engine.render(view), 200, engine.charset)]
  if (site.mobileHost === undefined) return [full]
  const desktop = [{ text: words[site.language].desktop, href: `http://${site.host}${path}` }]
  return [full, [site.mobileHost + path, html(renderMobile({ ...view, credits: [[label], desktop] }))]]
}

function robotsOf(site: Site): [string, Answer][] {
  const closed: Readonly<Partial<Record<string, string>>> = {
    'wordpress-old': '/wp-admin/',
    'wordpress-new': '/wp-admin/',
    ghost: '/ghost/',
  }
  const path = site.id === closedSite ? closedPath : closed[site.engine]
  if (path === undefined) return []
  const body = Buffer.from(`# ${label}\nUser-agent: *\nDisallow: ${path}\n`)
  return [[`${site.host}/robots.txt`, { status: 200, headers: { 'content-type': 'text/plain' }, body }]]
}

function closedAnswer(): [string, Answer] {
  const site = sites.find(one => one.id === closedSite)!
  const said = words[site.language]
  return [site.host + closedPath, html(plainPage(said.clients, said.clientsText))]
}

const outsidePage = ({ name, tagline }: OutsideSite) => plainPage(name, tagline)

/** `path` without the parameters that newsletters add. */
const withoutCampaign = (path: string) => path.replace(/[?&]utm_[^&]*/g, '')
