import { siteById, sites } from './all-sites.ts'
import { chanceOf, pick, shuffle } from './chance.ts'
import { type Citation, linked, placeCitations, postAddress } from './citations.ts'
import { engines } from './engines/all-engines.ts'
import { hosting, platform, sharing, themes } from './sites/outside.ts'
import { commenters, remarks } from './text/remarks.ts'
import { themesEn } from './text/themes-en.ts'
import { themesFr } from './text/themes-fr.ts'
import type { Anchor, Comment, Entry, Inline, PageKind, PageView, PostLine, Site, Theme } from './types.ts'
import { label, words } from './words.ts'

/** Posts that a home page lists; older ones are reached through the archive only. */
export const latestPosts = 4

/** Every page of these sites (default: every invented one of today), the plan of the whole demonstration. The same at each call. */
export function demoPages(of: readonly Site[] = sites): readonly PageView[] {
  const citations = placeCitations(of)
  return of.flatMap(site =>
    pagesOf(
      site,
      citations.filter(one => one.source === site),
    ),
  )
}

function pagesOf(site: Site, citations: readonly Citation[]): PageView[] {
  const said = words[site.language]
  const engine = engines[site.engine]
  const speak = speaker(site)
  const newestFirst = site.posts.toReversed()
  const entries = newestFirst.map((post): Entry => ({ text: post[3], href: postAddress(site, post), date: post[1] }))
  const page = pageMaker(site)
  return [
    page('home', `${site.base === '' ? '/' : site.base}`, site.tagline, [[site.about]], {
      entries: entries.slice(0, latestPosts),
    }),
    page('about', site.base + engine.about, said.about, [[site.about], [speak(site.posts[0]![2], 2)]]),
    page('archive', site.base + engine.archive, said.allPosts, [], { entries }),
    ...site.posts.map(post => {
      const path = postAddress(site, post).slice(`http://${site.host}`.length)
      const own = citations.filter(one => one.post === post)
      const body = [...textOf(post[2], own, speak), ...(post === newestFirst[0] ? extrasOf(site) : [])]
      return page('post', path, post[3], body, { date: post[1], comments: commentsOn(site, post) })
    }),
  ]
}

type Parts = Partial<Pick<PageView, 'date' | 'entries' | 'comments'>>

function pageMaker(site: Site) {
  const frame = frameOf(site)
  return (
    kind: PageKind,
    path: string,
    title: string,
    paragraphs: readonly (readonly Inline[])[],
    parts: Parts = {},
  ): PageView => ({
    site,
    kind,
    path,
    title,
    paragraphs,
    date: '',
    entries: [],
    comments: [],
    ...frame,
    share: kind === 'post' && ['ghost', 'wordpress-new'].includes(site.engine) ? [shareLink(site)] : [],
    ...parts,
  })
}

const shareLink = (site: Site): Anchor => ({ text: sharing.name, href: `http://${sharing.host}/?from=${site.id}` })

/** What every page of the site carries. */
function frameOf(site: Site): Pick<PageView, 'nav' | 'blogroll' | 'credits'> {
  const said = words[site.language]
  const engine = engines[site.engine]
  const below = (path: string) => `http://${site.host}${site.base}${path}`
  const host = hosting[site.language]
  const credit = (lead: string, anchor: Anchor): Inline[] => [`${lead} `, anchor]
  return {
    nav: [
      ...(site.base === '' ? [] : [{ text: platform.name, href: `http://${platform.host}/` }]),
      { text: said.home, href: site.homepage },
      { text: said.about, href: below(engine.about) },
      { text: said.archive, href: below(engine.archive) },
      ...(site.id === closedSite ? [{ text: said.clients, href: below(closedPath) }] : []),
    ],
    blogroll: idsOf(site.blogroll).map(friend => ({ text: friend.name, href: friend.homepage })),
    credits: [
      [label],
      credit(said.hostedBy, { text: host.name, href: `http://${host.host}/` }),
      ...idsOf(site.madeBy).map(maker => credit(said.madeBy, { text: maker.name, href: maker.homepage })),
      ...idsOf(site.badge).map(maker => credit(said.runsOn, { text: maker.name, href: maker.homepage, image: true })),
      ...(site.engine === 'wordpress-old'
        ? [credit(said.runsOn, { text: themes.name, href: `http://${themes.host}/` })]
        : []),
      ...(site.mobileHost ? [[{ text: said.mobile, href: `http://${site.mobileHost}/` }]] : []),
    ],
  }
}

/** The site whose robots.txt closes a path, and the path. */
export const closedSite = 'precinct-works'
export const closedPath = '/clients/'

/** The site that links to a page of its own that is gone, and the page. */
export const forgetfulSite = 'campagne-claire'
export const lostPath = '/2009/05/page-disparue/'

const idsOf = (ids: string | undefined): Site[] => (ids === undefined ? [] : ids.split(' ').map(siteById))

/** What a few sites have in their newest post besides: a frame, a page that is gone, a page at a former address. */
function extrasOf(site: Site): Inline[][] {
  const frames = idsOf(site.embeds).map((other): Inline[] => [{ text: other.name, href: other.homepage, frame: true }])
  const lost = 'Le premier état de ce texte se lisait [sur une page plus ancienne].'
  const former = 'Nos premiers pas se lisent toujours [à leur ancienne adresse].'
  return [
    ...frames,
    ...(site.id === forgetfulSite ? [linked(lost, `http://${site.host}${lostPath}`)] : []),
    ...(site.formerHosts ?? []).map(host => linked(former, postAddress(site, site.posts[0]!).replace(site.host, host))),
  ]
}

type Speak = (theme: Theme, sentences: number) => string

/** Says sentences about a theme, none twice on a site before all were said. */
function speaker(site: Site): Speak {
  const bank = site.language === 'fr' ? themesFr : themesEn
  const chance = chanceOf(`prose of ${site.id}`)
  const left = new Map<Theme, string[]>()
  const next = (theme: Theme): string => {
    const known = left.get(theme) ?? []
    const sentences = known.length > 0 ? known : shuffle(bank[theme], chance)
    left.set(theme, sentences.slice(1))
    return sentences[0]!
  }
  return (theme, sentences) => Array.from({ length: sentences }, () => next(theme)).join(' ')
}

/** A text of a few paragraphs with its citations in the midst of them. */
function textOf(theme: Theme, citations: readonly Citation[], speak: Speak): Inline[][] {
  const around = citations.map(({ sentence }, at): Inline[] =>
    at % 2 === 0 ? [`${speak(theme, 1)} `, ...sentence] : [...sentence, ` ${speak(theme, 1)}`],
  )
  return [[speak(theme, 2)], ...around, [speak(theme, citations.length > 1 ? 1 : 2)]]
}

/** Authors of other sites comment under one or two posts each, under a name that leads to their site. */
function commentsOn(site: Site, post: PostLine): Comment[] {
  return idsOf(site.commented).flatMap(visitor => {
    const chance = chanceOf(`comments of ${visitor.id} on ${site.id}`)
    const under = shuffle(site.posts, chance).slice(0, 1 + Math.floor(chance() * 2))
    if (!under.includes(post)) return []
    const said = pick(remarks[site.language], () => chanceOf(`${visitor.id} says under ${site.id}${post[0]}`)())
    const author = { text: pick(commenters[visitor.language], chance), href: visitor.homepage }
    return [{ author, date: post[1], text: linked(said, visitor.homepage) }]
  })
}
