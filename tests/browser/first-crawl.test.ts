import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { demoCrawl, demoSeeds } from './demo-crawl.ts'
import { expectNoViolations } from './expect-no-violations.ts'

const demo = demoCrawl(async file => openCorpus(file, 'create').close())

const seeds = readFileSync(demoSeeds, 'utf8')
const stored = demo.corpusFile.replace(/\.sqlite$/, '-seeds.csv')

const list = (page: Page) => page.getByLabel(/^Seed list/)
const contact = (page: Page) => page.getByLabel(/^Contact/)
const start = (page: Page) => page.getByRole('button', { name: 'Start the crawl' })

describe('the first crawl of an empty corpus, in a browser', () => {
  it('says at once which line of a list can’t be used, keeps what was typed, and starts nothing', async () => {
    const { page, trouble } = await demo.visit()
    await page.getByRole('heading', { name: 'There is no map yet' }).waitFor()
    await expectNoViolations(page)
    const wrong = 'url;country\nhttps://one.example;FR\nhtp://two.example;FR\n'
    await list(page).fill(wrong)
    await contact(page).fill('test@toile.example')
    const notice = page.locator('.notice')
    await expect
      .poll(() => notice.textContent())
      .toContain("list:3: 'htp://two.example' is not an http(s) address, expected one such as https://www.example.fr")
    await expect.poll(() => list(page).inputValue()).toBe(wrong)
    await expect.poll(() => start(page).isDisabled()).toBe(true)
    await expectNoViolations(page)
    expect(existsSync(stored)).toBe(false)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('reads a file as spreadsheets save it, and refuses a workbook and a contact that is none', async () => {
    const { page, trouble } = await demo.visit({ locale: 'fr' })
    const file = page.getByLabel('ou choisissez un fichier CSV')
    const bytes = Buffer.from('url;name\r\nhttps://un.example;Éditions\r\n', 'latin1')
    await file.setInputFiles({ name: 'liste été.csv', mimeType: 'text/csv', buffer: bytes })
    const status = page.locator('form').getByRole('status')
    await expect.poll(() => status.textContent()).toBe('1 site dans cette liste.')
    await page.getByLabel(/^Contact/).fill('nobody')
    await page.getByRole('button', { name: 'Lancer la collecte' }).click()
    await expect.poll(() => page.locator('.notice').textContent()).toContain('Ce contact n’est ni une adresse')
    await page.getByRole('button', { name: 'La coller plutôt' }).click()
    const workbook = Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])
    await file.setInputFiles({ name: 'liste.xlsx', mimeType: 'text/csv', buffer: workbook })
    await expect.poll(() => status.textContent()).toContain('liste.xlsx, ligne 1 : un classeur a été trouvé')
    expect(existsSync(stored)).toBe(false)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('starts from a pasted list, is watched and paused, analysed, and has become a map', async () => {
    const { page, trouble } = await demo.visit()
    await list(page).fill(seeds)
    await expect.poll(() => page.locator('form').textContent()).toContain('43 sites in this list.')
    await contact(page).fill('test@toile.example')
    await page.getByLabel('Clicks from the start page').fill('2')
    await start(page).click()
    const panel = page.locator('#reading')
    await expect.poll(() => panel.textContent(), { timeout: 60_000 }).toContain('At work:')
    expect(readFileSync(stored, 'utf8')).toBe(seeds)
    await expect.poll(demo.fetched, { timeout: 60_000 }).toBeGreaterThan(20)
    await panel.getByRole('button', { name: 'Pause' }).click()
    await expect.poll(() => panel.textContent(), { timeout: 60_000 }).toContain('The crawl was stopped.')
    await panel.getByRole('button', { name: 'Analyse' }).click()
    await expect.poll(() => panel.textContent(), { timeout: 120_000 }).toContain('The analysis is done.')
    await expect.poll(() => page.locator('.legend').textContent(), { timeout: 30_000 }).toContain('Community')
    const { ids, ties } = await demo.mapNow()
    const label = (): Promise<string | null> => page.getByRole('application').getAttribute('aria-label')
    await expect.poll(label, { timeout: 30_000 }).toBe(`Map of ${ids.length} sites and ${ties.source.length} ties`)
    expect(ids.length).toBe(43)
    expect(ties.source.length).toBeGreaterThan(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
