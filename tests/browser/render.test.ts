import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '#crawler/fetch/create-client.ts'
import type { HttpClient } from '#crawler/fetch/create-client.ts'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import type { Answer } from '#crawler/fetch/outcome.ts'
import { createRenderer } from '#crawler/fetch/render/create-renderer.ts'
import type { RenderOutcome, Renderer, RendererOptions } from '#crawler/fetch/render/create-renderer.ts'
import type { RenderedPage } from '#crawler/fetch/render/render-page.ts'
import type { SubRequest } from '#crawler/fetch/render/sub-requests.ts'
import type { Url } from '#data/url/brand.ts'
import { serveHostileWeb } from '../webs/hostile/serve-hostile-web.ts'
import type { HostileWeb } from '../webs/hostile/serve-hostile-web.ts'

const identity = buildIdentity('crawl@study.example')
let web: HostileWeb
let client: HttpClient
let executable: string
const renderers: Renderer[] = []
/** One browser for the cases that need no settings of their own. */
let shared: Renderer
const asked: SubRequest[] = []

beforeAll(async () => {
  executable = (await findChromium())!
  web = await serveHostileWeb()
  client = createClient({ identity, proxy: web.proxy })
  shared = make()
})
afterAll(async () => {
  await Promise.all(renderers.map(renderer => renderer.close()))
  await client.close()
  await web.close()
})

function make(options: Partial<RendererOptions> = {}): Renderer {
  const ask: RendererOptions['ask'] = async request => {
    asked.push(request)
    return client.fetch(request.url, { want: 'any', referer: request.page, signal: request.signal })
  }
  const renderer = createRenderer({ executable, ask, userAgent: identity.userAgent, ...options })
  renderers.push(renderer)
  return renderer
}

const read = async (path: string) => (await client.fetch(`http://hostile.example${path}` as Url)) as Answer
const written = (html: string) => ({
  url: 'http://hostile.example/made' as Url,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(html),
})

function rendered(outcome: RenderOutcome): RenderedPage {
  if (outcome.kind !== 'rendered') throw new Error(`${outcome.slug}: ${outcome.detail}`)
  return outcome
}

describe('renderer.render(page)', () => {
  it('reads what the scripts of an application have built', async () => {
    asked.length = 0
    const page = rendered(await shared.render(await read('/scripted')))
    expect(page.html).toContain('<title>scripted</title>')
    expect(page.html).toContain('<a href="/scripted-a">/scripted-a</a>')
    expect(page).toMatchObject({ url: 'http://hostile.example/scripted', navigatedTo: null, limits: [], requests: 2 })
    expect(asked.map(({ url, kind, page }) => [url, kind, page])).toEqual([
      ['http://hostile.example/scripted/app.js', 'script', 'http://hostile.example/scripted'],
      ['http://hostile.example/scripted/data.json', 'data', 'http://hostile.example/scripted'],
    ])
  })

  it('asks for a script once in a run, for data each time, and never for the page itself', async () => {
    const page = await read('/scripted')
    const before = web.requests.length
    const renderer = make()
    await renderer.render(page)
    await renderer.render(page)
    expect(web.requests.slice(before).map(({ url }) => url.replace(/^.*\//, ''))).toEqual([
      'app.js',
      'data.json',
      'data.json',
    ])
    expect(web.requests.slice(before).every(({ headers }) => headers['user-agent'] === identity.userAgent)).toBe(true)
  })

  it('writes out open shadow roots and slotted content where they stand', async () => {
    expect(rendered(await shared.render(await read('/scripted-shadow'))).html).toContain(
      '<x-y><p>ombre <a href="https://shadow.example/">shadow</a></p></x-y>',
    )
    const slots = `<x-z><a slot="s" href="/slotted">slotted</a></x-z><script>
      document.querySelector('x-z').attachShadow({ mode: 'open' }).innerHTML = '<b><slot name="s"></slot></b>'</script>`
    expect(rendered(await shared.render(written(slots))).html).toContain(
      '<x-z><b><slot name="s"><a slot="s" href="/slotted">slotted</a></slot></b></x-z>',
    )
  })

  it('leaves scripts, styles, comments and templates out, keeps dates for machines, escapes text', async () => {
    const { html } = rendered(
      await shared.render(
        written(`<!-- c --><style>p{}</style><template><a href="/t">t</a></template><noscript><a href="/n">n</a></noscript>
          <script type="application/ld+json">{"datePublished":"2012-05-06"}</script><p title='"&lt;'>1 &lt; 2 &amp; 3</p><script>1</script>`),
      ),
    )
    expect(html).toContain('{"datePublished":"2012-05-06"}')
    expect(html).toContain('<p title="&quot;<">1 &lt; 2 &amp; 3</p>')
    for (const gone of ['<!-- c', '<style', '<template', '<noscript', '<script>']) expect(html).not.toContain(gone)
  })

  it('reads the document in a world that the page cannot change', async () => {
    const { html } = rendered(
      await shared.render(
        written(`<a href="/real">real</a><script>
        Array.prototype.push = () => 0; Set.prototype.has = () => true; String.prototype.replace = () => 'forged'
        Object.defineProperty(Node.prototype, 'childNodes', { get: () => [] })</script>`),
      ),
    )
    expect(html).toContain('<a href="/real">real</a>')
  })

  it('tells where scripts wanted to go, and stays', async () => {
    const page = rendered(
      await shared.render(written(`<a href="/here">here</a><script>location.href = '/elsewhere'</script>`)),
    )
    expect(page.navigatedTo).toBe('http://hostile.example/elsewhere')
    expect(page.html).toContain('here')
    const moved = rendered(await shared.render(written(`<script>history.pushState(null, '', '/folder/new')</script>`)))
    expect(moved.url).toBe('http://hostile.example/folder/new')
  })

  it('stops a script that never rests, and goes on with the next page', async () => {
    const renderer = make({ limits: { workMs: 1000 } })
    expect(await renderer.render(await read('/scripted-endless'))).toMatchObject({
      kind: 'failed',
      slug: 'render-timeout',
    })
    expect(rendered(await renderer.render(await read('/scripted-inline'))).html).toContain('inline.example')
  })

  it('takes a page that never stops asking as it stands at the limit', async () => {
    const endless = written(`<a href="/x">x</a><script>
      const next = at => fetch('/scripted/data.json?' + at).then(() => next(at + 1), () => next(at + 1)); next(0)</script>`)
    const page = rendered(await make({ limits: { maxRequests: 5, workMs: 1500 } }).render(endless))
    expect(page.requests).toBe(5)
    expect(page.limits).toContain('render-requests')
    expect(page.html).toContain('<a href="/x">x</a>')
  })

  it('cuts what is too large: the answers to scripts, and the document', async () => {
    const greedy = written(
      `<p id="p"></p><script>fetch('/document-one-line').then(r => r.text()).then(t => (p.textContent = t))</script>`,
    )
    expect(rendered(await make({ limits: { maxBytes: 1000 } }).render(greedy)).limits).toEqual(['render-bytes'])
    const grown = written(
      `<body><script>for (let i = 0; i < 1000; i++) document.body.append('x'.repeat(1000))</script>`,
    )
    const page = rendered(await make({ limits: { maxChars: 50_000 } }).render(grown))
    expect(page.limits).toEqual(['render-size'])
    expect(page.html.length).toBeLessThan(60_000)
  })

  it('rejects with the reason of its signal', async () => {
    const stop = new AbortController()
    const waiting = shared.render(await read('/scripted'), stop.signal)
    setTimeout(() => stop.abort(new Error('Ctrl-C')), 200)
    await expect(waiting).rejects.toThrow('Ctrl-C')
  })

  it('starts a new browser when the old one dies or has rendered its share', async () => {
    const page = await read('/scripted-inline')
    const renderer = make({ pagesPerBrowser: 1 })
    const outcomes = [await renderer.render(page), await renderer.render(page)]
    expect(outcomes.map(({ kind }) => kind)).toEqual(['rendered', 'rendered'])
    expect(await make({ executable: '/nowhere/chromium' }).render(page)).toMatchObject({ slug: 'render-crash' })
  })

  it('renders several at once, no more than it may', async () => {
    const page = await read('/scripted')
    let most = 0
    let now = 0
    const ask: RendererOptions['ask'] = async ({ url }) => {
      now += 1
      most = Math.max(most, now)
      // The first waits for a second one, however slow the machine is.
      await vi.waitUntil(() => most === 2, { timeout: 10_000 }).catch(() => undefined)
      now -= 1
      return client.fetch(url, { want: 'any' })
    }
    const renderer = make({ ask, maxPages: 2 })
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => renderer.render(page)))
    expect(outcomes.every(({ kind }) => kind === 'rendered')).toBe(true)
    expect(most).toBe(2)
  })
})

