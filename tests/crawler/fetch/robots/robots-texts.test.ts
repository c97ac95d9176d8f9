import type { Url } from '#data/url/brand.ts'
import { describe, expect, it } from 'vitest'
import { groupFor, isAllowed } from '#crawler/fetch/robots/is-allowed.ts'
import { parseRobots } from '#crawler/fetch/robots/parse-robots.ts'
import { readSitemap } from '#crawler/fetch/sitemap/read-sitemap.ts'

const delayFor = (text: string, token: string) => groupFor(parseRobots(Buffer.from(text)), token).crawlDelay

describe('a Crawl-delay', () => {
  it.each([
    ['User-agent: Slurp\nCrawl-delay: 300\n\nUser-agent: *\nDisallow: /x/\n', null, 300],
    ['User-agent: Slurp\nUser-agent: *\nCrawl-delay: 5\nDisallow: /x/\n', 5, 5],
    ['User-agent: *\nCrawl-delay: 2\nUser-agent: Slurp\nCrawl-delay: 9\nDisallow: /x\n', 2, 9],
    ['User-agent: Slurp\nSitemap: http://a.example/s.xml\nUser-agent: *\nCrawl-delay: 4\n', 4, null],
    ['User-agent: *\n# a note\n\nCrawl-delay: 3\n', 3, 3],
    ['User-agent: *\nDisallow: /x\nCrawl-delay: 6\n', 6, 6],
  ])('belongs to the agents named just before it: %j', (text, everybody, slurp) => {
    expect(delayFor(text, 'Toile')).toBe(everybody)
    expect(delayFor(text, 'Slurp')).toBe(slurp)
  })
})

describe('UTF-16', () => {
  const text = 'User-agent: *\r\nDisallow: /privé/\r\n'
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  it.each([
    ['little-endian with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['big-endian with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['little-endian', little],
    ['big-endian', big],
  ])('(%s) is read in robots.txt', (_about, bytes) => {
    expect(isAllowed(parseRobots(bytes), 'Toile', 'http://a.example/priv%C3%A9/x')).toBe(false)
    expect(isAllowed(parseRobots(bytes), 'Toile', 'http://a.example/')).toBe(true)
  })

  it('is read in sitemaps, XML and plain', async () => {
    const base = 'http://a.example/sitemap.xml' as Url
    const xml = '<?xml version="1.0" encoding="UTF-16"?><urlset><url><loc>http://a.example/b</loc></url></urlset>'
    for (const sitemap of [xml, 'http://a.example/b\r\n'])
      expect(await readSitemap(Buffer.from(`\ufeff${sitemap}`, 'utf16le'), { base })).toMatchObject({
        pages: ['http://a.example/b'],
      })
  })
})
