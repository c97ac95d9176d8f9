import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { demoStoryName } from '#seeds/demo-web/story.ts'
import { demo } from '#viewer/demo.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap } from '#viewer/server/serve-map.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'

/** `npm run draw-readme -- [STEP]`: the README's picture anew, from the demonstration's story at a step (3): look at it before it is kept. */
const step = process.argv[2] ?? '3'
const out = join(import.meta.dirname, '..', '..', 'viewer', 'map.png')
const folder = mkdtempSync(join(tmpdir(), 'toile-readme-'))
const file = join(folder, 'demo.sqlite')
try {
  await demo(quietSurroundings(folder), { corpus: file, map: false, past: true, port: 0, open: false })
  const corpus = openCorpus(file, 'read')
  const client = readClientFiles(await buildClient())
  const jobs = createJobs([process.execPath], {})
  const parts = { corpus, file: 'demo.sqlite', title: 'demo', now: Date.now, client, openForChanges: () => corpus, jobs, err: () => undefined } // prettier-ignore
  const served = await serveMap(parts, { port: 0, readOnly: true })
  const executablePath = (await findChromium()) ?? undefined
  const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en', reducedMotion: 'reduce' })
  await page.goto(`${served.address}#story=${demoStoryName}&step=${step}`, { waitUntil: 'networkidle' })
  await page.locator('canvas').first().waitFor()
  // Names come a moment after the dots.
  await page.waitForTimeout(2000)
  writeFileSync(out, await page.screenshot())
  process.stdout.write(`${out}\n`)
  await browser.close()
  await served.close()
  corpus.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
