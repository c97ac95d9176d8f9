import { engines } from './engines/all-engines.ts'
import { siteById, sites } from './all-sites.ts'
import { chanceOf, pick, shuffle } from './chance.ts'
import { mentioned } from './sites/outside.ts'
import { citationsEn, citationsEnAbroad, mentionsEn } from './text/citations-en.ts'
import { citationsFr, citationsFrAbroad, mentionsFr } from './text/citations-fr.ts'
import type { Anchor, Inline, PostLine, Site } from './types.ts'

/** A sentence with one hyperlink, and the post that it stands in. */
export interface Citation {
  readonly source: Site
  readonly post: PostLine
  /** Null: a host outside the crawl. */
  readonly target: Site | null
  /** The post that it leads to; null for a home page. */
  readonly cited: PostLine | null
  readonly href: string
  readonly sentence: readonly Inline[]
}

/** Where a site's post is found. */
export const postAddress = (site: Site, post: PostLine): string =>
  `http://${site.host}${site.base}${engines[site.engine].postPath(post, site.posts.indexOf(post) + 1)}`

/** No page carries more, so that they read as texts and not as lists. */
const maxCitationsPerPost = 3

const neighboursPerSite = 3

/** The citations of these sites (default: all), in a fixed order: the ties of each one's line and of its neighbourhood, then one aside each. */
export function placeCitations(sources: readonly Site[] = sites): readonly Citation[] {
  const wording = wordings()
  const aside = asides()
  return sources.flatMap(source => {
    const chance = chanceOf(`citations of ${source.id}`)
    const placed: Citation[] = []
    for (const [target, count] of [...readTies(source.cites), ...neighbourTies(source, chance)])
      for (let nth = 0; nth < count; nth += 1) placed.push(cite(source, target, placed, wording, chance))
    const post = roomiest(source.posts, placed, chance)
    return [...placed, { source, post, target: null, cited: null, ...aside(source) }]
  })
}

/** Deals the outside hosts of a language out in turn, and of each its sentences in turn. */
function asides(): (source: Site) => Pick<Citation, 'href' | 'sentence'> {
  const dealt = { fr: 0, en: 0 }
  return ({ language }) => {
    const hosts = mentioned.filter(site => site.language === language)
    const nth = dealt[language]++
    const { host, asides } = hosts[nth % hosts.length]!
    const href = `http://${host}/`
    return { href, sentence: linked(asides[Math.floor(nth / hosts.length) % asides.length]!, href) }
  }
}

/** 'name*3 other' → [[name, 3], [other, 1]]. */
const readTies = (cites: string): [Site, number][] =>
  cites.split(' ').map(tie => {
    const [id, count] = tie.split('*')
    return [siteById(id!), Number(count ?? 1)]
  })

/**
 * One tie each to a few sites of the same community and country that the site's line doesn't name, so that communities
 * hold together; rather to those that don't cite it, for most citations are not returned.
 */
function neighbourTies(source: Site, chance: () => number): [Site, number][] {
  const citedBy = (site: Site) => new Set(readTies(site.cites).map(([target]) => target))
  const named = citedBy(source)
  const neighbours = shuffle(sites, chance).filter(
    site => site.milieu === source.milieu && site.country === source.country && site !== source && !named.has(site),
  )
  return neighbours
    .toSorted((a, b) => Number(citedBy(a).has(source)) - Number(citedBy(b).has(source)))
    .slice(0, neighboursPerSite)
    .map(site => [site, 1])
}

type Wording = (templates: readonly string[], name: string, ref: string | null, href: string) => readonly Inline[]

/** Cites an earlier post of `target` where there is one, else its home page. */
function cite(
  source: Site,
  target: Site,
  placed: readonly Citation[],
  wording: Wording,
  chance: () => number,
): Citation {
  const abroad = source.country !== target.country
  const refOf = (post: PostLine) => (abroad ? post[5] : post[4])
  const room = source.posts.filter(post => placed.filter(one => one.post === post).length < maxCitationsPerPost)
  const pairs = room
    .flatMap(post => target.posts.filter(cited => cited[1] < post[1] && refOf(cited)).map(cited => ({ post, cited })))
    .filter(({ cited }) => !placed.some(one => one.cited === cited))
  if (pairs.length === 0) {
    const { homepage: href } = target
    const post = roomiest(source.posts, placed, chance)
    const sentence = wording(source.language === 'fr' ? mentionsFr : mentionsEn, target.name, null, href)
    return { source, post, target, cited: null, href, sentence }
  }
  const post = roomiest([...new Set(pairs.map(pair => pair.post))], placed, chance)
  const cited = pick(
    pairs.filter(pair => pair.post === post),
    chance,
  ).cited
  const href = addressAsCited(target, cited, post[1], chance())
  const templates = templatesFor(source, abroad)
  return { source, post, target, cited, href, sentence: wording(templates, target.name, refOf(cited)!, href) }
}

function templatesFor(source: Site, abroad: boolean): readonly string[] {
  if (source.language === 'en') return abroad ? citationsEnAbroad : citationsEn
  return abroad ? [...citationsFrAbroad, ...citationsFr] : citationsFr
}

/** The post with the fewest citations so far. */
function roomiest(posts: readonly PostLine[], placed: readonly Citation[], chance: () => number): PostLine {
  const load = (post: PostLine) => placed.filter(one => one.post === post).length
  const least = Math.min(...posts.map(load))
  return pick(
    posts.filter(post => load(post) === least),
    chance,
  )
}

/** Since when former hosts are former. */
const renamedOn = '2016-09-12'

/** As people paste addresses: now and then the old host, the telephone's, or with a campaign parameter. */
function addressAsCited(target: Site, cited: PostLine, citedOn: string, chance: number): string {
  const address = postAddress(target, cited)
  const [formerHost] = target.formerHosts ?? []
  if (formerHost && citedOn < renamedOn) return address.replace(target.host, formerHost)
  if (target.mobileHost && chance < 0.25) return address.replace(target.host, target.mobileHost)
  if (chance > 0.9) return `${address}${address.includes('?') ? '&' : '?'}utm_source=newsletter`
  return address
}

/** Fills sentence patterns, the least used one first, so that no two sentences of the demonstration are the same. */
function wordings(): Wording {
  const uses = new Map<string, number>()
  const said = new Set<string>()
  return (templates, name, ref, href) => {
    const byUse = templates.toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))
    const fresh = byUse.find(template => !said.has(fill(template, name, ref))) ?? byUse[0]!
    uses.set(fresh, (uses.get(fresh) ?? 0) + 1)
    const text = fill(fresh, name, ref)
    said.add(text)
    return linked(text, href)
  }
}

function fill(template: string, name: string, ref: string | null): string {
  const elided = /^[AEIOUÉ]/.test(name)
  const values: Readonly<Record<string, string>> = {
    site: name,
    ref: ref ?? '',
    de: elided ? 'd’' : 'de ',
    que: elided ? 'qu’' : 'que ',
    of: `${elided ? 'd’' : 'de '}${name}`,
  }
  return template.replace(/\{(\w+)\}/g, (_whole, word: string) => values[word]!)
}

/** 'See [this] now.' → ['See ', {text: 'this', href}, ' now.']. */
export function linked(text: string, href: string): Inline[] {
  const parts = /^(.*)\[(.+)\](.*)$/s.exec(text)
  if (parts === null) return [text]
  const anchor: Anchor = { text: parts[2]!, href }
  return [parts[1]!, anchor, parts[3]!].filter(part => part !== '')
}
