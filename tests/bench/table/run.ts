import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type CDPSession, chromium, type Page } from 'playwright'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'
import { pageText } from '#viewer/publish/page-text.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { largeMap } from '../../viewer/large-map.ts'
import { timeSteps, watchThread } from '../map/thread-time.ts'

/**
 * `npm run bench:table`: the table of 20,000 sites scrolled, sorted and searched in headless Chromium: what each step takes of the page's
 * thread, then milliseconds between frames, which software draws. `npm run bench:table -- 50000` takes another number of sites.
 */
const sites = Number(process.argv[2] ?? 20_000)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

/** Milliseconds between the frames that were drawn while `work` was done, in order of size. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(`(() => {
    const times = (globalThis.frameTimes = [])
    let last = performance.now()
    const look = now => { times.push(now - last); last = now; globalThis.frameLook = requestAnimationFrame(look) }
    globalThis.frameLook = requestAnimationFrame(look)
  })()`)
  await work()
  const times = (await page.evaluate('cancelAnimationFrame(frameLook), frameTimes')) as number[]
  return times.slice(1).toSorted((a, b) => a - b)
}

const repeat = (times: number, step: () => Promise<unknown>): (() => Promise<unknown>)[] =>
  Array.from({ length: times }, () => step)

/** Scripts of steps, and all that the thread did for them (styles, layout, painting orders). */
async function tellSteps(
  page: Page,
  session: CDPSession,
  what: string,
  steps: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const times = await timeSteps(page, session, steps)
  const figures = (['script', 'all'] as const).flatMap(of => {
    const sorted = times.map(time => time[of]).toSorted((a, b) => a - b)
    return [0.5, 0.95, 1].map(share => at(sorted, share).toFixed(1).padStart(8))
  })
  print(`  ${what.padEnd(46)}${String(times.length).padStart(7)}${figures.join('')}`)
}

function tell(what: string, times: readonly number[]): void {
  const figures = [0.5, 0.95, 1].map(share => at(times, share)).map(ms => ms.toFixed(1).padStart(8))
  print(`  ${what.padEnd(46)}${String(times.length).padStart(7)}${figures.join('')}`)
}

/** Turns the wheel `turns` times by so many pixels, once a frame, as a hand does that doesn't stop. */
async function turnWheel(page: Page, turns: number, pixels: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, pixels)
    await page.waitForTimeout(16)
  }
}

const executablePath = await findChromium()
if (executablePath === null)
  throw new Error('no Chromium found: install one, or set TOILE_CHROMIUM to its program file')
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-table-'))
const file = join(folder, 'large.html')
writeFileSync(file, pageText(readClientFiles(await buildClient()), { map: largeMap(sites, sites), evidence: null }))
const browser = await chromium.launch({ executablePath, args: chromiumFlags() })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${pathToFileURL(file).href}#screen=table`)
  const box = page.locator('.table-screen')
  await box.locator('tbody tr:not([aria-hidden])').first().waitFor({ timeout: 120_000 })
  await box.hover()
  print(`${sites} rows, Chromium ${browser.version()} headless, 1280 × 720; load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores`) // prettier-ignore
  const heading = (name: string) => page.getByRole('columnheader', { name, exact: true }).getByRole('button')
  const search = page.getByRole('searchbox').last()
  const session = await page.context().newCDPSession(page)
  await watchThread(session)
  print(
    `  ${'milliseconds of the page’s thread, a step'.padEnd(46)}  steps  script     p95    most     all     p95    most`,
  )
  for (const [what, pixels] of [['read: two rows', 60], ['leafed through: a screen', 600], ['flung: twenty screens', 12_000]] as const)
    await tellSteps(page, session, what, repeat(40, () => page.mouse.wheel(0, pixels))) // prettier-ignore
  // Without Playwright's own scripts, which look for a place to click.
  for (const name of ['Site', 'Address', 'Sites citing it'])
    await tellSteps(page, session, `sorted by '${name}', and turned`, repeat(6, () => heading(name).dispatchEvent('click'))) // prettier-ignore
  await search.focus()
  await tellSteps(page, session, 'searched: a letter', [...'site 199'].map(key => () => page.keyboard.press(key === ' ' ? 'Space' : key))) // prettier-ignore
  await tellSteps(
    page,
    session,
    'a letter taken back',
    repeat(8, () => page.keyboard.press('Backspace')),
  )
  await box.hover()
  print(`  ${'milliseconds between frames'.padEnd(46)} frames  median     p95    most`)
  tell('read: a row or two a frame', await framesDuring(page, () => turnWheel(page, 150, 60)))
  tell('leafed through: a screen a frame', await framesDuring(page, () => turnWheel(page, 150, 600)))
  tell('flung: twenty screens a frame', await framesDuring(page, () => turnWheel(page, 80, 12_000)))
  tell(
    'sorted by name',
    await framesDuring(page, () =>
      heading('Site')
        .click()
        .then(() => page.waitForTimeout(1500)),
    ),
  )
  tell('searched, letter by letter', await framesDuring(page, () => search.pressSequentially('site 199', { delay: 120 }).then(() => page.waitForTimeout(800)))) // prettier-ignore
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
