import { setTimeout as pause } from 'node:timers/promises'
import { findChromium } from '#crawler/fetch/find-chromium.ts'
import { createRenderer } from '#crawler/fetch/render/create-renderer.ts'
import { descendants, pageProcesses } from '#crawler/fetch/render/watch-memory.ts'
import type { Url } from '#data/url/brand.ts'

/**
 * `npm run bench:render [-- PAGES]`: memory of the browsers that render 200 pages, two at a time, a fresh browser every 50,
 * with pages among them that allocate objects, allocate buffers, or hang, and a browser killed in mid-page. Linux.
 */
const pages = Number(process.argv[2] ?? 200)
const scripts: Readonly<Record<string, string>> = {
  usual:
    'for (let i = 0; i < 200; i++) document.body.append(Object.assign(document.createElement("a"), { href: "/" + i }))',
  objects: 'const kept = []; for (;;) kept.push(new Array(1e5).fill({}).map((_, i) => ({ i })))',
  buffers: 'const kept = []; for (;;) kept.push(new Uint8Array(5e7).fill(1))',
  hangs: 'for (;;);',
}
const page = (kind: string, number: number) => ({
  url: `http://${kind}.example/${number}` as Url,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(`<!doctype html><title>${kind}</title><body><script>${scripts[kind]}</script>`),
})

const executable = await findChromium()
if (executable === null) throw new Error('no Chromium was found')
const renderer = createRenderer({ executable, ask: async () => null, userAgent: 'Toile', pagesPerBrowser: 50 })
let largest = 0
const looks = setInterval(() => {
  for (const { bytes } of pageProcesses(process.pid)) largest = Math.max(largest, bytes)
}, 100)

const outcomes = new Map<string, number>()
const note = (name: string): void => void outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
async function render(kind: string, number: number): Promise<void> {
  const outcome = await renderer.render(page(kind, number))
  note(`${kind}: ${outcome.kind === 'failed' ? outcome.slug : outcome.kind}`)
}

const odd: Readonly<Record<number, string>> = { 20: 'objects', 60: 'buffers', 100: 'hangs' }
const begun = performance.now()
let next = 0
const worker = async (): Promise<void> => {
  while (next < pages) {
    const number = next++
    if (number % 20 === 0) process.stderr.write(`page ${number}\n`)
    await render(odd[number] ?? 'usual', number)
  }
}
await Promise.all([worker(), worker()])
const seconds = (performance.now() - begun) / 1000

const last = render('hangs', pages)
await pause(1500)
const [browser] = descendants(process.pid)
if (browser !== undefined) process.kill(browser, 'SIGKILL')
await last
await render('usual', pages + 1)
await renderer.close()
clearInterval(looks)
await pause(1000)
const left = descendants(process.pid).length
for (const [name, count] of [...outcomes].toSorted()) process.stdout.write(`${name}: ${count}\n`)
process.stdout.write(
  `${pages} pages in ${seconds.toFixed(0)} s; largest page process ${(largest / 1e6).toFixed(0)} MB; processes left: ${left}\n`,
)
