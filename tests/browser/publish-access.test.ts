import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { mapPage } from '#viewer/publish/map-page.ts'
import { inventedMap } from './invented-map.ts'
import { settle } from './settle.ts'

const map = inventedMap()
let file: string

beforeAll(async () => {
  const path = map.beside('map.html')
  const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
  writeFileSync(path, (await mapPage.write(map.corpus, choice, { evidence: true })).text)
  file = pathToFileURL(path).href
})

const panel = (page: Page) => page.locator('#reading')
const heading = (page: Page): Promise<string | null> => panel(page).locator('.panel-head h2').textContent()

interface Stop {
  readonly name: string
  readonly isMarked: boolean
}

/** What has the focus: told apart from all others, and whether it can be seen to have it. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement!
    const all = [...document.querySelectorAll('*')]
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const label = (element as HTMLInputElement).labels?.[0]?.textContent
    const text = element.getAttribute('aria-label') ?? label ?? element.textContent ?? ''
    return {
      name: `${all.indexOf(element)} ${element.tagName} ${text.slice(0, 40)}`,
      isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    }
  })

/** Everything that a mouse can use: its place in the page. The arrows go along a row of the table (tests/browser/table). */
const operable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter(
        element =>
          element.checkVisibility({ visibilityProperty: true }) &&
          !(element as HTMLButtonElement).disabled &&
          !element.matches('tbody tr [tabindex="-1"]'),
      )
      .map(element => `${all.indexOf(element)} ${element.tagName} `)
  })

/** Walks with Tab from the top until the page has been walked through once. */
async function tabThrough(page: Page): Promise<Stop[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const stops: Stop[] = []
  for (let step = 0; step < 400; step++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (/^\d+ BODY/.test(stop.name) || stops.some(({ name }) => name === stop.name)) break
    stops.push(stop)
  }
  return stops
}

/** What a mouse can use and Tab does not come to; what has the focus unseen. The page can be used in many ways at least. */
async function missedByTab(page: Page): Promise<unknown> {
  await settle(page)
  const wanted = await operable(page)
  const stops = await tabThrough(page)
  return {
    isFull: wanted.length > 15,
    missed: wanted.filter(name => !stops.some(stop => stop.name.startsWith(name))),
    unmarked: stops.filter(({ isMarked }) => !isMarked),
  }
}

