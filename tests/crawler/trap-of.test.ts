import { describe, expect, it } from 'vitest'
import { trapOf } from '#crawler/frontier/trap-of.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const year = 2026
const trap = (text: string): string | null => trapOf(normalizeUrl(text)!, year)

describe('trapOf(url, year)', () => {
  it.each([
    ['https://a.example/blog/blog/blog/', 'repeated-segments'],
    ['https://a.example/x/en/fr/en/fr/en/fr/', 'repeated-segments'],
    ['https://a.example/a/menu/b/menu/c/menu/d/menu', 'repeated-segments'],
    [
      `https://a.example/${'s/t/'.repeat(2)}${Array.from({ length: 20 }, (_, n) => `d${n}`).join('/')}`,
      'too-many-segments',
    ],
    [`https://a.example/?q=${'x'.repeat(2000)}`, 'too-long'],
    [`https://a.example/list?${Array.from({ length: 13 }, (_, n) => `f${n}=1`).join('&')}`, 'growing-query'],
    ['https://a.example/?f=1&f=2&f=3&f=4&f=5&f=6', 'growing-query'],
    ['https://a.example/?sid=9f8e7d6c5b4a39281706f5e4d3c2b1a0', 'session-id'],
    ['https://a.example/calendar/2031/05', 'calendar'],
    ['https://a.example/agenda/2099-01', 'calendar'],
    ['https://a.example/events?month=1871-03', 'calendar'],
    ['https://a.example/calendar/20990101', 'calendar'],
    ['https://a.example/evenements/1987/3/', 'calendar'],
    ['https://a.example/agenda?mois=2099-04', 'calendar'],
    ['https://a.example/?tribe-bar-date=2045-11-01', 'calendar'],
    ['https://a.example/?year=1871', 'calendar'],
    ['https://a.example/?date=20451101', 'calendar'],
    ['https://a.example/?date=2045-11', 'calendar'],
  ])('%s is caught by %s', (url, rule) => {
    expect(trap(url)).toBe(rule)
  })

  it.each([
    'https://www.lemonde.fr/blog/2012/05/06/2012-05-06-les-data-de-la-campagne',
    'https://a.example/fr/fr/',
    'https://a.example/2012/12/12/',
    'https://a.example/calendar/2027/05',
    'https://a.example/agenda/2012-03-11-reunion',
    'https://a.example/rapport-2050',
    'https://a.example/articles/2050-l-odyssee',
    'https://a.example/search?q=obama+2012&page=3',
    'https://a.example/?tag[]=a&tag[]=b&tag[]=c&tag[]=d&tag[]=e&tag[]=f&tag[]=g',
    'https://a.example/?sid=4512',
    'https://a.example/node/123?from=2019-01-01',
    'https://a.example/wiki/A/B/C/D/E/F/G/H/I/J',
    'https://a.example/?start=2100',
    'https://a.example/agenda/1204',
    'https://a.example/events/1532',
    'https://a.example/events/1532-10-ans-du-club',
    'https://a.example/evenements/2871.html',
    'https://a.example/agenda/120412',
    'https://a.example/agenda/15321012',
    'https://a.example/events?id=1806',
    'https://a.example/planning/2048/inscription',
    'https://a.example/agenda/?date=1204',
    'https://a.example/?day=2204',
    'https://a.example/?week=1950',
    'https://a.example/?date=120412',
    'https://a.example/?date=15321012345',
  ])('%s is a page', url => {
    expect(trap(url)).toBeNull()
  })
})
