import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '#crawler/fetch/create-client.ts'
import type { HttpClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { fetchRobots } from '#crawler/fetch/robots/fetch-robots.ts'
import { isAllowed } from '#crawler/fetch/robots/is-allowed.ts'
import { robotsVariants } from '#tests/webs/hostile/robots.ts'
import { serveHostileWeb } from '#tests/webs/hostile/serve-hostile-web.ts'
import type { HostileWeb } from '#tests/webs/hostile/serve-hostile-web.ts'

let web: HostileWeb
let client: HttpClient
beforeAll(async () => {
  web = await serveHostileWeb()
  client = createClient({ identity: buildIdentity('crawl@study.example'), proxy: web.proxy, timeoutMs: 1000 })
})
afterAll(async () => {
  await client.close()
  await web.close()
})

const ask = (host: string, now = Date.now) => fetchRobots(client, `http://${host}`, { now })

describe('fetchRobots(client, origin)', () => {
  it.concurrent.each(robotsVariants)('$host: $about', async ({ host, root, secret }) => {
    const answer = await ask(host)
    const allows = (path: string) =>
      answer.kind === 'rules' && isAllowed(answer.rules, 'Toile', `http://${host}${path}`)
    expect({ root: allows('/'), secret: allows('/private/page') }).toEqual({ root, secret })
  })

  it.each([
    ['robots-429', 'http-429', null],
    ['robots-500', 'http-500', null],
    ['robots-503', 'http-503', 7_200_000],
    ['robots-silent', 'timeout', null],
    ['robots-hang-up', 'closed', null],
    ['robots-garbage', 'protocol', null],
    ['robots-private', 'private', null],
    ['unknown', 'http-502', null],
  ])('says why %s is unreachable: %s', async (host, slug, retryAfterMs) => {
    expect(await ask(`${host}.example`)).toMatchObject({ kind: 'unreachable', slug, retryAfterMs })
  })

  it('is valid for 24 hours from the request on', async () => {
    expect(await ask('robots-usual.example', () => 1_000_000)).toMatchObject({ validUntil: 1_000_000 + 86_400_000 })
  })

  it('tells each hop, the last one first asked of another host too', async () => {
    const { hops } = await ask('robots-elsewhere.example')
    expect(hops).toEqual(['http://robots-elsewhere.example/robots.txt', 'http://robots-usual.example/robots.txt'])
  })

  it('keeps what is said to everybody or to Toile, and the crawl delay', async () => {
    const answer = await ask('robots-delay.example')
    expect(answer).toMatchObject({ rules: { groups: [{ agents: ['*'], crawlDelay: 2 }] } })
  })
})
