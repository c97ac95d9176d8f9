import { describe, expect, it } from 'vitest'
import { crawlArgs } from '#viewer/server/crawl/crawl-args.ts'

const settings = {
  seeds: '/lists/seeds.csv', corpus: '/elsewhere.sqlite', contact: 'ada@example.org', depth: 2, maxPages: 500, delay: 0.5,
  allowPrivate: false, sitemaps: true, proxy: null, retryWaitsMs: [1, 2], optOut: '/lists/opt-out.csv',
} // prettier-ignore

describe('crawlArgs(corpusFile, settings, wish)', () => {
  it('says the stored settings as the command line does, for this corpus', () => {
    expect(crawlArgs('/c.sqlite', settings, {})).toEqual([
      'crawl', '/lists/seeds.csv', '--corpus', '/c.sqlite', '--depth', '2', '--max-pages', '500', '--delay', '0.5',
      '--sitemaps', '--contact', 'ada@example.org',
    ]) // prettier-ignore
  })

  it('leaves out defaults that mean something with another setting alone', () => {
    const stored = { ...settings, within: 90, copyEvery: 600 }
    expect(crawlArgs('/c.sqlite', stored, {})).toEqual(crawlArgs('/c.sqlite', settings, {}))
    const whole = crawlArgs('/c.sqlite', { ...stored, past: '2012-04-22', copyTo: '/there.sqlite' }, {}).join(' ')
    expect(whole).toContain('--copy-to /there.sqlite --copy-every 600')
    expect(whole).toContain('--past 2012-04-22 --within 90')
  })

  it('puts what is wished in their place, and adds a new wave', () => {
    const args = crawlArgs('/c.sqlite', settings, { depth: 3, maxPages: undefined, again: '2027-03' })
    expect(args.slice(4, 8)).toEqual(['--depth', '3', '--max-pages', '500'])
    expect(args.slice(-2)).toEqual(['--again', '2027-03'])
  })
})
