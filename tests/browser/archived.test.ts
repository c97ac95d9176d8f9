import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { archivePolicy } from '#viewer/server/archive/answer-archived.ts'
import { setUpCrawl, type Workbench } from '../crawler/crawl-web.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { openMap, type OpenedMap } from './open-map.ts'

/** Notes who calls: one connection is one too many. */
let tracker: Server
let connections = 0
const requests: string[] = []
let web: ServedWeb
let bench: Workbench
let corpus: Corpus
let map: OpenedMap

/** A page that tries everything, each part by itself. `t` is the tracker's address. */
const hostile = (t: string): string => `<!doctype html><html lang="en"><head><title>Hostile</title>
<base href="${t}/base/"><meta http-equiv="refresh" content="0;url=${t}/refresh">
<link rel="preconnect" href="${t}"><link rel="dns-prefetch" href="${t}"><link rel="prefetch" href="${t}/prefetch">
<link rel="stylesheet" href="${t}/sheet.css"><link rel="icon" href="${t}/icon.png"><link rel="manifest" href="${t}/manifest">
<style>@import url(${t}/import.css); body { background: url(${t}/background.png) } @font-face { font-family: x; src: url(${t}/font) }</style>
<script>window.hacked = 1; fetch('${t}/fetch')</script><script src="${t}/script.js"></script>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${t}/rules"]}]}</script></head>
<body onload="window.hacked = 2" background="${t}/body.png"><img src="${t}/image.gif" onerror="window.hacked = 3">
<picture><source srcset="${t}/set.png"><img srcset="${t}/set2.png 2x"></picture><svg onload="window.hacked = 4"><image href="${t}/svg.png"/></svg>
<iframe src="${t}/frame"></iframe><iframe srcdoc="<script>parent.hacked = 5</script>"></iframe><object data="${t}/object"></object>
<embed src="${t}/embed"><video src="${t}/video" autoplay poster="${t}/poster"></video><audio src="${t}/audio" autoplay></audio>
<form id="f" action="${t}/form"><input name="n" autofocus onfocus="window.hacked = 6"><input type="image" src="${t}/input.png"></form>
<script>document.getElementById('f').submit(); location = '${t}/location'; navigator.sendBeacon('${t}/beacon')</script>
<p>What we read on <a href="http://b.example/" ping="${t}/ping">the hostile anchor</a> this week. <a href="javascript:window.hacked=7">Run</a></p></body></html>`

beforeAll(async () => {
  tracker = createServer(socket => {
    connections += 1
    socket.once('data', data => {
      requests.push(String(data).split('\r\n')[0]!)
      socket.destroy()
    })
  })
  await new Promise<void>(resolve => tracker.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(tracker.address() as AddressInfo).port}`
  web = await serveWeb({ 'a.example': { '/': hostile(address) }, 'b.example': { '/': '<p>nothing' } })
  bench = setUpCrawl(web.proxy, ['http://a.example/', 'http://b.example/'])
  await bench.crawl({ depth: 0, render: 'never', archive: join(bench.folder, 'warc') })
  corpus = openCorpus(bench.corpus, 'write')
  map = await openMap(corpus)
})
afterAll(async () => {
  await map.close()
  corpus.close()
  bench.remove()
  await web.close()
  await new Promise(resolve => tracker.close(resolve))
})

const hacked = (): unknown => (window as unknown as { hacked?: number }).hacked ?? null

describe('the archived copy of a hostile page', () => {
  it('is reached from the evidence, marked there as the crawl’s own, and nothing of it runs or is asked for', async () => {
    const { page, trouble } = await map.visit({ hash: '#from=a.example&to=b.example' })
    const link = page.getByRole('link', { name: /^archived copy of .* \(of this crawl\)/ })
    const [copy] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    const asked: string[] = []
    copy.on('request', request => asked.push(request.url()))
    await copy.getByText('What we read on').waitFor()
    // Whatever would run, load or lead away has had its time.
    await copy.waitForTimeout(1500)
    await expect.poll(() => copy.url()).toMatch(/\/archived\?visit=\d+&lang=en/)
    await expect.poll(() => copy.title()).toBe('Archived copy – Hostile')
    await expect.poll(() => copy.evaluate(hacked)).toBeNull()
    await expect
      .poll(() =>
        copy.locator('script, img, iframe, object, embed, form, input, link, base, svg, meta[http-equiv]').count(),
      )
      .toBe(0)
    await expect
      .poll(() => copy.getByRole('link', { name: 'the hostile anchor' }).getAttribute('href'))
      .toBe('http://b.example/')
    await expect.poll(() => copy.evaluate(() => window.origin)).toBe('null')
    expect([connections, requests, asked, trouble]).toEqual([0, [], [], []])
    // axe runs as a script, which the copy itself allows to nobody.
    const same = await page.context().newPage()
    await same.setContent(await copy.content())
    await expectNoViolations(same)
    await page.context().close()
  })

  it('would not run or load either if it were sent as it is: the policy alone forbids it', async () => {
    const { page } = await map.visit({ hash: '#panel=about' })
    const { port } = tracker.address() as AddressInfo
    const body = hostile(`http://127.0.0.1:${port}`)
    const headers = { 'content-security-policy': archivePolicy }
    await page.route('**/raw', route => route.fulfill({ contentType: 'text/html', headers, body }))
    await page.goto(`${map.served.address}raw`)
    await page.waitForTimeout(1500)
    await expect.poll(() => page.url()).toBe(`${map.served.address}raw`)
    // No policy speaks of connections made in advance: those the page that is really sent must not ask for.
    await expect.poll(() => page.evaluate(hacked)).toBeNull()
    expect(requests).toEqual([])
    await page.context().close()
  })

  it('is offered in French, too, beside the Wayback Machine for pages without one', async () => {
    const { page, trouble } = await map.visit({ hash: '#from=a.example&to=b.example', locale: 'fr' })
    await page.getByRole('link', { name: /^copie archivée du .* \(de cette collecte\)/ }).waitFor()
    corpus.sql("UPDATE visit SET archive = ''").run()
    await page.reload()
    const wayback = page.getByRole('link', { name: /^copie archivée \(Wayback Machine\)/ })
    await expect
      .poll(() => wayback.getAttribute('href'))
      .toMatch(/^https:\/\/web\.archive\.org\/web\/\d{8}\/http:\/\/a\.example\/$/)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