describe('a page that tries to reach the network by itself', () => {
  // A free browser shows that the attempts are real: else nothing of this would say anything.
  it('does so in a browser that is free', async () => {
    const free = await chromium.launch({ executablePath: executable, args: chromiumFlags() })
    const page = await free.newPage()
    const udp = await listenUdp()
    await page.goto(`${web.origin}/scripted-escapes?stun=${udp.port}`)
    await expect
      .poll(() => escaped().toSorted())
      .toEqual(
        expect.arrayContaining([
          'beacon',
          'eventsource',
          'frame',
          'image.png',
          'keepalive',
          'post',
          'service.js',
          'websocket',
          'window',
        ]),
      )
    // WebRTC speaks only where there is a network, if only a local one.
    const addresses = Object.values(networkInterfaces()).flat()
    if (addresses.some(address => address?.internal === false))
      await expect.poll(() => udp.received(), { timeout: 10_000 }).toBeGreaterThan(0)
    await free.close()
    udp.close()
  })

  it.each([() => 'http://hostile.example', () => web.origin])('gets nothing out of ours (%#)', async originOf => {
    const udp = await listenUdp()
    const before = web.requests.length
    const url = `${originOf()}/scripted-escapes?stun=${udp.port}` as Url
    const renderer = make({ ask: async request => (asked.push(request), null), limits: { quietMs: 3000 } })
    asked.length = 0
    const page = rendered(await renderer.render({ url, headers: {}, body: (await read('/scripted-escapes')).body }))
    expect(web.requests.slice(before).map(({ url }) => url)).toEqual(['http://hostile.example/scripted-escapes'])
    expect(udp.received()).toBe(0)
    // What a script may read is asked of the crawl, which refused it here; all else is refused at once.
    expect(asked.every(request => request.kind === 'script')).toBe(true)
    expect(page.refused).toBeGreaterThan(5)
    udp.close()
  })

  const escaped = () => web.requests.flatMap(({ url }) => /\/escaped\/(.*)$/.exec(url)?.[1] ?? [])
})

/** Counts the packets that reach a UDP port of this machine. */
async function listenUdp() {
  const socket = createSocket('udp4')
  let count = 0
  socket.on('message', () => (count += 1))
  await new Promise<void>(ready => socket.bind(0, '127.0.0.1', ready))
  return { port: (socket.address() as AddressInfo).port, received: () => count, close: () => socket.close() }
}
