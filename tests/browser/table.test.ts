import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { entityFacts } from '#data/store/map/entity-facts.ts'
import { pageText } from '#viewer/publish/page-text.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { largeMap } from '../viewer/large-map.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

const rows = (page: Page) => page.locator('.table-screen tbody tr:not([aria-hidden])')
const heading = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]) // prettier-ignore
  const file = map.beside(download.suggestedFilename())
  await download.saveAs(file)
  return readFileSync(file)
}

describe('the table', () => {
  it('is searched, and the map follows', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=both' })
    await page.getByRole('searchbox', { name: 'Search names, addresses, tags' }).fill('turnout')
    await expect.poll(() => rows(page).count()).toBe(1)
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 1 site /)
    await expect.poll(() => page.url()).toContain('q=turnout')
    await page.goBack()
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 44 sites/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('filters by column, and the map follows', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=both' })
    await page.getByRole('button', { name: 'Filter columns' }).click()
    await page.getByRole('combobox', { name: 'Country: only' }).selectOption('FR')
    await expect.poll(() => page.url()).toContain('f.country=FR')
    // The heading is a row, too.
    await expect.poll(() => page.locator('.table-screen table').getAttribute('aria-rowcount')).toBe('21')
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 20 sites/)
    await page.getByRole('spinbutton', { name: /^Sites citing it/ }).fill('5')
    await page.keyboard.press('Enter')
    const cited = heading(page, 'Sites citing it')
    await expect.poll(() => cited.getAttribute('aria-sort')).toBe('descending')
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('shows the columns that are chosen, in their order, and remembers them', async () => {
    const { page } = await map.visit({ hash: '#screen=table' })
    const heads = () => page.getByRole('columnheader').allInnerTexts()
    await heading(page, 'Address').waitFor()
    await page.getByText('Columns', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Address', exact: true }).uncheck()
    await page.getByRole('button', { name: 'Kind: further to the front' }).click()
    await page.getByText('Columns', { exact: true }).click()
    await expect.poll(heads).not.toContain('Address')
    await page.reload()
    await expect.poll(async () => (await heads()).slice(1, 5)).toEqual(['Site', 'Community', 'Kind', 'Country'])
    await page.context().close()
  })

  it('writes a name, a country, a tag and a note where they stand; Escape writes nothing', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=table&q=doorstep' })
    const facts = () => entityFacts(map.corpus, 'doorstep.example')!
    const cell = (name: RegExp) => page.getByRole('button', { name })
    await cell(/^Country of .*; write$/).click()
    await page.keyboard.type('ca')
    await page.keyboard.press('Enter')
    await expect.poll(() => facts().country).toBe('CA')
    await cell(/^Note of .*; write$/).click()
    await page.keyboard.type('asked in 2027')
    await page.keyboard.press('Enter')
    await expect.poll(() => facts().note).toBe('asked in 2027')
    await cell(/^Kind of .*; write$/).click()
    await page.keyboard.type('nonsense')
    await page.keyboard.press('Escape')
    await cell(/^Rename /).click()
    await page.keyboard.type('Doorstep & Co')
    await page.keyboard.press('Enter')
    await expect.poll(() => facts().label).toBe('Doorstep & Co')
    expect(facts().kind).not.toBe('nonsense')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('is one stop of Tab a site; the arrows go along its cells, which are then written in', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=table&q=isoloir' })
    await rows(page).first().locator('.row-link').focus()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).toMatch(/^Rename /)
    for (let step = 0; step < 8 && !(await focused()).startsWith('Note of'); step += 1)
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.type('by keyboard')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect.poll(() => entityFacts(map.corpus, 'isoloir-studio.example')!.note).toBe('by keyboard')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('decides for many at once, and takes it back at once', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=table&f.country=FR' })
    await rows(page).first().waitFor()
    const before = await rows(page).count()
    await page.getByRole('checkbox', { name: 'Choose all rows shown, or none' }).click()
    await page.getByText(`${before} sites chosen:`).waitFor()
    await rows(page).first().getByRole('checkbox').uncheck()
    await page.getByText(`${before - 1} sites chosen:`).waitFor()
    await page.getByRole('textbox', { name: 'Category' }).fill('sample')
    await page.getByRole('textbox', { name: 'Value' }).fill('pilot')
    await page.getByRole('button', { name: 'Tag them' }).click()
    const tagged = () =>
      map.corpus.sql<{ n: number }>(`SELECT count(*) AS n FROM tag WHERE category = 'sample'`).get()!.n
    await expect.poll(tagged).toBe(before - 1)
    await heading(page, 'sample').waitFor()
    await expectNoViolations(page)
    await page.locator('.change-note').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(tagged).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('is saved as it is shown, for a French spreadsheet and as a workbook', async () => {
    const { page } = await map.visit({ hash: '#screen=table&f.country=FR', locale: 'fr' })
    await rows(page).first().waitFor()
    const shown = await rows(page).count()
    const csv = (await saved(page, 'Enregistrer en CSV')).toString('utf8')
    const lines = csv.trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^\ufeffSite;Adresse;Communauté;Pays;/)
    expect(lines.length).toBe(shown + 1)
    expect(csv).toMatch(/;0,\d+/)
    const parts = unzipSync(await saved(page, 'Enregistrer pour tableur'))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(sheet.match(/<row>/g)?.length).toBe(shown + 1)
    expect(sheet).toMatch(/<c><v>0\.\d+<\/v><\/c>/)
    expect(sheet).not.toContain('<f>')
    await page.context().close()
  })
})

describe('a table of 20,000 sites', () => {
  it('draws the rows in sight alone, sorts all, and comes to the last', async () => {
    const file = map.beside('large.html')
    const data = { map: largeMap(20_000, 20_000), evidence: null }
    writeFileSync(file, pageText(readClientFiles(await buildClient()), data))
    const { page, trouble } = await map.visit({ address: pathToFileURL(file).href, hash: '#screen=table' })
    await rows(page).first().waitFor({ timeout: 60_000 })
    await expect.poll(() => rows(page).count()).toBeLessThan(80)
    await heading(page, 'Site').getByRole('button').click()
    await expect.poll(() => rows(page).first().textContent()).toContain('Site 0 of the invented network')
    await page.locator('.table-screen').evaluate(box => box.scrollTo(0, box.scrollHeight))
    await expect.poll(() => rows(page).last().getAttribute('aria-rowindex')).toBe('20001')
    await expect.poll(() => rows(page).last().textContent()).toContain('Site 19999 of the invented network')
    await expect.poll(() => rows(page).count()).toBeLessThan(80)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
