import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { serveApp, type ServedMap } from '#viewer/server/serve-map.ts'
import { createStudiesApp, type StudiesApp } from '#viewer/server/studies/studies-app.ts'
import { demoSeeds } from './demo-crawl.ts'
import { expectNoViolations } from './expect-no-violations.ts'

const place = mkdtempSync(join(tmpdir(), 'toile-start-'))
const folder = join(place, 'Mes études')
const seeds = readFileSync(demoSeeds, 'utf8')
let web: Awaited<ReturnType<typeof serveDemoWeb>>
let made: StudiesApp
let served: ServedMap
let browser: Browser

beforeAll(async () => {
  web = await serveDemoWeb()
  const client = readClientFiles(await buildClient())
  const command = [process.execPath, join(import.meta.dirname, 'through-proxy.ts')] as const
  const env = { ...process.env, HOME: place, XDG_STATE_HOME: place, TOILE_TEST_PROXY: web.proxy }
  served = await serveApp(
    access => {
      made = createStudiesApp({ folder, env, now: Date.now, err: () => undefined, client, command, ...access })
      return made.app
    },
    { port: 0 },
  )
  browser = await chromium.connect(inject('chromiumServer'))
})
afterAll(async () => {
  await browser.close()
  await served.close()
  await made.close()
  await web.close()
  rmSync(place, { recursive: true, force: true })
})

