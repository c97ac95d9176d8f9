import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupFor, isAllowed, matchesPattern } from '#crawler/fetch/robots/is-allowed.ts'
import { maxRobotsBytes, parseRobots } from '#crawler/fetch/robots/parse-robots.ts'
import { cases, site } from './robots-cases.ts'

const allowed = (robots: string, token: string, url: string) => isAllowed(parseRobots(Buffer.from(robots)), token, url)

describe('isAllowed(parseRobots(bytes), token, url)', () => {
  it.each(
    cases.flatMap(({ title, robots, says }) =>
      says.map(([token, url, isAllowed]) => ({ title, robots, token, url, isAllowed })),
    ),
  )('$title — $token $url: $isAllowed', ({ robots, token, url, isAllowed }) => {
    expect(allowed(robots, token, url)).toBe(isAllowed)
  })

  it('reads a beginning of a byte order mark as one, and anything else as rubbish', () => {
    const rule = Buffer.from('User-Agent: foo\nDisallow: /\n')
    const says = (...bytes: number[]) =>
      isAllowed(parseRobots(Buffer.concat([Buffer.from(bytes), rule])), 'foo', `${site}/x`)
    expect([says(0xef), says(0xef, 0xbb), says(0xef, 0xbb, 0xbf)]).toEqual([false, false, false])
    expect(says(0xef, 0x11, 0xbf)).toBe(true)
  })

  it('reads at least 500 KiB, and stops at its own limit', () => {
    const rule = 'user-agent: *\ndisallow: /\n'
    expect(allowed(`#${'x'.repeat(500 * 1024)}\n${rule}`, 'Toile', `${site}/x`)).toBe(false)
    expect(allowed(`${'\n'.repeat(maxRobotsBytes)}${rule}`, 'Toile', `${site}/x`)).toBe(true)
  })

  it('cuts a line at 16,664 characters and obeys what is left of it', () => {
    const long = `/x/${'a'.repeat(20_000)}`
    const robots = `user-agent: FooBot\ndisallow: ${long}/b\n`
    expect(allowed(robots, 'FooBot', `${site}${long}/c`)).toBe(false)
    expect(allowed(robots, 'FooBot', `${site}/x/`)).toBe(true)
  })

  it('costs no more than its length, however many stars a pattern has', () => {
    const robots = `user-agent: *\n${`disallow: ${'/*a'.repeat(2000)}b\n`.repeat(50)}`
    const rules = parseRobots(Buffer.from(robots))
    // About a second; a step per star and character would be 4 · 10¹¹ of them, and vitest gives such a test up.
    expect(isAllowed(rules, 'Toile', `${site}/${'a/'.repeat(2_000_000)}`)).toBe(true)
  })
})

describe('parseRobots(bytes)', () => {
  it('keeps sitemaps and the longest crawl delay of a crawler’s groups', () => {
    const rules = parseRobots(
      Buffer.from(
        'Sitemap: http://a.example/1.xml\nUser-agent: toile\nCrawl-delay: 2.5\nUser-agent: *\nCrawl-delay: 9\nDisallow: /x\n' +
          'User-agent: Toile\nCrawl-delay: 1,5\nDisallow: /y\nsitemap:http://a.example/2.xml',
      ),
    )
    expect(rules.sitemaps).toEqual(['http://a.example/1.xml', 'http://a.example/2.xml'])
    expect(groupFor(rules, 'Toile').crawlDelay).toBe(2.5)
    expect(groupFor(rules, 'Other').crawlDelay).toBe(9)
    expect(groupFor(rules, 'Toile').rules.map(rule => rule.pattern)).toEqual(['/x', '/y'])
  })

  it.each(['', 'soon', '-1'])('finds no crawl delay in "%s"', value => {
    expect(groupFor(parseRobots(Buffer.from(`user-agent: *\ncrawl-delay: ${value}\n`)), 'Toile').crawlDelay).toBeNull()
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(typeof isAllowed(parseRobots(bytes), 'Toile', 'http://a.example/x')).toBe('boolean')
      }),
    )
  })
})

describe('matchesPattern(path, pattern)', () => {
  it('agrees with the same pattern as a regular expression', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 8 }).map(parts => parts.join(''))
    const pattern = fc
      .tuple(fc.array(fc.constantFrom('a', 'b', '/', '.', '*'), { maxLength: 8 }), fc.boolean())
      .map(([parts, toEnd]) => parts.join('') + (toEnd ? '$' : ''))
    fc.assert(
      fc.property(text, pattern, (path, pattern) => {
        const body = pattern.replace(/\$$/, '').replace(/[.]/g, '\\.').replaceAll('*', '.*')
        expect(matchesPattern(path, pattern)).toBe(new RegExp(`^${body}${pattern.endsWith('$') ? '$' : ''}`).test(path))
      }),
      { numRuns: 2000 },
    )
  })
})
