import { describe, expect, it } from 'vitest'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { Mistake } from '#data/mistake.ts'
import { version } from '#data/command/version.ts'

describe('buildIdentity(contact, text)', () => {
  it.each([
    ['crawl@uni.example', '', `Toile/${version} (+crawl@uni.example)`],
    ['https://uni.example/crawl', '', `Toile/${version} (+https://uni.example/crawl)`],
    ['crawl@uni.example', 'Étude'.slice(1), `tude Toile/${version} (+crawl@uni.example)`],
    [
      'crawl@uni.example',
      'Mozilla/5.0 (compatible; Toile/9)',
      'Mozilla/5.0 (compatible; Toile/9) (+crawl@uni.example)',
    ],
    ['crawl@uni.example', 'Toiles/1', `Toiles/1 Toile/${version} (+crawl@uni.example)`],
  ])('names the contact %s and keeps the token Toile with the text "%s"', (contact, text, expected) => {
    expect(buildIdentity(contact, text).userAgent).toBe(expected)
  })

  it('gives an e-mail address as From, and no web address', () => {
    expect(buildIdentity('crawl@uni.example').from).toBe('crawl@uni.example')
    expect(buildIdentity('https://uni.example/').from).toBeNull()
  })

  it.each(['', 'nobody', 'a@b', 'a b@uni.example', 'ftp://uni.example', 'x@uni.example\r\nX: y', 'http://u)/'])(
    'refuses the contact %j',
    contact => {
      expect(() => buildIdentity(contact)).toThrow(Mistake)
    },
  )

  it.each(['Étude', 'a\r\nb', 'x'.repeat(300)])('refuses the text %j', text => {
    expect(() => buildIdentity('crawl@uni.example', text)).toThrow(/--user-agent/)
  })
})
