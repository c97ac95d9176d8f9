import { DirectedGraph } from 'graphology'
import { Parser } from 'htmlparser2'
import louvain from 'graphology-communities-louvain'
import { describe, expect, it } from 'vitest'
import { sites } from '#seeds/demo-web/all-sites.ts'
import { placeCitations } from '#seeds/demo-web/citations.ts'
import { demoSite } from '#seeds/demo-web/demo-site.ts'
import { engines } from '#seeds/demo-web/engines/all-engines.ts'
import { closedPath, closedSite, demoPages, forgetfulSite, lostPath } from '#seeds/demo-web/pages.ts'
import { outsideSites } from '#seeds/demo-web/sites/outside.ts'
import type { Anchor, Inline, PageView, Site } from '#seeds/demo-web/types.ts'
import { label } from '#seeds/demo-web/words.ts'

const pages = demoPages()
const citations = placeCitations()
const ties = citations.flatMap(({ source, target }) => (target === null ? [] : [{ source, target }]))
const plainText = (inlines: readonly Inline[]) =>
  inlines.map(one => (typeof one === 'string' ? one : one.text)).join('')
const bodyOf = (view: PageView) => {
  const answer = demoSite(view.site.host, view.path)
  expect(answer?.status).toBe(200)
  return new TextDecoder(engines[view.site.engine].charset).decode(answer!.body)
}
const hrefsOf = (html: string) => {
  const hrefs: string[] = []
  const parser = new Parser({
    onopentag: (name, { href, src }) => {
      const address = name === 'iframe' ? src : href
      if (['a', 'area', 'iframe'].includes(name) && address !== undefined) hrefs.push(address)
    },
  })
  parser.end(html)
  return hrefs.filter(href => href.startsWith('http'))
}
const anchorsOf = (inlines: readonly Inline[]): Anchor[] => inlines.filter(inline => typeof inline !== 'string')

describe('the demonstration web: its form', () => {
  it('has 36 to 48 sites, French and American in about equal number, of 6 to 12 pages each', () => {
    expect(sites.length).toBeGreaterThanOrEqual(36)
    expect(sites.length).toBeLessThanOrEqual(48)
    const french = sites.filter(site => site.country === 'FR').length / sites.length
    expect(french).toBeGreaterThan(0.4)
    expect(french).toBeLessThan(0.6)
    const sizes = sites.map(site => pages.filter(view => view.site === site).length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(12)
  })

  it('uses every engine that it has', () => {
    expect(new Set(sites.map(site => site.engine))).toEqual(new Set(Object.keys(engines)))
  })

  it('has one page per address', () => {
    expect(new Set(pages.map(view => view.site.host + view.path)).size).toBe(pages.length)
  })

  it('gives the same bytes at each call', () => {
    const again = demoPages()
    expect(again).toEqual(pages)
    expect(pages.map(bodyOf)).toEqual(again.map(view => engines[view.site.engine].render(view)))
  })

  it('says on every page, answers other than 200 included, that it is invented', () => {
    for (const view of pages) expect(bodyOf(view), view.path).toContain(label)
    const others = [
      ['m.revue-hemicycle.example', '/'],
      ['www.palier.example', '/'],
      ['porte-et-palier.example', '/about/'],
      [`${forgetfulSite}.example`, lostPath],
      [`${closedSite}.example`, closedPath],
      [`${closedSite}.example`, '/robots.txt'],
      ...outsideSites.map(({ host }) => [host, '/'] as const),
    ] as const
    for (const [host, path] of others)
      expect(new TextDecoder().decode(demoSite(host, path)?.body), host + path).toContain(label)
  })

  it('shows it to readers, not only in a comment of the source', () => {
    for (const view of pages) expect(bodyOf(view).replace(/<!--.*?-->/gs, '')).toContain(label)
  })

  it('answers null for a host that is not part of it', () => {
    for (const host of ['example', 'example.org', 'blog.palier.example', 'www.www.palier.example', 'localhost', ''])
      expect(demoSite(host, '/'), host).toBeNull()
  })
})

describe('the demonstration web: its hyperlinks', () => {
  it('writes each hyperlink of the plan into its page, and none besides', () => {
    for (const view of pages) {
      const { nav, blogroll, share, entries, comments, credits, paragraphs } = view
      const planned = [
        nav,
        blogroll,
        share,
        entries,
        comments.map(comment => comment.author),
        ...[...comments.map(comment => comment.text), ...credits, ...paragraphs].map(anchorsOf),
      ].flatMap(anchors => anchors.map(one => one.href))
      const written = hrefsOf(bodyOf(view)).filter(href => href !== view.site.homepage)
      expect(written.toSorted(), view.site.host + view.path).toEqual(
        planned.filter(href => href !== view.site.homepage).toSorted(),
      )
    }
  })

  it('leads everywhere it says, but to one page that is planned to be gone', () => {
    const follow = (address: string, hops = 0): string => {
      const { host, pathname, search } = new URL(address)
      const answer = demoSite(host, pathname + search)
      const location = answer?.headers['location']
      return location !== undefined && hops < 3 ? follow(location, hops + 1) : String(answer?.status)
    }
    const hrefs = new Set(pages.flatMap(view => hrefsOf(bodyOf(view))))
    const lost = [...hrefs].filter(href => follow(href) !== '200')
    expect(lost).toEqual([`http://${forgetfulSite}.example${lostPath}`])
  })

  it('keeps some posts out of reach of one click', () => {
    for (const site of sites) {
      const home = pages.find(view => view.site === site && view.kind === 'home')!
      const posts = pages.filter(view => view.site === site && view.kind === 'post')
      const near = new Set([...home.nav, ...home.entries].map(one => one.href))
      expect(posts.filter(view => !near.has(`http://${site.host}${view.path}`)).length, site.id).toBeGreaterThan(0)
    }
  })

  it('redirects a former host, www. and a missing slash, each to the page that is meant', () => {
    const location = (host: string, path: string) => demoSite(host, path)?.headers['location']
    expect(location('porte-et-palier.example', '/changer-de-nom/')).toBe('http://palier.example/changer-de-nom/')
    expect(location('www.palier.example', '/about/')).toBe('http://palier.example/about/')
    expect(location('palier.example', '/about')).toBe('http://palier.example/about/')
  })

  it('closes a linked path to robots', () => {
    const robots = new TextDecoder().decode(demoSite(`${closedSite}.example`, '/robots.txt')?.body)
    expect(robots).toContain(`Disallow: ${closedPath}`)
    const linking = pages.filter(view => view.nav.some(one => one.href.endsWith(closedPath)))
    expect(new Set(linking.map(view => view.site.id))).toEqual(new Set([closedSite]))
  })

  it('writes its page of 2004 in Windows-1252 and says so in the document only', () => {
    const answer = demoSite('isoloir-conseil.example', '/')!
    expect(answer.headers['content-type']).toBe('text/html')
    expect([...answer.body].some(byte => byte >= 0x80)).toBe(true)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(answer.body)).toThrow()
  })
})

