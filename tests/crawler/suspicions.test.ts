import { describe, expect, it } from 'vitest'
import { suspicions } from '#crawler/tell/suspicions.ts'
import type { EntityOutcome } from '#data/store/visits/crawl-findings.ts'
import type { EntityId } from '#data/url/brand.ts'

const sound: EntityOutcome = {
  id: 'a.example' as EntityId,
  fetched: 40,
  failed: 3,
  redirected: 2,
  excluded: 0,
  cut: 0,
  linksOut: 90,
  titles: 38,
  bodies: 40,
  title: 'An agency',
  cause: 'http-404',
  unrendered: 0,
  onward: 400,
  nofollow: 0,
  leadsTo: '',
  targets: ['b.example'],
}

describe('suspicions(entities)', () => {
  it.each<[string, Partial<EntityOutcome>]>([
    ['only-redirects', { fetched: 0, redirected: 1, leadsTo: 'new.example' }],
    ['nothing-read', { fetched: 0, redirected: 0, failed: 1, cause: 'dns' }],
    ['parked', { fetched: 1, title: 'a.example — this domain name is for sale' }],
    ['parked', { fetched: 1, title: 'a.example', targets: ['sedoparking.com'] }],
    ['needs-a-browser', { unrendered: 30 }],
    ['one-page', { fetched: 1, onward: 0, linksOut: 0 }],
    ['one-page', { fetched: 1, onward: 0, linksOut: 7 }],
    ['one-page', { fetched: 1, nofollow: 1 }],
    ['all-alike', { bodies: 2 }],
    ['all-alike', { titles: 1, bodies: 18 }],
    ['few-links', { linksOut: 0 }],
    ['mostly-failed', { fetched: 3, failed: 50, titles: 3, bodies: 3 }],
  ])('%s: %j', (sign, oddity) => {
    expect(suspicions([{ ...sound, ...oddity }]).map(one => one.sign)).toEqual([sign])
  })

  it('says the cause in words, with its slug', () => {
    const [shut] = suspicions([{ ...sound, fetched: 0, redirected: 0, failed: 0, excluded: 1, cause: 'robots' }])
    expect(shut!.sentence).toBe('no page could be read: its robots.txt does not allow it (robots)')
    const [odd] = suspicions([{ ...sound, fetched: 0, redirected: 0, failed: 1, cause: 'http-418' }])
    expect(odd!.sentence).toBe('no page could be read: http-418')
  })

  it.each<[string, Partial<EntityOutcome>]>([
    ['a site as most are', {}],
    ['a small site without links', { fetched: 3, linksOut: 0, titles: 3, bodies: 3 }],
    ['a site with the same title everywhere', { titles: 1 }],
    [
      'a firm that sells domains among other things',
      { title: 'Sale of everything', targets: ['dan.com', 'b.example'] },
    ],
  ])('nothing is odd about %s', (_what, facts) => {
    expect(suspicions([{ ...sound, ...facts }])).toEqual([])
  })
})
