import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { saveStory } from '#data/store/stories/save-story.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { mapPage, publishedData } from '#viewer/publish/map-page.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { breakAnchor, countYellow } from './broken-anchor.ts'
import { inventedMap } from './invented-map.ts'
import { positionIn } from './position-of.ts'
import { findFirefox, startFirefox, type StartedFirefox } from './start-firefox.ts'
import { takeWebgl } from './take-webgl.ts'

const program = findFirefox()
const reason = program === null ? ' (skipped: no Firefox here, see TOILE_FIREFOX)' : ''

const [source, target] = ['atelier-suffrage.example', 'micro-target-co.example']
const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const

/** With a story of three steps; the last leads to a cell of the matrix. */
const map = inventedMap(corpus => {
  const [link] = linksBetweenEntities(corpus, source, target)
  const quote = { source, target, page: link!.sourceUrl, anchor: link!.anchor, context: link!.context }
  const inFrench = (fr: string) => ({ fr, en: '' })
  saveStory(corpus, { actor: 'test', reason: '', now: 1 }, 'guide', {
    name: 'guide',
    title: inFrench('Lire la carte'),
    steps: [
      { view: 'colour=country', heading: inFrench('Un'), text: inFrench('Le début.'), quotes: [] },
      { view: `from=${source}&to=${target}`, heading: inFrench('Deux'), text: inFrench('Un lien.'), quotes: [quote] },
      { view: '', heading: inFrench('Trois'), text: inFrench('[Des liens](#cell=country&row=FR&col=US).'), quotes: [] },
    ],
  })
})
const title = '#reading .panel-head h2'
const label = '[role=application]'
const quoted = '#reading .source-page mark'

/** The text of the first such element; null: there is none. */
const text = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate(where => document.querySelector(where)?.textContent ?? null, selector)
const count = async (page: Page, selector: string): Promise<number> => (await page.$$(selector)).length
const labelOf = (page: Page): Promise<string | null> =>
  page.evaluate(where => document.querySelector(where)?.getAttribute('aria-label') ?? null, label)

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(to => void (window.location.hash = to), hash)
}

async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const canvas = (await page.waitForSelector(label))!
  await expect.poll(() => count(page, '[aria-busy=true]')).toBe(0)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  return positionIn((await canvas.boundingBox())!, map.corpus, id)
}

/** Writes words where sites are looked for, and takes the first that is found. */
async function find(page: Page, words: string): Promise<void> {
  await (await page.waitForSelector('[role=combobox]'))!.type(words)
  await expect.poll(() => count(page, '[role=option]')).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
}