describe('the demonstration web: its evidence', () => {
  it('never says the same sentence twice', () => {
    const sentences = citations.map(one => plainText(one.sentence))
    expect(sentences.length).toBeGreaterThan(300)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('cites posts older than the citing one, from 2011 to 2023', () => {
    for (const { post, cited } of citations) {
      expect(post[1]).toMatch(/^20(1[1-9]|2[0-3])-/)
      if (cited !== null) expect(cited[1] < post[1]).toBe(true)
    }
  })

  it('writes most in the months of elections', () => {
    const election = {
      FR: ['2012', '2014', '2017', '2020', '2022'],
      US: ['2012', '2014', '2016', '2018', '2020', '2022'],
    }
    const notes = sites.flatMap(site =>
      site.posts.filter(post => post[0].startsWith('notes-')).map(post => ({ site, post })),
    )
    const inYear = notes.filter(({ site, post }) => election[site.country].includes(post[1].slice(0, 4)))
    expect(inYear.length / notes.length).toBeGreaterThan(0.65)
  })
})

describe('the demonstration web: what is planted', () => {
  const count = (from: Site['country'], to: Site['country']) =>
    ties.filter(tie => tie.source.country === from && tie.target.country === to)

  it('has France cite America at least three times as often as America cites France', () => {
    expect(count('US', 'FR').length).toBeGreaterThan(5)
    expect(count('FR', 'US').length).toBeGreaterThan(3 * count('US', 'FR').length)
  })

  it('lets three French gatekeepers carry most of the ties across the ocean', () => {
    const carriers = ['atelier-scrutin', 'fondation-du-pre', 'campus-terrain']
    const across = count('FR', 'US')
    const carried = across.filter(tie => carriers.includes(tie.source.id))
    expect(carried.length / across.length).toBeGreaterThan(0.55)
  })

  it('plants five communities that Louvain finds again, one of them across both countries', () => {
    const graph = new DirectedGraph()
    for (const site of sites) graph.addNode(site.id)
    for (const { source, target } of ties)
      graph.updateEdge(source.id, target.id, ({ weight = 0 }) => ({ weight: weight + 1 }))
    const found = louvain(graph, { rng: () => 0.5 })
    const agree = pairs(sites).filter(([a, b]) => (a.milieu === b.milieu) === (found[a.id] === found[b.id]))
    expect(agree.length / pairs(sites).length).toBeGreaterThan(0.9)
    expect(new Set(sites.filter(site => site.milieu === 'ruche').map(site => site.country)).size).toBe(2)
  })

  it('lets blogrolls tell another story than posts: most friends are never cited', () => {
    const cited = new Set(ties.map(({ source, target }) => `${source.id} ${target.homepage}`))
    const friends = pages
      .filter(view => view.kind === 'home')
      .flatMap(view => view.blogroll.map(one => `${view.site.id} ${one.href}`))
    expect(friends.length).toBeGreaterThan(30)
    expect(friends.filter(friend => !cited.has(friend)).length / friends.length).toBeGreaterThan(0.4)
  })

  it('mentions sites that no list names, each by several others', () => {
    const outside = citations.filter(one => one.target === null)
    const citing = Map.groupBy(outside, one => one.href)
    expect(citing.size).toBeGreaterThanOrEqual(10)
    for (const [, by] of citing) expect(new Set(by.map(one => one.source.id)).size).toBeGreaterThanOrEqual(3)
  })
})

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((a, at) => list.slice(at + 1).map((b): [T, T] => [a, b]))