async function visit(path: string, locale: 'en' | 'fr', size: readonly [number, number] = [1280, 720]): Promise<Page> {
  const viewport = { width: size[0], height: size[1] }
  const context = await browser.newContext({ locale, viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(served.address + path)
  return page
}

const study = (name: string): string => join(folder, `${name}.sqlite`)

describe('a person’s first day, without a terminal', () => {
  it('begins with an empty folder and makes a study of a pasted list, which is crawled, analysed and drawn', async () => {
    const page = await visit('', 'fr')
    await page.getByRole('heading', { name: 'Vos études' }).waitFor()
    await expect.poll(() => page.locator('main').textContent()).toContain('Il n’y a pas encore d’étude')
    await expectNoViolations(page)
    await page.getByLabel('Nom de l’étude').fill('Stratèges & données')
    await page.getByRole('button', { name: 'Créer' }).click()
    await page.waitForURL(/\/study\/Strat%C3%A8ges%20%26%20donn%C3%A9es\//)
    await page.getByLabel(/^Liste de départ/).fill(seeds)
    await page.getByLabel(/^Contact/).fill('test@toile.example')
    await page.getByLabel('Pages par site').fill('3')
    await expect.poll(() => page.locator('form').textContent()).toContain('Au plus 129 pages')
    // Another tab is about to delete it.
    const other = await page.context().newPage()
    await other.goto(served.address)
    await other.locator('.study').getByText('Plus').click()
    await other.getByRole('button', { name: 'Supprimer…' }).click()
    await page.getByRole('button', { name: 'Lancer la collecte' }).click()
    await page.getByText(/^En cours/).waitFor({ timeout: 120_000 })
    await other.getByRole('button', { name: 'Supprimer pour de bon' }).click()
    await expect.poll(() => other.locator('.study .notice').textContent()).toContain('y travaille')
    await other.close()
    const panel = page.locator('#reading')
    await expect.poll(() => panel.textContent(), { timeout: 120_000 }).toContain('La collecte est terminée.')
    await panel.getByRole('button', { name: 'Analyser' }).click()
    await expect.poll(() => page.locator('.legend').textContent(), { timeout: 120_000 }).toContain('Communauté')
    // The page was open before there were communities.
    await expect.poll(() => page.getByLabel('Couleur').inputValue()).toBe('community')
    await page.getByRole('link', { name: 'Toutes les études' }).click()
    await expect.poll(() => page.locator('.study').textContent()).toContain('Stratèges & données43 sites')
    await page.getByLabel('Nom de l’étude').fill('Deux')
    await page.getByRole('button', { name: 'Créer' }).click()
    await expect.poll(() => page.getByLabel(/^Contact/).inputValue()).toBe('test@toile.example')
    await page.getByRole('link', { name: 'Toutes les études' }).click()
    const second = page.locator('.study').filter({ hasText: 'Deux' })
    await second.getByText('Plus').click()
    await second.getByRole('button', { name: 'Supprimer…' }).click()
    await second.getByRole('button', { name: 'Supprimer pour de bon' }).click()
    await expect.poll(() => page.locator('.study').count()).toBe(1)
    await page.context().close()
  })

  it('renames, copies, puts away, takes back and deletes with a question', async () => {
    const page = await visit('', 'en')
    const row = page.locator('.study')
    await row.getByText('More').click()
    await row.getByRole('button', { name: 'Rename' }).click()
    await row.getByLabel(/^New name/).fill('a/b')
    await row.locator('form').getByRole('button', { name: 'Rename' }).click()
    await expect.poll(() => row.locator('.notice').textContent()).toContain('can’t be the name')
    await expectNoViolations(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoViolations(page, 'the list by night')
    await row.getByLabel(/^New name/).fill('strategists')
    await row.locator('form').getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('link', { name: 'strategists' }).waitFor()
    expect(existsSync(study('strategists'))).toBe(true)
    await row.getByText('More').click()
    await row.getByRole('button', { name: 'Copy' }).click()
    await row.locator('form').getByRole('button', { name: 'Copy' }).click()
    const copy = row.filter({ hasText: 'strategists (copy)' })
    await copy.waitFor()
    await copy.getByText('More').click()
    await copy.getByRole('button', { name: 'Put away' }).click()
    await expect.poll(() => page.locator('.archived summary').textContent()).toBe('Put away (1)')
    await page.locator('.archived summary').click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await copy.waitFor()
    await copy.getByText('More').click()
    await copy.getByRole('button', { name: 'Delete …' }).click()
    await copy.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => copy.getByRole('alertdialog').count()).toBe(0)
    await copy.getByRole('button', { name: 'Delete …' }).click()
    const other = await page.context().newPage()
    await other.goto(`${served.address}study/${encodeURIComponent('strategists (copy)')}/`)
    await other.getByRole('link', { name: 'All studies' }).waitFor()
    await copy.getByRole('button', { name: 'Delete for good' }).click()
    await other.getByRole('heading', { name: 'This study is not there any more.' }).waitFor()
    await other.close()
    await expect.poll(() => row.count()).toBe(1)
    expect(existsSync(study('strategists (copy)'))).toBe(false)
    await page.context().close()
  })

  it('tells once, on opening, what the crawl came to; the map is one click away, and the telling can be asked for again', async () => {
    const page = await visit('study/strategists/', 'en')
    await page.getByRole('heading', { name: 'What the crawl came to' }).waitFor()
    await expect.poll(() => page.locator('main').textContent()).toContain('came to its end')
    await expect.poll(() => page.locator('main').textContent()).toMatch(/\d+ pages read, of \d+ sites\./)
    await expectNoViolations(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoViolations(page, 'the summary by night')
    await page.getByRole('button', { name: 'See the map' }).click()
    await page.locator('canvas').first().waitFor()
    await page.goto(`${served.address}study/strategists/`)
    await page.locator('canvas').first().waitFor()
    await page.getByRole('button', { name: 'Crawl', exact: true }).click()
    await page.getByRole('button', { name: 'What the crawl came to' }).click()
    await page.getByRole('heading', { name: 'What the crawl came to' }).waitFor()
    await page.context().close()
  })

  it('imports a network that is dropped in, and goes to its map', async () => {
    const page = await visit('', 'en')
    const edges = 'source,target\na.example,b.example\nb.example,c.example\n'
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'My ties.csv', mimeType: 'text/csv', buffer: Buffer.from(edges) })
    await expect.poll(() => page.locator('#import-name').inputValue()).toBe('My ties')
    await page.getByRole('button', { name: 'Import' }).click()
    await page.waitForURL(/\/study\/My%20ties\//)
    const label = () => page.getByRole('application').getAttribute('aria-label')
    await expect.poll(label, { timeout: 60_000 }).toBe('Map of 3 nodes and 2 ties')
    await page.context().close()
  })

  it.each([320, 390])('fits a screen of %i pixels', async width => {
    const page = await visit('', 'fr', [width, 844])
    await page.locator('.study').first().waitFor()
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
  })
})
