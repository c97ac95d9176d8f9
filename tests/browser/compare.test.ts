import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'
import { positionOf } from './position-of.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
const canvas = (page: Page) => page.getByRole('application')
const panelButton = (page: Page) => page.getByRole('button', { name: /^(Reading panel|Panneau de lecture)$/ })
const pair = '#against=1&zone=content&zone2=blogroll'

/** Ties drawn on each map. */
const ties = async (page: Page): Promise<number[]> =>
  (await canvas(page).evaluateAll(maps => maps.map(one => one.getAttribute('aria-label') ?? ''))).map(text =>
    Number(/(\d+) ties/.exec(text)?.[1]),
  )

/** Whether the first map is larger than that, the second as large, and nothing stands beside the page. */
async function room(page: Page, wide: number, high: number): Promise<Record<string, boolean>> {
  const [first, second] = await canvas(page).evaluateAll(maps => maps.map(one => one.getBoundingClientRect()))
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return {
    isWide: first!.width > wide,
    isHigh: first!.height > high,
    isShared: Math.abs(first!.width - second!.width) + Math.abs(first!.height - second!.height) < 4,
    isAll: beside === 0,
  }
}

const pictureNow = async (map: Locator): Promise<string> => (await map.screenshot()).toString('base64')

/** What is drawn, once it is drawn no more. */
async function picture(map: Locator): Promise<string> {
  let last = ''
  await expect
    .poll(async () => {
      const before = last
      last = await pictureNow(map)
      return last === before
    })
    .toBe(true)
  return last
}

describe('two maps side by side', () => {
  it('are tied by contents and by blogrolls; the panel gives way, and its button has the focus', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await panel(page).getByRole('button', { name: 'Show a second map' }).click()
    await expect.poll(() => canvas(page).count()).toBe(2)
    await expect
      .poll(() => page.locator('.map-title').allTextContents())
      .toEqual([expect.stringMatching(/^content · \d+ ties$/), expect.stringMatching(/^blogroll · \d+ ties$/)])
    await expect
      .poll(async () => (await ties(page)).every((count, at) => count > 0 && (at === 0 || count < 255)))
      .toBe(true)
    await expect.poll(() => panel(page).isVisible()).toBe(false)
    await expect.poll(() => panelButton(page).evaluate(button => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await panel(page).getByRole('heading', { name: 'Second map' }).waitFor()
    await expectNoViolations(page)
    await panelButton(page).click()
    await expect.poll(() => panel(page).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Show one map again' }).click()
    await expect.poll(() => canvas(page).count()).toBe(1)
    await panel(page).waitFor()
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it.each([
    { width: 1280, height: 720, least: [600, 560] },
    { width: 1024, height: 768, least: [500, 600] },
    { width: 768, height: 1024, least: [760, 380] },
  ])('have the room: $width × $height', async ({ width, height, least: [wide = 0, high = 0] }) => {
    for (const locale of ['en', 'fr'] as const) {
      const { page, trouble } = await map.visit({ hash: pair, size: [width, height], locale })
      await expect.poll(() => canvas(page).count()).toBe(2)
      await expect
        .poll(() => room(page, wide, high))
        .toEqual({ isWide: true, isHigh: true, isShared: true, isAll: true })
      // Folded in one language, unfolded in the other: axe sees both.
      if (locale === 'en') await expectNoViolations(page)
      await page.getByText(locale === 'en' ? 'Legend' : 'Légende', { exact: true }).click()
      await page.locator('.legend').waitFor()
      if (locale === 'fr') await expectNoViolations(page)
      expect(trouble).toEqual([])
      await page.context().close()
    }
  })

  it('show the same site at the same place: what is pointed at and what is selected stand out on both', async () => {
    const { page, trouble } = await map.visit({ hash: pair })
    await expect.poll(() => canvas(page).count()).toBe(2)
    const [first, second] = [canvas(page).first(), canvas(page).last()]
    const before = await picture(second)
    await first.focus()
    await page.keyboard.press('n')
    await expect.poll(() => page.locator('.hover-line').first().textContent()).toMatch(/^Turnout Engine: /)
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Turnout Engine')
    await page.getByRole('button', { name: 'Reading panel' }).click()
    await expect.poll(() => pictureNow(second)).not.toBe(before)
    const selected = await picture(first)
    const liberty = await positionOf(second, map.corpus, 'liberty-lists.example')
    await page.mouse.move(liberty.x, liberty.y)
    await expect.poll(() => page.locator('.hover-line').last().textContent()).toMatch(/^Liberty Lists: /)
    await expect.poll(() => pictureNow(first)).not.toBe(selected)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
