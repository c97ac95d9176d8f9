import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { mapPage } from '#viewer/publish/map-page.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const

/** Publishes the map to disk; returns the file's address. */
async function publish(name: string, options: Record<string, boolean>): Promise<string> {
  const file = map.beside(name)
  writeFileSync(file, (await mapPage.write(map.corpus, choice, options)).text)
  return pathToFileURL(file).href
}

describe('the map published as a file', () => {
  it('opens from disk without a server, and asks nothing of anybody', async () => {
    const { page, trouble } = await map.visit({ address: await publish('map.html', {}) })
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 44 sites/)
    await page.getByRole('combobox', { name: 'Find a site' }).fill('liberty')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Liberty Lists')
    await expect.poll(() => page.url()).toContain('#site=liberty-lists.example')
    await panel(page).locator('.rows button').first().click()
    await expect.poll(() => panel(page).textContent()).toContain('published without its hyperlinks')
    await page.goBack()
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Liberty Lists')
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('carries the evidence when asked to', async () => {
    const address = await publish('evidence.html', { evidence: true })
    const { page, trouble } = await map.visit({
      address,
      hash: '#from=atelier-suffrage.example&to=micro-target-co.example',
    })
    await expect.poll(() => panel(page).locator('.source-page mark').first().textContent()).toBe('Micro Target Co')
    await panel(page)
      .getByRole('button', { name: /^blogroll/ })
      .click()
    await expect.poll(() => panel(page).locator('h3').allTextContents()).toEqual(['On every page: templates'])
    // Why the two are together, and what their community is, the page reckons itself.
    const go = (hash: string): Promise<void> => page.evaluate(to => void (window.location.hash = to), hash)
    await go('why=atelier-suffrage.example&and=micro-target-co.example')
    await expect.poll(() => panel(page).textContent()).toContain('Which sites hold them together')
    await expect.poll(() => panel(page).textContent()).toContain('With whom each has its ties')
    await expect.poll(() => panel(page).locator('blockquote').first().textContent()).toContain('Micro Target Co')
    await expect.poll(() => panel(page).textContent()).toContain('20 runs of the search')
    await panel(page).locator('details').first().locator('summary').click()
    await expect.poll(() => panel(page).locator('details[open] blockquote').count()).toBeGreaterThan(0)
    await expectNoViolations(page)
    await go('community=micro-target-co.example')
    await expect.poll(() => panel(page).textContent()).toContain('Two sentences for a caption')
    for (const part of ['Words of its citations', 'Most cited pages', 'Stability'])
      await expect.poll(() => panel(page).textContent()).toContain(part)
    await expect.poll(() => panel(page).textContent()).not.toContain('Left out when this was published')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('hides names behind numbers when asked to', async () => {
    const { page, trouble } = await map.visit({
      address: await publish('hidden.html', { pseudonyms: true }),
      locale: 'fr',
    })
    await expect.poll(() => page.locator('.reading').textContent()).toContain('Site 1')
    await expect.poll(() => page.content()).not.toContain('Liberty')
    await page.evaluate(() => void (window.location.hash = 'community=site-1'))
    await expect.poll(() => panel(page).textContent()).toContain('Laissé de côté à la publication')
    await page.evaluate(() => void (window.location.hash = 'why=site-1&and=site-2'))
    await expect.poll(() => panel(page).textContent()).toContain('Quels sites les tiennent ensemble')
    await expect.poll(() => panel(page).textContent()).toContain('Site 2')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

describe('the picture for print', () => {
  /** Saves the picture by the button of that name. */
  async function save(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('button', { name: button }).click(),
    ])
    const file = map.beside(download.suggestedFilename())
    await download.saveAs(file)
    return { name: download.suggestedFilename(), bytes: readFileSync(file) }
  }

  it('is an SVG with text as text, its legend and its source', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=publish', locale: 'fr' })
    const { name, bytes } = await save(page, 'Enregistrer en SVG')
    expect(name).toBe('invented-fr.svg')
    const texts: string[] = []
    const counts = new Map<string, number>()
    const parser = new SaxesParser()
    parser.on('text', text => texts.push(text))
    parser.on('opentag', ({ name: tag }) => counts.set(tag, (counts.get(tag) ?? 0) + 1))
    parser.write(bytes.toString('utf8')).close()
    const text = texts.join(' ')
    for (const part of ['Qui cite qui', '44 sites', 'États-Unis', 'Turnout Engine', 'Toile 0.1.0'])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(part)
    expect(counts.get('path')!).toBeGreaterThan(273 + 44)
    expect([...counts.keys()].filter(tag => ['script', 'image', 'foreignObject', 'a'].includes(tag))).toEqual([])
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('is a PNG of 180 mm at 300 dpi', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=publish&ink=print' })
    const { bytes } = await save(page, 'Save as PNG, 300 dpi')
    expect(bytes.subarray(12, 16).toString()).toBe('IHDR')
    expect(Math.abs(bytes.readUInt32BE(16) - (180 / 25.4) * 300)).toBeLessThan(3)
    const at = bytes.indexOf('pHYs')
    expect([bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8), bytes[at + 12]]).toEqual([11811, 11811, 1])
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('holds no colour in print', async () => {
    const { page } = await map.visit({ hash: '#panel=publish&ink=print' })
    const { bytes } = await save(page, 'Save as SVG')
    const map1 = bytes.toString('utf8').split('<g id="legend"')[0]!
    const fills = new Set([...map1.matchAll(/fill="#([0-9a-f]{6})"/g)].map(([, colour]) => colour!))
    fills.delete('1d2025')
    expect([...fills].filter(colour => new Set(colour.match(/../g)).size > 1)).toEqual([])
    await page.context().close()
  })
})
