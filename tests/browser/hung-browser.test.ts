import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findChromium } from '#crawler/fetch/find-chromium.ts'
import { createRenderer } from '#crawler/fetch/render/create-renderer.ts'
import { makersMark } from '#data/command/dead-leftovers.ts'
import type { Url } from '#data/url/brand.ts'

/** Processes of Chromium that this one started and that are no helpers of another one. */
function ownBrowsers(): number[] {
  const tasks = readdirSync('/proc/self/task')
  const children = tasks.flatMap(task => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
  const isBrowser = (pid: string) => /chrom[^\0]*\0.*remote-debugging-pipe/i.test(commandOf(pid))
  return children.filter(pid => pid !== '' && isBrowser(pid)).map(Number)
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

const profileBeginning = join(tmpdir(), 'playwright_chromiumdev_profile-')
const mark = `toile-browser-${makersMark()}`

/** Profiles of this process's browsers. */
const ownProfiles = (): string[] =>
  readdirSync(tmpdir()).filter(
    name => name.startsWith('playwright_chromiumdev_profile-') && existsSync(join(tmpdir(), name, mark)),
  )

const page = (word: string) => ({
  url: 'http://hung.example/' as Url,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(`<title>${word}</title><p>${word}`),
})

it.runIf(process.platform === 'linux')(
  'a browser that hangs costs its page no more than the limit, and the next gets another',
  async () => {
    const renderer = createRenderer({
      executable: (await findChromium())!,
      ask: async () => null,
      userAgent: 'Toile',
      // What a busy machine needs for a page that does not hang.
      limits: { openMs: 10_000, workMs: 10_000 },
    })
    // As a crawl leaves it that was killed in mid-page, and as another program does.
    const [dead, foreign] = [mkdtempSync(profileBeginning), mkdtempSync(profileBeginning)]
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(dead, mark.replace(/\d+$/, String(pid))), '')
    writeFileSync(join(foreign, 'Cookies'), '')
    expect(await renderer.render(page('first'))).toMatchObject({ kind: 'rendered' })
    expect([existsSync(dead), existsSync(foreign), ownProfiles().length]).toEqual([false, true, 1])
    rmSync(foreign, { recursive: true })
    const [first] = ownBrowsers()
    process.kill(first!, 'SIGSTOP')
    expect(await renderer.render(page('second'))).toMatchObject({ kind: 'failed', slug: 'render-timeout' })
    expect(await renderer.render(page('third'))).toMatchObject({
      kind: 'rendered',
      html: expect.stringContaining('third'),
    })
    await renderer.close()
    await expect.poll(ownBrowsers, { timeout: 60_000 }).toEqual([])
    await expect.poll(ownProfiles, { timeout: 60_000 }).toEqual([])
    expect(existsSync(join(tmpdir(), mark))).toBe(false)
  },
)

const running = (kind: string, script: string) => ({
  url: `http://${kind}.example/` as Url,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(`<title>${kind}</title><body><script>${script}</script>`),
})

it.runIf(process.platform === 'linux')(
  'a page that takes memory without end is ended, and its browser reads the next one',
  async () => {
    const renderer = createRenderer({
      executable: (await findChromium())!,
      ask: async () => null,
      userAgent: 'Toile',
      mostPageBytes: 400_000_000,
    })
    expect(await renderer.render(page('first'))).toMatchObject({ kind: 'rendered' })
    const browsers = ownBrowsers()
    const greedy = running('greedy', 'const kept = []; for (;;) kept.push(new Uint8Array(2e7).fill(1))')
    expect(await renderer.render(greedy)).toMatchObject({ kind: 'failed', slug: 'render-crash' })
    expect(await renderer.render(page('second'))).toMatchObject({ kind: 'rendered' })
    expect(ownBrowsers()).toEqual(browsers)
    await renderer.close()
    await expect.poll(ownBrowsers, { timeout: 60_000 }).toEqual([])
  },
)

it.runIf(process.platform === 'linux')(
  'questions, windows, downloads and prints without end cost their own page alone',
  async () => {
    const renderer = createRenderer({
      executable: (await findChromium())!,
      ask: async () => null,
      userAgent: 'Toile',
      limits: { workMs: 2_000 },
    })
    expect(await renderer.render(page('first'))).toMatchObject({ kind: 'rendered' })
    const browsers = ownBrowsers()
    const files =
      'a.href = URL.createObjectURL(new Blob(["x"])); a.download = "x"; for (let n = 0; n < 50; n++) a.click()'
    const [asked] = await Promise.all([
      renderer.render(running('questions', 'for (;;) alert(1)')),
      renderer.render(running('windows', 'for (let n = 0; n < 100; n++) open("about:blank")')),
      renderer.render(running('downloads', `const a = document.createElement("a"); ${files}`)),
      renderer.render(running('prints', 'for (let n = 0; n < 20; n++) print()')),
    ])
    expect(asked).toMatchObject({ kind: 'failed' })
    expect(await renderer.render(page('second'))).toMatchObject({ kind: 'rendered' })
    expect(ownBrowsers()).toEqual(browsers)
    await renderer.close()
    await expect.poll(ownBrowsers, { timeout: 60_000 }).toEqual([])
  },
)

it.runIf(process.platform === 'linux')(
  'a browser killed in mid-page costs that page, and the next gets another',
  async () => {
    const renderer = createRenderer({ executable: (await findChromium())!, ask: async () => null, userAgent: 'Toile' })
    expect(await renderer.render(page('first'))).toMatchObject({ kind: 'rendered' })
    const [first] = ownBrowsers()
    const stuck = renderer.render(running('stuck', 'for (;;);'))
    process.kill(first!, 'SIGKILL')
    expect(await stuck).toMatchObject({ kind: 'failed' })
    expect(await renderer.render(page('second'))).toMatchObject({ kind: 'rendered' })
    await renderer.close()
    await expect.poll(ownBrowsers, { timeout: 60_000 }).toEqual([])
  },
)

it.runIf(process.platform === 'linux')(
  'a browser that has read enough ends though pages never cease to come, two at a time',
  async () => {
    const executable = (await findChromium())!
    const renderer = createRenderer({ executable, ask: async () => null, userAgent: 'Toile', pagesPerBrowser: 2 })
    const seen = new Set<number>()
    const readOn = async (): Promise<void> => {
      for (let time = 0; time < 4; time++) {
        expect(await renderer.render(page('any'))).toMatchObject({ kind: 'rendered' })
        for (const pid of ownBrowsers()) seen.add(pid)
      }
    }
    await Promise.all([readOn(), readOn()])
    expect(seen.size).toBeGreaterThanOrEqual(3)
    await renderer.close()
    await expect.poll(ownBrowsers, { timeout: 60_000 }).toEqual([])
  },
)
