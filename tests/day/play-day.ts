import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { demoStoryName } from '#seeds/demo-web/story.ts'
import { Diary } from './diary.ts'
import { startPackage } from './start-package.ts'
import { playTasks } from './play-tasks.ts'

/**
 * `npm run play-day`: a person's first days without a terminal, in French, in Chromium, from the unpacked package for Linux: a list is pasted,
 * crawled, told in the morning, analysed, published, handed to Gephi, a site is forgotten on request, a second wave is compared. Prints
 * clicks, fields and seconds, and leaves pictures to be looked at. Its web is the demonstration's, on loopback.
 */
const soon = { timeout: 180_000 }
const panel = (page: Page): Locator => page.locator('#reading')
const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true })
const fold = (page: Page, title: string): Locator =>
  panel(page).locator('.deed-fold > summary').filter({ has: page.getByText(title, { exact: true }) }) // prettier-ignore

/** The list as it is copied from a spreadsheet: a line a site, tabs between cells. */
const pasted = readFileSync(join(import.meta.dirname, '..', '..', 'seeds', 'demo.csv'), 'utf8').replaceAll(',', '\t')

async function download(page: Page, link: Locator, to: string): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
  const file = join(to, saved.suggestedFilename())
  await saved.saveAs(file)
  return file
}

/** Makes one of the files under "Publier" and takes it away. */
async function make(page: Page, title: string, go: string, ending: string, to: string): Promise<string> {
  await fold(page, title).click()
  await button(panel(page).locator('.deed-fold[open]'), go).click()
  const link = panel(page)
    .locator('.made-now')
    .getByRole('link', { name: /^Télécharger/ })
  await panel(page).getByText(`${ending} est prêt.`).waitFor(soon)
  return download(page, link, to)
}

async function playDay(browser: Browser, address: string, place: string, diary: Diary): Promise<void> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
  await diary.watch(context)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', error => trouble.push(error.message))
  await page.goto(address)
  await diary.aim('ouvrir Toile, créer une étude', async () => {
    await page.getByRole('heading', { name: 'Vos études' }).waitFor()
    await diary.look(page, 'accueil-vide')
    await page.getByLabel('Nom de l’étude').fill('Ma thèse')
    await button(page, 'Créer').click()
    await page.waitForURL(/\/study\//)
  })
  await diary.aim('coller un tableau de 43 sites, lancer la collecte', async () => {
    await page.getByLabel(/^Liste de départ/).fill(pasted)
    await page.getByLabel(/^Contact/).fill('moi@universite.example')
    await page.getByLabel('Clics depuis l’accueil').fill('3')
    await page.getByLabel('Pages par site').fill('20')
    await page
      .getByText(/\d+\s+sites dans cette liste/)
      .first()
      .waitFor()
    await diary.look(page, 'liste-collee')
    await button(page, 'Lancer la collecte').click()
    await page.getByText(/^En cours/).waitFor(soon)
    await diary.look(page, 'collecte-en-cours')
    await panel(page)
      .getByText(/^Terminée/)
      .waitFor(soon)
  })
  await diary.aim('le matin : ce que la collecte a donné', async () => {
    await page.getByRole('link', { name: 'Toutes les études' }).click()
    await page.locator('.study').waitFor()
    await diary.look(page, 'accueil')
    await page.getByRole('link', { name: 'Ma thèse' }).click()
    await page.getByRole('heading', { name: 'Ce que la collecte a donné' }).waitFor()
    await diary.look(page, 'matin')
  })
  await diary.aim('analyser, voir la carte', async () => {
    await button(page, 'Analyser').click()
    await panel(page).getByText('L’analyse est terminée.').waitFor(soon)
    await page.locator('.legend option[value=community]:checked').first().waitFor({ state: 'attached' })
    await page.locator('canvas').first().waitFor()
    await diary.look(page, 'carte')
  })
  await diary.aim('publier la carte en une page', async () => {
    await button(page, 'Publier').click()
    const file = await make(page, 'Page pour d’autres', 'Faire la page', '.html', place)
    await diary.look(page, 'publier')
    const reader = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
    await reader.goto(pathToFileURL(file).href)
    await reader.locator('canvas').first().waitFor()
    await diary.look(reader, 'page-publiee')
    await reader.close()
  })
  await diary.aim('exporter pour Gephi', async () => {
    await fold(page, 'Page pour d’autres').click()
    const file = await make(page, 'Gephi', 'Faire le fichier', '.gexf', place)
    if (!readFileSync(file, 'utf8').includes('<gexf ') || statSync(file).size < 20_000) throw new Error(`${file} is no network`) // prettier-ignore
  })
  await diary.aim('oublier un site, sur demande', async () => {
    await page.getByRole('combobox', { name: 'Chercher un site' }).first().fill('Quartier')
    await page.getByRole('option').first().click()
    await panel(page).getByText('Modifier', { exact: true }).click()
    await panel(page).getByText('Oublier ce site, sur opposition').click()
    await button(panel(page), 'L’oublier…').click()
    await diary.look(page, 'oublier')
    await button(panel(page), 'Oublier pour de bon').click()
    await panel(page)
      .getByText(/est oublié/)
      .waitFor(soon)
    await diary.look(page, 'oublie')
  })
  await diary.aim('une seconde vague, comparée à la première', async () => {
    await button(page, 'Collecte').click()
    await panel(page)
      .getByLabel(/^Nouvelle vague/)
      .fill('2027-03')
    await button(page, 'Revisiter').click()
    await page.getByText(/^En cours/).waitFor(soon)
    await panel(page)
      .getByText(/^Terminée/)
      .waitFor(soon)
    await button(panel(page), 'Analyser').click()
    await panel(page).getByText('L’analyse est terminée.').waitFor(soon)
    await button(page, 'Filtrer').click()
    await button(panel(page), 'Comparer les deux dernières vagues').click()
    await page.locator('canvas').first().waitFor()
    await diary.look(page, 'deux-vagues')
  })
  await diary.aim('voir la démonstration et sa lecture guidée', async () => {
    await page.goto(address)
    await button(page, 'L’ouvrir').click()
    await page.waitForURL(/\/study\/demo\//)
    await page.locator('canvas').first().waitFor(soon)
    await diary.look(page, 'demonstration')
  })
  if (trouble.length > 0) throw new Error(`the page had errors: ${trouble.join('; ')}`)
  await context.close()
}

/** What there is to see of the study, of the demonstration's guided reading and of the review. */
const screens: Readonly<Record<string, string>> = {
  matin: '',
  carte: '#panel=about',
  filtrer: '#panel=filters',
  publier: '#panel=publish',
  outils: '#panel=tools',
  revue: '#panel=review',
  tableau: '#screen=table',
  matrice: '#screen=matrix',
  evolution: '#screen=change',
}

async function visit(browser: Browser, settings: BrowserContextOptions, where: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'fr-FR', ...settings })
  await page.goto(where)
  await page.locator('.study, canvas, .table-screen, h1').first().waitFor()
  await page.waitForTimeout(1500)
  return page
}

