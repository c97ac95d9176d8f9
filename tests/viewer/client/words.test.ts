import { describe, expect, it } from 'vitest'
import { firstKnown } from '#data/vocabulary/languages.ts'
import { pageWords } from '#data/vocabulary/words/page-words.ts'
import { sayCrawl } from '#viewer/client/crawl/say-crawl.ts'
import { sayDuration } from '#viewer/client/crawl/say-duration.ts'
import { speak } from '#viewer/client/words/format.ts'

const { en, fr } = pageWords

type Entry = readonly [path: string, text: string]

const fill = ['A', 'B', 'C', 'D'] as const

/** Every text of a dictionary, functions called with letters or a number. */
function texts(words: object, path = ''): Entry[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]): Entry[] => {
    const here = `${path}${name}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'object' && value !== null) return texts(value, `${here}.`)
    const call = value as (...given: unknown[]) => string
    const isCount = ['sites', 'ties', 'pages', 'links', 'searchResults', 'others'].includes(here)
    return [[here, isCount ? call(2) : call(...fill)]]
  })
}

describe('the words of the interface', () => {
  it('say the same things in both languages', () => {
    expect(texts(fr).map(([path]) => path)).toEqual(texts(en).map(([path]) => path))
  })

  it.each(texts(fr))('keep a French sign with its word: %s', (_, text) => {
    expect(text).not.toMatch(/ [:;?!»]|« /)
  })

  it.each([...texts(en), ...texts(fr)])('are never empty or undefined: %s', (_, text) => {
    expect(text.trim()).not.toBe('')
    expect(text).not.toContain('undefined')
  })

  it('count in the manner of each language: 0 is singular in French, plural in English', () => {
    expect([en.sites(0), en.sites(1), en.sites(1234)]).toEqual(['0 sites', '1 site', '1,234 sites'])
    expect([fr.sites(0), fr.sites(1), fr.sites(2)]).toEqual(['0 site', '1 site', '2 sites'])
  })
})

describe('sayCrawl({ data, speech })', () => {
  const run = { pid: 1, startedAt: 0, seenAt: 0, endedAt: null, outcome: '', delayMs: 0, concurrency: 1 }
  const said = (pending: number, secondsLeft: number): string => {
    const pages = { pending, fetched: 3, redirected: 0, failed: 0, excluded: 0 }
    return sayCrawl({ data: { running: true, status: { run, pages, rate: 2, secondsLeft } }, speech: speak('fr') })
  }

  it('tells how long what waits will take; of nothing that waits it tells no time', () => {
    expect([said(40, 75), said(3, 0), said(0, 0)]).toEqual([
      'En cours : 2 pages par seconde ; environ 1 min pour ce qui attend.',
      'En cours : 2 pages par seconde ; environ 1 s pour ce qui attend.',
      'En cours : 2 pages par seconde ; rien d’autre n’attend, que l’on sache.',
    ])
    expect([0.2, 29, 3700].map(seconds => sayDuration(seconds, speak('en').words.duration))).toEqual([
      '1 s',
      '29 s',
      '1 h 2 min',
    ])
  })
})

describe('speak(language)', () => {
  it('writes numbers, dates and countries as the language does', () => {
    const at = Date.UTC(2026, 10, 12)
    const [english, french] = [speak('en'), speak('fr')]
    expect([english.number(0.12345), french.number(0.12345)]).toEqual(['0.123', '0,123'])
    // What would be a row of zeros has a power of ten, on one line.
    expect([1.2345e-17, -9.996e-8, 0.0000123].map(french.number)).toEqual([
      '1,23\u00a0×\u00a010⁻¹⁷',
      '-1\u00a0×\u00a010⁻⁷',
      '0,0000123',
    ])
    expect([english.date(at), french.date('2026-11-12')]).toEqual(['12 November 2026', '12 novembre 2026'])
    expect([english.country('FR'), french.country('US'), french.country('?')]).toEqual(['France', 'États-Unis', '?'])
    expect([english.date('next week'), english.number(null)]).toEqual(['', ''])
  })
})

describe('firstKnown(...tags)', () => {
  it.each([
    [null, ['fr-FR', 'en'], 'fr'],
    [null, ['de', 'fr-CA'], 'fr'],
    [null, ['de'], 'en'],
    ['en', ['fr'], 'en'],
    ['klingon', ['fr'], 'fr'],
  ] as const)('chosen %j, browser %j: %s', (chosen, wanted, language) => {
    expect(firstKnown(chosen, ...wanted)).toBe(language)
  })
})
