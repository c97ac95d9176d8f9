import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bareReadings, type Source } from './bare-readings.ts'

const folder = join(import.meta.dirname, '..', 'browser')

/** A helper of the tests below. */
const helper: Source = [
  'label.ts',
  `export const label = page => page.getByRole('application').getAttribute('aria-label')`,
]

const planted = (text: string): string[] =>
  bareReadings([helper, ['planted.ts', `it('is so', async () => {\n${text}\n})`]])

describe('bareReadings(sources)', () => {
  it.each([
    ['a text', `expect(await title.textContent()).toBe('x')`],
    ['a list', `expect((await rows.allTextContents()).map(Number)).toEqual([1])`],
    ['an address', `expect(page.url()).toContain('x')`],
    ['a promise', `await expect(page.locator('p').count()).resolves.toBe(1)`],
    ['what a script says', `expect(await page.evaluate(() => window.x)).toBe(1)`],
    ['a variable', `const texts = await rows.allTextContents()\nexpect(texts[0]).toBe('x')`],
    ['parts of a variable', `const [{ width }] = await boxes.evaluateAll(all => all)\nexpect(width).toBe(1)`],
    [
      'what was made of a variable',
      `const box = await map.boundingBox()\nconst half = box.width / 2\nexpect(half).toBe(1)`,
    ],
    ['through a function', `const text = () => panel.innerText()\nexpect(await text()).toBe('x')`],
    [
      'through two functions',
      `const a = () => p.innerText()\nasync function b() { return a() }\nexpect(await b()).toBe('x')`,
    ],
    ['through a function of another file', `expect(await label(page)).toBe('x')`],
    ['in a callback', `for (const one of all) { expect(await one.isVisible()).toBe(true) }`],
  ])('sees what is read once and stated: %s', (_, text) => {
    expect(planted(text)).toEqual([expect.stringMatching(/^planted\.ts:\d+: expect\(/)])
  })

  it.each([
    ['what waits', `await expect.poll(() => title.textContent()).toBe('x')`],
    [
      'a function that waits',
      `const shows = () => expect.poll(() => p.count()).toBe(1)\nexpect(await shows()).toBe(undefined)`,
    ],
    ['what it was before', `const before = await label(page)\nawait expect.poll(() => label(page)).not.toBe(before)`],
    ['what no page says', `const { label } = facts('x')\nexpect(facts('x').label).toBe('y')`],
    ['what is heard', `page.on('request', request => asked.push(request.url()))\nexpect(asked).toEqual([])`],
    [
      'a download',
      `const [download] = await Promise.all([page.waitForEvent('download'), a.click()])\nexpect(download.suggestedFilename()).toBe('x')`,
    ],
  ])('lets be: %s', (_, text) => {
    expect(planted(text)).toEqual([])
  })
})

describe('the tests in a browser', () => {
  it('wait for whatever they state of a page', () => {
    const files = readdirSync(folder).filter(name => name.endsWith('.ts'))
    expect(files.length).toBeGreaterThan(20)
    expect(bareReadings(files.map(name => [name, readFileSync(join(folder, name), 'utf8')]))).toEqual([])
  })
})
