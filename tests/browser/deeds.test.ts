import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'
import { copyInventedCorpus } from '../viewer/copy-invented-corpus.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { openMap, type OpenedMap } from './open-map.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'toile-page-deeds-'))
const file = join(folder, 'invented.sqlite')
let changes: Corpus
let jobs: Jobs
let map: OpenedMap

beforeAll(async () => {
  changes = await copyInventedCorpus(file)
  const env = { PATH: process.env['PATH'], XDG_STATE_HOME: folder }
  jobs = createJobs([process.execPath, join(root, 'cli.ts')], env)
  map = await openMap(changes, { file, jobs })
})
afterAll(async () => {
  await map.close()
  await jobs.close()
  changes.close()
  rmSync(folder, { recursive: true })
})

const panel = (page: Page) => page.locator('#reading')
const fold = (page: Page, title: string) =>
  panel(page)
    .locator('.deed-fold > summary')
    .filter({ has: page.getByText(title, { exact: true }) })

describe('everything is a button', () => {
  it('exports for Gephi in French: chosen, made, downloaded, with the command behind it', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=publish', locale: 'fr' })
    await fold(page, 'Gephi').click()
    const form = panel(page).locator('.deed-fold[open]')
    await form.getByLabel('Ce qu’est un lien').selectOption('coupling')
    await form.getByText('En ligne de commande').click()
    const command = form.locator('.command')
    await expect.poll(() => command.textContent()).toBe(
      `./toile export --format gexf --graph coupling --out ${folder}/invented-files/invented-coupling.gexf --corpus ${file}`,
    ) // prettier-ignore
    // Not broken after a hyphen of its own: its box is one line high.
    const broken = (): Promise<number> =>
      command.locator('span').evaluateAll(words =>
        words.filter(word => String(word.textContent).startsWith('--') && word.getBoundingClientRect().height > 30).length) // prettier-ignore
    await expect.poll(broken).toBe(0)
    await expectNoViolations(page)
    await form.getByRole('button', { name: 'Faire le fichier' }).click()
    await panel(page).getByText('invented-coupling.gexf est prêt.').waitFor({ timeout: 120_000 })
    const state = panel(page).getByRole('status').filter({ hasText: 'exportation' })
    await expect.poll(() => state.textContent()).toBe('L’exportation est terminée.')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).locator('.made-now').getByRole('link', { name: /Télécharger/ }).click(),
    ]) // prettier-ignore
    const copy = join(folder, 'downloaded.gexf')
    await download.saveAs(copy)
    expect(readFileSync(copy, 'utf8')).toContain('defaultedgetype="undirected"')
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('writes a report that is read in the page’s language', async () => {
    const { page } = await map.visit({ hash: '#panel=publish', locale: 'fr' })
    await fold(page, 'Rapport').click()
    await panel(page).getByRole('button', { name: 'Écrire le rapport' }).click()
    const read = panel(page).locator('.made-now').getByRole('link', { name: /^Lire/ })
    await read.waitFor({ timeout: 120_000 })
    const [report] = await Promise.all([page.context().waitForEvent('page'), read.click()])
    await report.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => report.locator('html').getAttribute('lang')).toBe('fr')
    await page.context().close()
  })

  it('analyses with progress in the reader’s words, and is stopped', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=tools', locale: 'fr' })
    await fold(page, 'Analyser').click()
    await panel(page).getByText('Autres choix').first().click()
    await panel(page).getByLabel('Tirages de chaque modèle nul').fill('100000')
    await panel(page).getByRole('button', { name: 'Analyser', exact: true }).click()
    await panel(page)
      .getByText(/^Communautés, \d+\s%$/)
      .waitFor({ timeout: 120_000 })
    await expectNoViolations(page)
    await panel(page).getByRole('button', { name: 'Arrêter' }).click()
    await panel(page).getByText('L’analyse a été arrêtée.').waitFor({ timeout: 120_000 })
    await expect.poll(() => panel(page).locator('pre:visible').count()).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('forgets a site after a question, and says what stays elsewhere', async () => {
    const { page, trouble } = await map.visit({ hash: '#site=liberty-lists.example', locale: 'fr' })
    await panel(page).getByText('Modifier', { exact: true }).click()
    await panel(page).getByText('Oublier ce site, sur opposition').click()
    await panel(page).getByRole('button', { name: 'L’oublier…' }).click()
    // What another command came to is not told here.
    await expect.poll(() => panel(page).locator('.job').count()).toBe(0)
    const dates = panel(page).locator('.prefixes form')
    const address = panel(page).locator('.prefixes label')
    const bottom = () => address.evaluate(it => it.getBoundingClientRect().bottom)
    await expect.poll(async () => (await dates.evaluate(it => it.getBoundingClientRect().top)) >= (await bottom())).toBe(true) // prettier-ignore
    await panel(page)
      .getByText(/^Effacer pour de bon les pages/)
      .waitFor()
    await expectNoViolations(page)
    await panel(page).getByRole('button', { name: 'Oublier pour de bon' }).click()
    await panel(page)
      .getByText(/^liberty-lists\.example est oublié/)
      .waitFor({ timeout: 120_000 })
    const told = panel(page).locator('.told-now')
    await expect.poll(() => told.textContent()).toContain('invented-coupling.gexf')
    await expect.poll(() => told.textContent()).toContain('Les copies de l’étude')
    const reader = openCorpus(file, 'read')
    expect(reader.sql(`SELECT label FROM entity WHERE name = 'liberty-lists.example'`).get()).toEqual({ label: '' })
    reader.close()
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('is not offered where the map can only be looked at', async () => {
    const only = await openMap(changes, { file, readOnly: true })
    const { page } = await only.visit({ hash: '#panel=publish' })
    await panel(page).getByRole('button', { name: 'Copy the address' }).waitFor()
    await expect.poll(() => panel(page).locator('.deed-fold').count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: 'Tools' }).count()).toBe(0)
    await page.context().close()
    await only.close()
  })
})
