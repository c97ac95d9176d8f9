import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright'
import type { Diary } from './diary.ts'

const soon = { timeout: 180_000 }
const panel = (page: Page): Locator => page.locator('#reading')
const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true })

/** Seven questions of a researcher, each begun where a study opens: at its map. */
export async function playTasks(browser: Browser, study: string, place: string, diary: Diary): Promise<void> {
  const task = async (what: string, work: (page: Page) => Promise<void>): Promise<void> => {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] }) // prettier-ignore
    await diary.watch(context)
    const page = await context.newPage()
    await page.goto(`${study}#panel=about`)
    await page.locator('canvas').first().waitFor()
    await diary.aim(what, () => work(page))
    await diary.look(page, `tache-${what[0]!}`)
    await context.close()
  }
  const keep = async (page: Page, link: Locator): Promise<void> => {
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
    await saved.saveAs(join(place, saved.suggestedFilename()))
  }
  await task('1 quels sites font le pont entre FR et US', async page => {
    await panel(page).getByRole('heading', { name: 'Entre les pays' }).waitFor()
  })
  await task('2 pourquoi A et B sont ensemble', async page => {
    await panel(page).locator('section').filter({ has: page.getByRole('heading', { name: 'Sites les plus cités' }) }).getByRole('button').first().click() // prettier-ignore
    await panel(page).getByRole('combobox', { name: 'Pourquoi ensemble avec…' }).fill('a')
    await panel(page).getByRole('option').first().click()
    await panel(page).getByRole('heading', { name: 'Ce qui parle pour' }).waitFor()
  })
  await task('3 ce qui a changé entre deux vagues', async page => {
    await button(page, 'Évolution').click()
    await panel(page).locator('.changes').first().waitFor()
  })
  await task('4 figure 3 de l’article', async page => {
    await button(page, 'Publier').click()
    await button(panel(page), 'Nouvelle figure').click()
    const studio = page.locator('dialog.studio')
    await studio.locator('image').waitFor(soon)
    await keep(page, button(studio, 'Enregistrer en PDF'))
  })
  await task('5 vérifier un lien et le citer', async page => {
    await panel(page).locator('section').filter({ has: page.getByRole('heading', { name: /^Liens les plus forts/ }) }).getByRole('button').first().click() // prettier-ignore
    await panel(page).locator('blockquote').first().waitFor()
    await panel(page).getByRole('button', { name: 'Copier comme citation' }).first().click() // prettier-ignore
    if ((await page.evaluate(() => navigator.clipboard.readText())) === '') throw new Error('nothing was copied')
  })
  await task('6 remettre à Stata', async page => {
    await button(page, 'Publier').click()
    await panel(page).locator('.deed-fold > summary').filter({ has: page.getByText('Stata', { exact: true }) }).click() // prettier-ignore
    await button(panel(page).locator('.deed-fold[open]'), 'Faire les tables').click()
    const link = panel(page)
      .locator('.made-now')
      .getByRole('link', { name: /^Télécharger/ })
    await link.waitFor(soon)
    await keep(page, link)
  })
  await task('7 effacer une personne qui s’y oppose', async page => {
    await panel(page).locator('section').filter({ has: page.getByRole('heading', { name: 'Sites les plus cités' }) }).getByRole('button').nth(5).click() // prettier-ignore
    await panel(page).getByText('Modifier', { exact: true }).click()
    await panel(page).getByText('Oublier ce site, sur opposition').click()
    await button(panel(page), 'L’oublier…').click()
    await button(panel(page), 'Oublier pour de bon').click()
    await panel(page).getByText(/est oublié/).waitFor(soon) // prettier-ignore
  })
}