/** The same study as others meet it: on phones, by night, on paper. */
async function lookAround(browser: Browser, address: string, diary: Diary): Promise<void> {
  const study = `${address}study/${encodeURIComponent('Ma thèse')}/`
  const [site = '', other = ''] = await sitesOf(study)
  const places = {
    accueil: address,
    ...Object.fromEntries(Object.entries(screens).map(([name, hash]) => [name, study + hash])),
    site: `${study}#site=${site}`,
    communaute: `${study}#community=${site}`,
    pourquoi: `${study}#why=${site}&and=${other}`,
    lien: `${study}#${await heaviestTie(study)}`,
    recit: `${address}study/demo/#story=${demoStoryName}`,
  }
  const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } as const
  const eyes = {
    t360: { ...phone, viewport: { width: 360, height: 740 } },
    t320: { ...phone, viewport: { width: 320, height: 568 } },
    nuit: { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
    jour: { viewport: { width: 1280, height: 800 } },
  } as const satisfies Readonly<Record<string, BrowserContextOptions>>
  for (const [eye, settings] of Object.entries(eyes))
    for (const [name, where] of Object.entries(places)) {
      const page = await visit(browser, settings, where)
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (beyond > 0) process.stdout.write(`${eye} ${name}: ${beyond} pixels to the right of the screen\n`)
      await diary.look(page, `${eye}-${name}`)
      await page.close()
    }
  for (const [name, where] of Object.entries(places)) {
    const page = await visit(browser, { viewport: { width: 794, height: 1123 } }, where)
    await page.emulateMedia({ media: 'print' })
    await page.waitForTimeout(500)
    await diary.look(page, `papier-${name}`, true)
    await page.close()
  }
  for (const [eye, settings] of [
    ['jour', eyes.jour],
    ['nuit', eyes.nuit],
    ['t360', eyes.t360],
  ] as const) {
    // prettier-ignore
    const page = await visit(browser, settings, `${study}#panel=publish`)
    await button(page, 'Nouvelle figure').click()
    await page.locator('dialog.studio image').waitFor()
    await diary.look(page, `${eye}-figure`)
    if (eye === 'jour') {
      await page.emulateMedia({ media: 'print' })
      await diary.look(page, 'papier-figure', true)
    }
    await page.close()
  }
}

interface Citing {
  readonly ids: readonly string[]
  readonly ties: {
    readonly source: readonly number[]
    readonly target: readonly number[]
    readonly weight?: readonly number[]
  }
}

const mapOf = async (study: string): Promise<Citing> => (await (await fetch(`${study}api/map`)).json()) as Citing

const sitesOf = async (study: string): Promise<string[]> => (await mapOf(study)).ids.map(encodeURIComponent)

async function heaviestTie(study: string): Promise<string> {
  const { ids, ties } = await mapOf(study)
  return new URLSearchParams({ from: ids[ties.source[0]!]!, to: ids[ties.target[0]!]! }).toString()
}

interface Wish {
  readonly package?: string
  readonly out: string
}

await new Command('play-day')
  .option('--package <file>', 'the package for Linux, as npm run package made it; else one is made now')
  .option('--out <folder>', 'where the pictures go', 'day')
  .action(async (wish: Wish) => {
    const out = resolve(wish.out)
    mkdirSync(out, { recursive: true })
    const place = mkdtempSync(join(tmpdir(), 'toile-day-'))
    const web = await serveDemoWeb()
    const started = await startPackage(place, web.proxy, wish.package && resolve(wish.package))
    const executablePath = (await findChromium()) ?? undefined
    const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
    const diary = new Diary(out)
    try {
      await playDay(browser, started.address, place, diary)
      await playTasks(browser, `${started.address}study/${encodeURIComponent('Ma thèse')}/`, place, diary)
      await lookAround(browser, started.address, diary)
    } finally {
      await browser.close()
      process.stdout.write(`closed with ${await started.stop()}\n`)
      await web.close()
      rmSync(place, { recursive: true, force: true })
    }
  })
  .parseAsync()
