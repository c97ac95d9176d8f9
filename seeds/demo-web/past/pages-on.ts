import { formerSites, siteById, sites } from '../all-sites.ts'
import { linked } from '../citations.ts'
import { engines } from '../engines/all-engines.ts'
import { html, type Answer } from '../answer.ts'
import { esc } from '../html.ts'
import { demoPages, latestPosts } from '../pages.ts'
import type { Anchor, Inline, PageView, Site } from '../types.ts'
import { formerBlogrolls, formerPartners, type Until } from './history.ts'
import { isToCome, namesToCome, siteAt } from './when.ts'

let planned: Map<Site, PageView[]> | null = null

/** The pages of a site as its plan has them today, or had them last. Made at the first question: only the past needs them. */
function planOf(site: Site): readonly PageView[] {
  planned ??= Map.groupBy([...demoPages(sites), ...demoPages(formerSites)], view => view.site)
  return planned.get(site)!
}

/**
 * The pages of a site as they stood on `day` (ISO 8601): its texts until then, with what they cite that was there; its list of friends and
 * its partners of then. Names and hosts are those of today's plan: `asWrittenOn` gives those of the day.
 */
export function pagesOn(site: Site, day: string): readonly PageView[] {
  const views = planOf(site).filter(view => view.date <= day)
  const entries = views.find(view => view.kind === 'archive')!.entries.filter(one => one.date <= day)
  const friends = formerLinks(formerBlogrolls[site.id], day)
  const partners = formerLinks(formerPartners[site.id], day)
  const wasThere = (anchor: Anchor): boolean => {
    const target = siteAt(anchor.href)
    return target === undefined || !isToCome(target, day)
  }
  const wereThere = (run: readonly Inline[]): boolean => run.every(one => typeof one === 'string' || wasThere(one))
  return views.map(view => ({
    ...view,
    entries: view.kind === 'home' ? entries.slice(0, latestPosts) : view.kind === 'archive' ? entries : [],
    paragraphs: [...view.paragraphs.filter(wereThere), ...(view.kind === 'about' ? partnersOf(site, partners) : [])],
    comments: view.comments.filter(comment => wasThere(comment.author)),
    blogroll: friends ?? view.blogroll.filter(wasThere),
    credits: view.credits.filter(wereThere),
  }))
}

/** The links of the first line that held on `day`; null: those of today hold. */
function formerLinks(lines: Until | undefined, day: string): Anchor[] | null {
  const line = lines?.find(([until]) => day < until)
  if (line === undefined) return null
  return line[1].split(' ').map(id => {
    if (id.startsWith('@')) return { text: id.slice(1), href: `http://${id.slice(1)}/` }
    const { name, homepage } = siteById(id)
    return { text: name, href: homepage }
  })
}

function partnersOf(site: Site, partners: readonly Anchor[] | null): Inline[][] {
  const said = site.language === 'fr' ? 'Nous travaillons avec ' : 'We work with '
  return (partners ?? []).map(({ text, href }) => linked(`${said}[${text}].`, href))
}

/** The page as it was served on `day`, with the names and hosts of that day. */
export function answerOn(view: PageView, day: string): Answer {
  const { render, charset } = engines[view.site.engine]
  return html(asWrittenOn(render({ ...view, servedOn: day }), day), 200, charset)
}

/** `text`, which is HTML or an address, with the names and hosts of that day. */
export const asWrittenOn = (text: string, day: string): string =>
  namesToCome(day).reduce((before, { id, formerHost, formerName }) => {
    const { host, name } = siteById(id)
    return before.replaceAll(host, formerHost).replaceAll(esc(name), esc(formerName))
  }, text)
