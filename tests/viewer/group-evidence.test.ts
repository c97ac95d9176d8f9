import { describe, expect, it } from 'vitest'
import type { Evidence } from '#data/store/evidence/evidence.ts'
import type { EntityId, Url } from '#data/url/brand.ts'
import { groupEvidence } from '#viewer/server/group-evidence.ts'

const url = (text: string) => text as Url
const link = (page: number, more: Partial<Evidence> = {}): Evidence => ({
  source: 'a.example' as EntityId, target: 'b.example' as EntityId, sourceUrl: url(`https://a.example/${page}`), targetUrl: url('https://b.example/'),
  href: '/', anchor: 'B', context: '', anchorAt: -1, heading: '', zone: 'content', mark: '', rel: '', element: 'a',
  firstSeen: '2026-11-01T00:00:00Z', lastSeen: '2026-11-02T00:00:00Z', pageTitle: `Page ${page}`, pagePublished: '', pageLanguage: 'fr', memento: '', capturedAt: '', ...more,
}) // prettier-ignore
const question = { source: 'a.example', target: 'b.example', zone: undefined, offset: 0, limit: 10 } as const

describe('groupEvidence(links, question)', () => {
  it('puts the links of one page together, the latest published page first', () => {
    const links = [
      link(1, { pagePublished: '2012-05-06' }),
      link(2),
      link(3, { pagePublished: '2017-05-07' }),
      link(3, { anchor: 'again' }),
    ]
    const { pages, pagesTotal } = groupEvidence(links, question)
    expect(pages.map(({ url, links: ofPage }) => [url, ofPage.length])).toEqual([
      ['https://a.example/3', 2],
      ['https://a.example/1', 1],
      ['https://a.example/2', 1],
    ])
    expect(pagesTotal).toBe(3)
  })

  it('shows a blogroll on 500 pages once, with its number of pages and the whole span of its sightings', () => {
    const roll = Array.from({ length: 500 }, (_, page) =>
      link(page, { zone: 'blogroll', firstSeen: page === 7 ? '2025-01-01T00:00:00Z' : '2026-11-01T00:00:00Z' }),
    )
    const { templates, pages } = groupEvidence([...roll, link(1, { zone: 'footer' })], question)
    expect(pages).toEqual([])
    expect(
      templates.map(({ zone, pageCount, samples, firstSeen }) => [zone, pageCount, samples.length, firstSeen]),
    ).toEqual([
      ['blogroll', 500, 5, '2025-01-01T00:00:00Z'],
      ['footer', 1, 1, '2026-11-01T00:00:00Z'],
    ])
  })

  it('counts by zone over all links, whatever zone is asked for', () => {
    const data = groupEvidence([link(1), link(2, { zone: 'comment' }), link(3, { zone: 'nav' })], {
      ...question,
      zone: 'comment',
    })
    expect(data.byZone).toEqual([['content', 1], ['nav', 1], ['comment', 1]]) // prettier-ignore
    expect([data.total, data.pagesTotal, data.templates.length]).toEqual([3, 1, 0])
  })

  it('gives pages in parts', () => {
    const links = Array.from({ length: 25 }, (_, page) => link(page))
    const part = (offset: number) => groupEvidence(links, { ...question, offset }).pages.map(({ url }) => url)
    expect(new Set([...part(0), ...part(10), ...part(20)]).size).toBe(25)
    expect(part(20)).toHaveLength(5)
  })
})
