import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Zone } from '#data/vocabulary/zones.ts'
import { zonesBySite } from '#data/zones/zones-by-site.ts'
import type { SiteLink } from '#data/zones/site-link.ts'

type Planted = Partial<SiteLink> & Pick<SiteLink, 'place' | 'targetId'>

/** A site's pages, each a list of links in the order of the page; the bytes of all differ unless told. */
function site(pages: readonly (readonly Planted[])[], bodies?: readonly string[]): SiteLink[] {
  let id = 0
  return pages.flatMap((links, pageId) =>
    links.map((link, ordinal) => ({
      id: (id += 1),
      pageId,
      body: bodies?.[pageId] ?? `body ${pageId}`,
      anchor: link.targetId,
      context: 0,
      ordinal,
      zone: 'other' as Zone,
      isForeign: true,
      ...link,
    })),
  )
}

const pages = (count: number, page: (n: number) => readonly Planted[]): SiteLink[] =>
  site(Array.from({ length: count }, (_, n) => page(n)))

/** What the second pass makes of each link of one page, in its order. */
const zonesOfPage = (links: readonly SiteLink[], pageId = 0): Zone[] => {
  const changed = zonesBySite(links)
  return links.filter(link => link.pageId === pageId).map(link => changed.get(link.id) ?? link.zone)
}

const matter = (n: number): Planted => ({ place: 'div.x>a', targetId: 1000 + n, context: 2000 + n, zone: 'content' })

describe('zonesBySite(links)', () => {
  it('tells head, blogroll, matter and foot of pages whose markup names nothing', () => {
    const links = pages(6, n => [
      { place: 'table>tr>td>a', targetId: 1 },
      matter(n),
      { place: 'table>tr>td>ul>li>a', targetId: 11 },
      { place: 'table>tr>td>ul>li>a', targetId: 12 },
      { place: 'table>tr>td>ul>li>a', targetId: 13 },
      matter(n + 100),
      { place: 'table>tr>td>p>a', targetId: 21, context: 5 },
    ])
    expect(zonesOfPage(links)).toEqual(['header', 'content', 'blogroll', 'blogroll', 'blogroll', 'content', 'footer'])
  })

  it('needs four pages that differ: a page under several addresses is one page', () => {
    const frame = (n: number): Planted[] => [{ place: 'div>a', targetId: 1 }, matter(n)]
    expect(zonesBySite(pages(3, frame)).size).toBe(0)
    expect(zonesBySite(pages(4, frame)).size).toBe(4)
    const same = site([0, 1, 2, 3].map(frame), ['a', 'b', 'c', 'c'])
    expect(zonesBySite(same).size).toBe(0)
  })

  it('takes what a page shows as its own matter for template only when nearly every page has it', () => {
    const speaker = (share: number): SiteLink[] =>
      pages(10, n => [{ place: 'main>ul>li>a', targetId: n < share ? 1 : 100 + n, zone: 'content' }, matter(n)])
    expect(zonesBySite(speaker(8)).size).toBe(0)
    expect(zonesBySite(speaker(9)).size).toBe(9)
  })

  it('takes what no region tells for template when half of the pages have it', () => {
    const ribbon = (share: number): SiteLink[] =>
      pages(10, n => [
        ...(n < share ? [{ place: 'a#ribbon', targetId: 1 }] : []),
        { place: 'p>a#ribbon', targetId: 50 + n },
        matter(n),
      ])
    expect(zonesBySite(ribbon(4)).size).toBe(4)
    const diluted = (share: number): SiteLink[] =>
      pages(10, n => [{ place: 'div>a', targetId: n < share ? 1 : 100 + n }, matter(n)])
    expect(zonesBySite(diluted(4)).size).toBe(0)
    expect(zonesBySite(diluted(5)).size).toBe(5)
  })

  it('compares pages only with those of the same frame: two engines on one host dilute nothing', () => {
    const links = pages(20, n =>
      n < 5 ? [{ place: 'div#old>p>a', targetId: 1 }, matter(n)] : [{ place: 'div#new>p>a', targetId: 2 }, matter(n)],
    )
    const changed = zonesBySite(links)
    expect(links.filter(link => changed.has(link.id)).map(link => link.targetId)).toEqual([
      ...Array<number>(5).fill(1),
      ...Array<number>(15).fill(2),
    ])
  })

  it('leaves a post that archives show again as its own matter', () => {
    const post = (k: number): Planted => ({
      place: 'div.post>p>a',
      targetId: 100 + k,
      context: 500 + k,
      zone: 'content',
    })
    // Ten posts, a front page with all of them, five months with two each.
    const links = site([
      ...Array.from({ length: 10 }, (_, k) => [post(k)]),
      Array.from({ length: 10 }, (_, k) => post(k)),
      ...Array.from({ length: 5 }, (_, m) => [post(2 * m), post(2 * m + 1)]),
    ])
    expect(zonesBySite(links).size).toBe(0)
  })

  it('leaves a friend who is recommended in ever new sentences as matter', () => {
    const links = pages(8, n => [{ place: 'p>a', targetId: 1, context: 10 + n, zone: 'content' }])
    expect(zonesBySite(links).size).toBe(0)
  })

  it('never makes a comment template, however faithful the reader', () => {
    const links = pages(8, n => [{ place: 'ol.comments>li>a', targetId: 1, zone: 'comment' }, matter(n)])
    expect(zonesBySite(links).size).toBe(0)
  })

  it('gives a link that a page misread the zone it has on the others', () => {
    const links = pages(8, n => [matter(n), { place: 'div#foot>a', targetId: 1, zone: n < 2 ? 'content' : 'footer' }])
    expect([...zonesBySite(links).values()]).toEqual(['footer', 'footer'])
  })

  it('leaves the zones of links inside the entity as the pages show them', () => {
    const links = pages(8, n => [{ place: 'div>a', targetId: 1, isForeign: false }, matter(n)])
    expect(zonesBySite(links).size).toBe(0)
  })

  it('does not depend on what it found before, nor on anything but the links', () => {
    const link = fc.record({
      place: fc.constantFrom('a', 'div#x>a', 'div#x>ul>li>a', 'p>a'),
      targetId: fc.integer({ min: 1, max: 4 }),
      context: fc.constantFrom(0, 7),
      zone: fc.constantFrom<Zone>('content', 'other', 'nav', 'footer', 'comment'),
      isForeign: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(fc.array(link, { maxLength: 5 }), { maxLength: 8 }), planted => {
        const links = site(planted)
        const changed = zonesBySite(links)
        expect(zonesBySite(links)).toEqual(changed)
        for (const { id, zone, isForeign } of links) {
          const now = changed.get(id)
          if (now === undefined) continue
          expect(isForeign && zone !== 'comment').toBe(true)
          expect(['nav', 'header', 'footer', 'sidebar', 'blogroll']).toContain(now)
        }
      }),
      { seed: 1 },
    )
  })
})