describe.skipIf(program === null)(`the workbench in Firefox${reason}`, () => {
  let firefox: StartedFirefox
  beforeAll(async () => {
    firefox = await startFirefox(program!)
    process.stdout.write(`${firefox.described}\n`)
  })
  afterAll(() => firefox.close())

  /** A page, and what should stay empty: errors of scripts, remarks of the browser, requests to anybody else. */
  async function open(address: string, prepare?: () => void): Promise<{ page: Page; trouble: string[] }> {
    const page = await (await firefox.browser.createBrowserContext()).newPage()
    if (prepare) await page.evaluateOnNewDocument(prepare)
    const trouble: string[] = []
    page.on('pageerror', error => trouble.push(`script: ${String(error)}`))
    page.on('console', message => ['error', 'warn'].includes(message.type()) && trouble.push(message.text()))
    page.on('request', request => {
      const to = request.url()
      if (!to.startsWith(address.split('#')[0]!) && !/^(blob|data):/.test(to)) trouble.push(`request: ${to}`)
    })
    await page.goto(address)
    return { page, trouble }
  }

  it('draws the map, answers to hand and keyboard, and shows table and matrix', async () => {
    const { page, trouble } = await open(map.served.address)
    await expect.poll(() => labelOf(page)).toMatch(/^Carte de 44 sites et \d+ liens/)
    await expect.poll(() => count(page, '.plain-map')).toBe(firefox.hasGraphics ? 0 : 1)
    const [from, to] = [await placeOf(page, source), await placeOf(page, target)]
    await page.mouse.move(from.x, from.y)
    await expect.poll(() => text(page, '.hover-line')).toMatch(/^Atelier Suffrage/)
    await page.mouse.click(from.x, from.y)
    await expect.poll(() => text(page, title)).toContain('Atelier Suffrage')
    await page.keyboard.press('Escape')
    const third = { x: from.x + (to.x - from.x) * 0.31, y: from.y + (to.y - from.y) * 0.31 }
    await page.mouse.move(third.x, third.y, { steps: 3 })
    await expect.poll(() => text(page, '.hover-line')).toMatch(/^Atelier Suffrage cite Micro Target Co/)
    await page.mouse.click(third.x, third.y)
    await expect.poll(() => text(page, quoted)).toBe('Micro Target Co')
    await find(page, 'donnees CITOY')
    await expect.poll(() => text(page, title)).toContain('Données citoyennes')
    await page.goBack()
    await expect.poll(() => text(page, title)).toContain('Micro Target Co')
    await page.focus(label)
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await expect.poll(() => text(page, title)).toContain('Turnout Engine')
    await goTo(page, '#screen=table')
    await expect.poll(() => count(page, 'tbody th')).toBe(44)
    await page.locator('thead button').click()
    await expect.poll(() => text(page, 'tbody th')).toContain('Agence Belvédère')
    await goTo(page, '#screen=matrix')
    await page.locator('.matrix td button[aria-label^="France → États-Unis"]').click()
    await expect.poll(() => text(page, title)).toBe('France → États-Unis')
    expect(trouble).toEqual([])
    await page.browserContext().close()
  })

  it('draws the map as SVG where it gets no WebGL, and answers to hand and keyboard', async () => {
    const { page, trouble } = await open(map.served.address, takeWebgl)
    await expect.poll(() => count(page, '.plain-map')).toBe(1)
    await expect.poll(() => text(page, '.no-map')).toMatch(/^Ce navigateur n’a pas WebGL/)
    const from = await placeOf(page, source)
    await page.mouse.move(from.x, from.y)
    await expect.poll(() => text(page, '.hover-line')).toMatch(/^Atelier Suffrage/)
    await page.mouse.click(from.x, from.y)
    await expect.poll(() => text(page, title)).toContain('Atelier Suffrage')
    await page.focus(label)
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await expect.poll(() => text(page, title)).toContain('Turnout Engine')
    expect(trouble).toEqual([])
    await page.browserContext().close()
  })

  it('reads the published file from disk, and asks nothing of anybody', async () => {
    const file = map.beside('firefox.html')
    writeFileSync(file, (await mapPage.write(map.corpus, choice, { evidence: true, stories: 'none' })).text)
    const { page, trouble } = await open(pathToFileURL(file).href)
    await expect.poll(() => labelOf(page)).toMatch(/^Carte de 44 sites/)
    await find(page, 'liberty')
    await expect.poll(() => text(page, title)).toContain('Liberty Lists')
    await expect.poll(() => page.url()).toContain('#site=liberty-lists.example')
    await page.locator('#reading .rows button').click()
    await expect.poll(() => count(page, quoted)).toBeGreaterThan(0)
    await page.goBack()
    await expect.poll(() => text(page, title)).toContain('Liberty Lists')
    await goTo(page, '#screen=matrix')
    await page.locator('.matrix td button[aria-label^="France → États-Unis"]').click()
    await expect.poll(() => text(page, title)).toBe('France → États-Unis')
    expect(trouble).toEqual([])
    await page.browserContext().close()
  })

  it('reads a guided reading from disk, by keyboard and on a phone, down to the evidence of what it counts', async () => {
    const { stories } = publishedData(map.corpus, choice, {})
    expect(stories!.map(({ story }) => story.steps.length)).toEqual([3])
    const file = map.beside('story.html')
    writeFileSync(file, (await mapPage.write(map.corpus, choice, {})).text)
    const { page, trouble } = await open(pathToFileURL(file).href)
    const step = () => text(page, '#reading [aria-current="step"] h3')
    await expect.poll(step).toBe('1 Un')
    await page.keyboard.press('ArrowRight')
    await expect.poll(step).toBe('2 Deux')
    await expect.poll(() => page.url()).toContain(`from=${source}`)
    await page.locator('.story-quote button').click()
    await expect.poll(() => text(page, quoted)).toBe('Micro Target Co')
    await page.goBack()
    await expect.poll(step).toBe('2 Deux')
    await page.setViewport({ width: 360, height: 740, hasTouch: true })
    await page.locator('.story-nav [role=status] + button').click()
    await expect.poll(step).toBe('3 Trois')
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    // Words that lead to ties have their hyperlinks, though the page was published without evidence.
    await page.locator('#reading li[aria-current] a').click()
    await expect.poll(() => count(page, '#reading .tie-row')).toBeGreaterThan(0)
    await page.locator('#reading .tie-row').click()
    await expect.poll(() => count(page, quoted)).toBeGreaterThan(0)
    expect(trouble).toEqual([])
    await page.browserContext().close()
  })

  it('underlines an anchor that is broken over two lines, puts figure and quotes on paper, and is touched on a phone', async () => {
    const { page, trouble } = await open(`${map.served.address}#from=${source}&to=${target}`)
    await expect.poll(() => count(page, quoted)).toBeGreaterThan(0)
    const blank = await page.browserContext().newPage()
    // Each of its two parts: nothing beside it, and under most of its letters.
    await expect
      .poll(async () => {
        const parts = await page.evaluate(breakAnchor)
        const lines = await blank.evaluate(countYellow, await page.screenshot({ encoding: 'base64' }), parts)
        return lines.map(({ inside, outside, width }) => [outside, inside > width * 0.8])
      })
      .toEqual([[0, true], [0, true]]) // prettier-ignore
    // Each tie is a shape of curves.
    const ties = readMapData({ corpus: map.corpus, title: '', now: Date.now }).ties.source.length
    const paper = await page.pdf()
    expect(curvesOf(paper)).toBeGreaterThan(ties)
    await page.setViewport({ width: 360, height: 640 })
    await page.goto(map.served.address)
    const at = await placeOf(page, 'liberty-lists.example')
    await page.touchscreen.tap(at.x, at.y)
    await expect.poll(() => text(page, title)).toContain('Liberty Lists')
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    // The sheet of the site leaves the map two fifths of the screen.
    await expect.poll(async () => (await (await page.$(label))!.boundingBox())!.height).toBeGreaterThanOrEqual(256)
    expect(trouble).toEqual([])
    await page.browserContext().close()
  })
})

/** How many curves a PDF draws; letters are none, since they come as a font. */
function curvesOf(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf)
  let curves = 0
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 1)) {
    if (bytes[at + 7] !== 0x78) continue
    const operators = inflateSync(bytes.subarray(at + 7)).toString('latin1')
    curves += operators.match(/(?:-?[\d.]+ ){6}c\b/g)?.length ?? 0
  }
  return curves
}