/** Presses Tab until what has the focus is named so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).name.includes(name)) return
  }
  throw new Error(`Tab does not come to '${name}'`)
}

describe('the map by keyboard alone', () => {
  it.each([
    ['first sight', ''],
    ['the filters', '#panel=filters'],
    ['the review queue', '#panel=review'],
    ['the crawl', '#panel=crawl'],
    ['the publishing panel', '#panel=publish'],
    ['a site', '#site=turnout-engine.example'],
    ['a tie', '#from=atelier-suffrage.example&to=micro-target-co.example'],
    ['the table', '#screen=table'],
    ['the matrix', '#screen=matrix'],
    ['two maps side by side', '#site=turnout-engine.example&against=1&zone=content&zone2=blogroll'],
  ])('reaches with Tab whatever a mouse can use, and shows where one is: %s', async (_, hash) => {
    const { page } = await map.visit({ hash })
    await panel(page).waitFor()
    await expect.poll(() => missedByTab(page)).toEqual({ isFull: true, missed: [], unmarked: [] })
    await page.context().close()
  })

  it('finds a site, opens its strongest tie, reads the hyperlinks and goes back, in the published file', async () => {
    const { page, trouble } = await map.visit({ address: file })
    await panel(page).waitFor()
    await tabTo(page, 'Find a site')
    await page.keyboard.type('liberty')
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page)).toContain('Liberty Lists')
    await tabTo(page, 'pages')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('mark').count()).toBeGreaterThan(0)
    await tabTo(page, 'Back')
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page)).toContain('Liberty Lists')
    await tabTo(page, 'Close')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Table')
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('tbody th').count()).toBe(44)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('filters, changes what is drawn and saves the picture', async () => {
    const { page, trouble } = await map.visit()
    await panel(page).waitFor()
    await tabTo(page, 'France')
    await page.keyboard.press('Space')
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 20 sites/)
    await tabTo(page, 'Publish')
    await page.keyboard.press('Enter')
    await tabTo(page, 'greys and numbers')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Save as SVG')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toBe('invented-en.svg')
    await expect.poll(() => page.url()).toContain('ink=print')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

const lookedAt = [
  '',
  '#panel=filters',
  '#panel=review',
  '#panel=crawl',
  '#panel=publish',
  '#site=turnout-engine.example',
  '#screen=table',
  '#screen=matrix',
  '#site=turnout-engine.example&against=1&zone=content&zone2=blogroll',
]

describe('the map for readers who want no motion', () => {
  it('fades nothing in or out', async () => {
    for (const [reducedMotion, moves] of [[true, false], [false, true]] as const) {
      const { page } = await map.visit({ reducedMotion })
      await panel(page).waitFor()
      const fades = (line: Element): boolean => parseFloat(getComputedStyle(line).transitionDuration) > 0
      await expect.poll(() => page.locator('.hover-line').evaluate(fades)).toBe(moves)
      await page.context().close()
    } // prettier-ignore
  })
})

describe('the map for readers who need large letters', () => {
  let large: Browser
  beforeAll(async () => {
    const args = [...inject('chromiumFlags'), '--blink-settings=defaultFontSize=32']
    large = await chromium.launch({ executablePath: inject('chromium'), args })
  })
  afterAll(() => large.close())

  it.each([
    { width: 1280, height: 720 },
    { width: 820, height: 1180 },
  ])(
    'reflows with letters of twice the size, nothing cut, nothing beside the page: $width',
    async ({ width, height }) => {
      const context = await large.newContext({ viewport: { width, height }, locale: 'fr', reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const hash of lookedAt) {
        await page.goto(`${map.served.address}${hash}`)
        // With such letters the map comes first, and what is read is a sheet that one asks for.
        await panel(page).waitFor({ state: 'attached' })
        if (await panel(page).isHidden()) await page.getByRole('button', { name: 'Panneau de lecture' }).click()
        await panel(page).waitFor()
        await settle(page)
        const layout = () => ({
          letters: getComputedStyle(document.documentElement).fontSize,
          beside: document.documentElement.scrollWidth - window.innerWidth,
          cut: [...document.querySelectorAll(':is(button, h1, h2, label, select):not(.unseen)')]
            .filter(element => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
            .filter(element => getComputedStyle(element).textOverflow !== 'ellipsis')
            .map(element => element.textContent),
        })
        await expect.poll(() => page.evaluate(layout)).toEqual({ letters: '32px', beside: 0, cut: [] })
      }
      await context.close()
    },
  )
})

describe('the map on a tablet', () => {
  it('opens a site and a filter by touch, and every button is large enough for a finger', async () => {
    const context = await map.browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true }) // prettier-ignore
    const page = await context.newPage()
    await page.goto(map.served.address)
    await panel(page).waitFor()
    await page.locator('summary', { hasText: 'Legend' }).tap()
    await page.locator('.legend').getByRole('button', { name: /^France/ }).tap() // prettier-ignore
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 20 sites/)
    await page.getByRole('button', { name: 'Undo' }).tap()
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 44 sites/)
    await page.getByRole('button', { name: 'Fit' }).or(page.getByRole('button', { name: 'Show all' })).first().tap() // prettier-ignore
    await panel(page).locator('.rows button').first().tap()
    await expect.poll(() => heading(page)).not.toBe('')
    const small = () =>
      [...document.querySelectorAll('button, select, input')]
        .filter(element => element.checkVisibility())
        .map(element => ({ name: element.textContent ?? '', box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name, box }) => `${name.slice(0, 30)}: ${Math.round(box.width)} × ${Math.round(box.height)}`)
    await expect.poll(() => page.evaluate(small)).toEqual([])
    await context.close()
  })
})
