import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Url } from '#data/url/brand.ts'
import { createClient } from '#crawler/fetch/create-client.ts'
import type { HttpClient } from '#crawler/fetch/create-client.ts'
import { decodeBody } from '#crawler/fetch/decode-body.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { statusSlug } from '#crawler/fetch/outcome.ts'
import type { FetchOutcome } from '#crawler/fetch/outcome.ts'
import { badCertificates, hazards, serveHostileWeb } from '../../webs/hostile/serve-hostile-web.ts'
import type { HostileWeb } from '../../webs/hostile/serve-hostile-web.ts'

const identity = buildIdentity('crawl@study.example')
let web: HostileWeb
let client: HttpClient

beforeAll(async () => {
  web = await serveHostileWeb()
  client = createClient({ identity, proxy: web.proxy, timeoutMs: 1200 })
})
afterAll(async () => {
  await client.close()
  await web.close()
})

/** The failure that one hop can tell; what takes several hops (loops, traps) is the crawl's to see. */
function failureOf(outcome: FetchOutcome): string {
  if (outcome.kind === 'failed') return outcome.slug
  if (outcome.redirect?.kind === 'private') return 'private'
  // A redirect that names no place is shown as a page.
  const isShown =
    outcome.status === 200 || (outcome.redirect === null && [301, 302, 303, 307, 308].includes(outcome.status))
  return isShown || outcome.redirect?.kind === 'to' ? '' : statusSlug(outcome.status)
}

const titleOf = (outcome: FetchOutcome) =>
  outcome.kind === 'answer'
    ? (/<title>([^<]*)/i.exec(decodeBody(outcome.body, outcome.headers['content-type']).text)?.[1] ?? '')
    : ''

const slow = new Set(['/gzip-bomb', '/br-bomb', '/zstd-bomb'])
const oneHop = hazards.filter(hazard => hazard.failure !== 'redirect-loop' && !hazard.path.startsWith('/scripted'))

describe('client.fetch(url) on the hostile web', () => {
  it.concurrent.each(oneHop.filter(hazard => !slow.has(hazard.path)))('$path: $about', async hazard => {
    // The long wait is not our business here: the first answer is.
    if (hazard.path.startsWith('/busy')) return expectBusy(hazard.path)
    // Short only where waiting is the hazard: a busy machine is none.
    const timeoutMs = hazard.failure === 'timeout' ? 1200 : 30_000
    const outcome = await client.fetch(`http://hostile.example${hazard.path}` as Url, { timeoutMs })
    expect(failureOf(outcome)).toBe(hazard.failure)
    if (hazard.title !== null) expect(titleOf(outcome)).toBe(hazard.title)
  })

  it.each(oneHop.filter(hazard => slow.has(hazard.path)))('stops early at $path: $about', async ({ path }) => {
    await client.fetch('http://hostile.example/br-bomb' as Url)
    const before = process.memoryUsage().rss
    const outcome = await client.fetch(`http://hostile.example${path}` as Url, { timeoutMs: 30_000 })
    expect(outcome).toMatchObject({ kind: 'failed', slug: 'too-large' })
    expect(outcome.bytesWire).toBeLessThan(1_000_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  async function expectBusy(path: string) {
    const outcome = await client.fetch(`http://hostile.example${path}?first` as Url)
    expect([429, 503]).toContain(outcome.status)
    if (path !== '/busy-always') expect(outcome.headers['retry-after']).toBeDefined()
  }
})
void badCertificates
