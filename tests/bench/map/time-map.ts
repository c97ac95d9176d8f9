import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright'
import type { MapData } from '#viewer/protocol/map.ts'
import { threadTime, watchThread } from './thread-time.ts'

export interface MapTimes {
  /** Milliseconds from the call of the address to the first frame with every tie in it, drawn. */
  readonly firstFrame: number
  /** Script, milliseconds, of pointing at a site: median and most. */
  readonly hover: readonly [median: number, most: number]
  /** Milliseconds from a click on a category to the frame without the others, drawn; and script of a second such click. */
  readonly filter: readonly [drawn: number, script: number]
  /** Bytes on the wire, headers included. */
  readonly transfer: number
}

export interface MapPage {
  readonly address: string
  /** What the page runs to filter; returns nothing. */
  readonly filter: string
}

const size = { width: 1280, height: 720 }

export interface Effort {
  /** What the page draws. */
  readonly data: MapData
  /** How many sites are pointed at. */
  readonly hovers: number
  /** Nothing is drawn: what script takes can then be measured where software would draw for minutes. */
  readonly isUndrawn: boolean
}

/** Opens a page anew and measures it. */
export async function timeMap(browser: Browser, page: MapPage, { data, hovers, isUndrawn }: Effort): Promise<MapTimes> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
  const tab = await context.newPage()
  await tab.addInitScript(readFileSync(join(import.meta.dirname, 'watch-frames.js'), 'utf8'))
  await tab.addInitScript(`Object.assign(benchFrames, { wanted: ${data.ties.source.length}, isUndrawn: ${isUndrawn} })`)
  const session = await context.newCDPSession(tab)
  const transfer = await countBytes(session)
  await watchThread(session)
  await tab.goto(page.address)
  const firstFrame = await frameAt(tab)
  await settle(tab)
  const hover = await timeHovers(tab, session, data, hovers)
  const filter = await timeFilter(tab, session, page.filter)
  await context.close()
  return { firstFrame, hover, filter, transfer: transfer() }
}

async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  return () => bytes
}

/** Asked by the debugger: the page's policy lets no text be run. */
async function frameAt(tab: Page): Promise<number> {
  for (let tried = 0; tried < 3000; tried++) {
    const at: unknown = await tab.evaluate('benchFrames.at')
    if (typeof at === 'number') return at
    await tab.waitForTimeout(50)
  }
  throw new Error('no frame with all ties in 150 s')
}

/** Two frames and a rest: what follows a frame is done. */
const settle = (tab: Page): Promise<unknown> =>
  tab.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300))))')

const scriptMs = async (session: CDPSession): Promise<number> => (await threadTime(session)).script

/** Points at sites spread over the map, in sight, and away again. */
async function timeHovers(tab: Page, session: CDPSession, data: MapData, hovers: number): Promise<[number, number]> {
  const box = (await tab.locator('.sigma-mouse').boundingBox())!
  const placeOf = placesIn(data, box)
  const step = Math.floor(data.ids.length / hovers)
  const times: number[] = []
  for (let nth = 0; nth < hovers; nth++) {
    const { x, y } = placeOf(nth * step)
    const before = await scriptMs(session)
    await tab.mouse.move(x, y)
    await settle(tab)
    times.push((await scriptMs(session)) - before)
  }
  times.sort((a, b) => a - b)
  return [times[Math.floor(times.length / 2)]!, times.at(-1)!]
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where sites stand: the layout fitted into the canvas with some room at its edges. */
function placesIn({ x, y }: MapData, box: Box): (site: number) => { x: number; y: number } {
  const [[left, right], [bottom, top]] = [rangeOf(x), rangeOf(y)]
  const scale = Math.min((box.width - 92) / (right - left), (box.height - 92) / (top - bottom))
  return site => ({
    x: box.x + box.width / 2 + (x[site]! - (left + right) / 2) * scale,
    y: box.y + box.height / 2 - (y[site]! - (bottom + top) / 2) * scale,
  })
}

const rangeOf = (values: readonly number[]): readonly [least: number, most: number] => [
  values.reduce((a, b) => Math.min(a, b), Infinity),
  values.reduce((a, b) => Math.max(a, b), -Infinity),
]

async function timeFilter(tab: Page, session: CDPSession, filter: string): Promise<[number, number]> {
  await tab.mouse.move(0, 0)
  await settle(tab)
  const asked = await tab.evaluate(
    `(() => { const at = performance.now(); Object.assign(benchFrames, { at: null, wanted: 1 }); ${filter}; return at })()`,
  )
  const drawn = (await frameAt(tab)) - (asked as number)
  await settle(tab)
  // Without the wait for the frame, which counts as script.
  const before = await scriptMs(session)
  await tab.evaluate(`void ${filter}`)
  await settle(tab)
  return [drawn, (await scriptMs(session)) - before]
}
