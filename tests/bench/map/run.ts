import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { writeBenchCorpus, type BenchSize } from './bench-corpus.ts'
import { ownSigma, serveBare } from './serve-bare.ts'
import { serveBench } from './serve-bench.ts'
import { timeAnswers } from './time-answers.ts'
import { type MapPage, timeMap, type MapTimes } from './time-map.ts'

/**
 * `npm run bench:map`: the map in headless Chromium, drawn in software, beside bare sigma with the same sites and ties in the
 * same run; then the server's answers on a corpus of a million hyperlinks. `npm run bench:map -- 10000` measures one size.
 * `SIGMA=FOLDER` names another installed sigma (…/node_modules/sigma) that is measured bare, too.
 * `UNDRAWN=1` leaves the drawing out, so that script is measured in a minute at any size; first frames then say nothing.
 */
const sizes: readonly BenchSize[] = [1_000, 10_000, 50_000].map(sites => ({
  sites,
  ties: sites * 5,
  links: sites * 20,
}))
const otherSigma = process.env['SIGMA']
const isUndrawn = process.env['UNDRAWN'] === '1'
const evidenceSize: BenchSize = { sites: 2_000, ties: 40_000, links: 1_000_000 }
const mostRounds = Number(process.env['ROUNDS'] ?? 5)
/** A frame of the largest map takes software a quarter of a minute: it is opened once, and pointed at less often. */
function effort(sites: number): { readonly rounds: number; readonly hovers: number } {
  if (sites < 50_000) return { rounds: mostRounds, hovers: 12 }
  return isUndrawn ? { rounds: Math.min(3, mostRounds), hovers: 12 } : { rounds: 1, hovers: 3 }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
/** What takes minutes says where it is. */
const tell = (line: string): void =>
  void process.stderr.write(`  ${(performance.now() / 1000).toFixed(0)} s: ${line}\n`)
const load = (): string => `load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} × ${cpus()[0]?.model ?? ''}`

async function withCorpus<Result>(size: BenchSize, use: (corpus: Corpus) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-bench-map-'))
  const corpus = writeBenchCorpus(join(folder, 'bench.sqlite'), size)
  tell(`corpus of ${size.sites} sites, ${size.ties} ties, ${size.links} hyperlinks written`)
  try {
    return await use(corpus)
  } finally {
    corpus.close()
    rmSync(folder, { recursive: true })
  }
}

/** The round whose first frame is the middle one, of each. */
async function benchMap(browser: Browser, corpus: Corpus): Promise<void> {
  const served = await serveBench(corpus)
  const asked = performance.now()
  const text = await (await fetch(`${served.address}api/map`)).text()
  const firstAnswer = performance.now() - asked
  const data = readMapData({ corpus, title: '', now: Date.now })
  const bare = await serveBare(data, ownSigma())
  const other = otherSigma ? await serveBare(data, join(otherSigma, 'dist')) : null
  const pages: Record<string, MapPage> = {
    'bare sigma': { address: bare.address, filter: 'hideSome()' },
    ...(other && { 'other sigma': { address: other.address, filter: 'hideSome()' } }),
    toile: { address: served.address, filter: `document.querySelector('.legend .key-row').click()` },
  }
  const times: Record<string, MapTimes[]> = Object.fromEntries(Object.keys(pages).map(name => [name, []]))
  const { rounds, hovers } = effort(data.ids.length)
  for (let round = 0; round < rounds; round++)
    for (const [name, page] of Object.entries(pages)) {
      times[name]!.push(await timeMap(browser, page, { data, hovers, isUndrawn }))
      tell(`${name}, round ${round + 1} of ${rounds}`)
    }
  await served.close()
  bare.close()
  other?.close()
  print(
    `\n${data.ids.length} sites, ${data.ties.source.length} ties; median of ${rounds}, hover (most of ${hovers}), ms`,
  )
  printTimes(times)
  print(`  the server's first answer ${firstAnswer.toFixed(0)} ms, ${kb(text.length)} of JSON, ${kb(gzipSync(text).length)} gzipped; ${load()}`) // prettier-ignore
}

const kb = (bytes: number): string => `${Math.round(bytes / 1000)} kB`
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

function printTimes(times: Readonly<Record<string, readonly MapTimes[]>>): void {
  const heads = ['first frame', 'hover script', 'filter drawn', 'filter script', 'transfer']
  print(`  ${''.padEnd(12)}${heads.map(head => head.padStart(17)).join('')}`)
  for (const [name, rounds] of Object.entries(times)) {
    const of = (read: (one: MapTimes) => number): string => median(rounds.map(read)).toFixed(1)
    const cells = [
      of(one => one.firstFrame),
      `${of(({ hover }) => hover[0])} (${of(({ hover }) => hover[1])})`,
      of(({ filter }) => filter[0]),
      of(({ filter }) => filter[1]),
      kb(median(rounds.map(one => one.transfer))),
    ]
    print(`  ${name.padEnd(12)}${cells.map(cell => cell.padStart(17)).join('')}`)
  }
  const frame = (name: string): number => median(times[name]!.map(({ firstFrame }) => firstFrame))
  print(`  first frame ${(frame('toile') / frame('bare sigma')).toFixed(2)} × bare sigma`)
}

async function benchAnswers(corpus: Corpus): Promise<void> {
  const { links } = corpus.sql<{ links: number }>('SELECT count(*) AS links FROM link').get()!
  print(`\n${links} hyperlinks: the server's answers, ms        asked   median      p95     most`)
  for (const { question, asked, ...times } of await timeAnswers(corpus))
    print(
      `  ${question.padEnd(44)}${String(asked).padStart(6)}${[times.median, times.p95, times.most].map(ms => ms.toFixed(1).padStart(9)).join('')}`,
    )
  print(`  ${load()}`)
}

const program = await findChromium()
if (program === null) throw new Error('no Chromium found: install one, or set TOILE_CHROMIUM to its program file')
const asked = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: program, args: chromiumFlags() })
print(`Chromium ${browser.version()}, headless, 1280 × 720; ${load()}`)
for (const size of sizes)
  if (asked.length === 0 || asked.includes(String(size.sites)))
    await withCorpus(size, corpus => benchMap(browser, corpus))
await browser.close()
if (asked.length === 0 || asked.includes('evidence')) await withCorpus(evidenceSize, benchAnswers)
