import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClient } from '#crawler/fetch/create-client.ts'
import { createCookieKeeper } from '#crawler/fetch/cookie-keeper.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import type { Url } from '#data/url/brand.ts'
import { serveHostileWeb } from '../../webs/hostile/serve-hostile-web.ts'

const kept = (from: string, set: readonly string[], to: string) => {
  const keeper = createCookieKeeper()
  keeper.keep(from, set)
  return keeper.cookiesFor(to)
}

describe('createCookieKeeper()', () => {
  it.each([
    ['goes back to its host', 'http://a.example/', 'x=1', 'http://a.example/b', 'x=1'],
    ['stays with its host', 'http://a.example/', 'x=1', 'http://b.example/', ''],
    ['stays with its host, not with its children', 'http://a.fr/', 'x=1', 'http://www.a.fr/', ''],
    ['goes to the whole site when it says so', 'http://www.a.fr/', 'x=1; Domain=a.fr', 'http://b.a.fr/', 'x=1'],
    ['is never for a public suffix', 'http://a.co.uk/', 'x=1; Domain=co.uk', 'http://a.co.uk/', ''],
    ['is never for another site', 'http://a.fr/', 'x=1; Domain=b.fr', 'http://b.fr/', ''],
    ['keeps to its path', 'http://a.fr/p/q', 'x=1; Path=/p', 'http://a.fr/z', ''],
    ['that is secure keeps to https', 'https://a.fr/', 'x=1; Secure', 'http://a.fr/', ''],
    ['that has expired is gone', 'http://a.fr/', 'x=1; Max-Age=0', 'http://a.fr/', ''],
    ['of a host without dots', 'http://localhost/', 'x=1', 'http://localhost/', 'x=1'],
    ['of an IP address', 'http://127.0.0.1:80/', 'x=1', 'http://127.0.0.1/', 'x=1'],
    ['that is too large is dropped', 'http://a.fr/', `x=${'y'.repeat(5000)}`, 'http://a.fr/', ''],
  ])('a cookie %s', (_title, from, set, to, expected) => {
    expect(kept(from, [set], to)).toBe(expected)
  })

  it('replaces a cookie of the same name, and takes no more than its limits', () => {
    const keeper = createCookieKeeper({ maxSites: 2, maxCookies: 3 })
    keeper.keep('http://a.fr/', ['a=1', 'b=1', 'c=1'])
    keeper.keep('http://a.fr/', ['a=2', 'd=1'])
    expect(keeper.cookiesFor('http://a.fr/')).toBe('a=2; b=1; c=1')
    keeper.keep('http://b.fr/', ['x=1'])
    expect(keeper.cookiesFor('http://a.fr/')).not.toBe('')
    keeper.keep('http://c.fr/', ['x=1'])
    expect([keeper.cookiesFor('http://b.fr/'), keeper.cookiesFor('http://c.fr/')]).toEqual(['', 'x=1'])
  })

  it('never throws, whatever a host sets', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), set => {
        expect(typeof kept('http://a.fr/', set, 'http://a.fr/')).toBe('string')
      }),
    )
  })

  it('brings a client past a page that redirects until its cookie comes back', async () => {
    const web = await serveHostileWeb()
    const identity = buildIdentity('crawl@study.example')
    const client = createClient({ identity, proxy: web.proxy, cookies: createCookieKeeper() })
    const first = await client.fetch('http://hostile.example/cookie-wall' as Url)
    expect(first).toMatchObject({ redirect: { kind: 'to', url: 'http://hostile.example/cookie-wall?again' } })
    expect(await client.fetch('http://hostile.example/cookie-wall?again' as Url)).toMatchObject({ status: 200 })
    await client.close()
    await web.close()
  })
})
