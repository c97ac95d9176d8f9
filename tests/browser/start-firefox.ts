import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { launch, type Browser } from 'puppeteer-core'

export interface StartedFirefox {
  readonly browser: Browser
  /** It has WebGL, asked of itself: without a screen Firefox has none, whatever else the machine has. */
  readonly hasGraphics: boolean
  /** Which Firefox, on which screen, and how it draws maps, in a line. */
  readonly described: string
  readonly close: () => Promise<void>
}

const onPath = (...names: string[]): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .flatMap(folder => names.map(name => join(folder, name)))
    .find(existsSync) ?? null

/** The program file of a Firefox: the one that TOILE_FIREFOX names, else one on the PATH; null: its tests are skipped. */
export function findFirefox(): string | null {
  const named = process.env['TOILE_FIREFOX']
  if (named) return existsSync(named) ? named : null
  return onPath('firefox-esr', 'firefox')
}

/** Starts a French one, driven by WebDriver BiDi: on a screen that nobody sees where Xvfb is there, else without any. */
export async function startFirefox(executablePath: string): Promise<StartedFirefox> {
  const screen = await startScreen()
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: screen === null,
    env: { ...process.env, ...(screen && { DISPLAY: screen.display }) },
    defaultViewport: { width: 1280, height: 720 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'fr',
      'ui.prefersReducedMotion': 1,
      'dom.w3c_touch_events.enabled': 1,
      // Drawn by the processor.
      'webgl.force-enabled': true,
      // As users have it, unlike what drives browsers: a file may not read the files beside it.
      'security.fileuri.strict_origin_policy': true,
    },
  })
  const close = async (): Promise<void> => {
    await browser.close()
    screen?.program.kill()
  }
  const hasGraphics = await canDrawIn(browser)
  const where = screen === null ? 'without a screen' : 'on a screen of Xvfb'
  const described = `${await browser.version()} ${where}: maps are drawn ${hasGraphics ? 'by WebGL' : 'as SVG, for want of WebGL'}`
  return { browser, hasGraphics, described, close }
}

async function canDrawIn(browser: Browser): Promise<boolean> {
  const page = await browser.newPage()
  const found = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
  })
  await page.close()
  return found
}

/** An X server that draws into memory, on the first free display; null: there is none on this machine. */
async function startScreen(): Promise<{ readonly program: ChildProcess; readonly display: string } | null> {
  const file = onPath('Xvfb')
  if (file === null) return null
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']
  const program = spawn(file, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const display = await new Promise<string>((resolve, reject) => {
    program.stdio[3]!.once('data', (text: Buffer) => resolve(`:${text.toString().trim()}`))
    program.once('exit', code => reject(new Error(`Xvfb ended (${code}) before it had a display`)))
  })
  return { program, display }
}
