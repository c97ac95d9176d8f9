import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { crawl } from '#crawler/crawl.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { readSiteEdges } from '#data/store/graph/site-graph.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { clusterWeb, seedList } from '../../cluster/cluster-web.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { serveWeb } from '../../webs/serve-web.ts'

/**
 * `npm run bench:server -- --seconds 30`: a lab's server (`view --corpora`) with five studies of some 58,000 hyperlinks, read by twenty readers who ask for
 * the evidence of random ties, each a second after the last answer, one after the other at first, while one more is being crawled. Tells how long answers
 * take. `--step`: all twenty ask in the same moment, each another tie, again and again, as a group in a seminar room does at worst.
 * `--studies 60`: so many, whose maps are all asked for first; tells what memory that takes, since twenty are open at most.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    readers: { type: 'string', default: '20' },
    step: { type: 'boolean', default: false },
    studies: { type: 'string', default: '5' },
  },
})
const [lastsMs, readers, thinkMs] = [Number(values.seconds) * 1000, Number(values.readers), 1_000]
const count = Number(values.studies)
const root = join(import.meta.dirname, '..', '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-server-'))
const studies = join(folder, 'studies')
mkdirSync(studies)
writeFileSync(join(folder, 'seeds.csv'), seedList)
const web = await serveWeb(clusterWeb())
const options = { seeds: join(folder, 'seeds.csv'), contact: 'bench@toile.example', depth: 1, resolve: 'none' } as const
const first = join(studies, 'study-0.sqlite')
await crawl({ ...options, delay: 0, corpus: first, proxy: web.proxy }, quietSurroundings(folder))
const corpus = openCorpus(first, 'read')
const edges = readSiteEdges(corpus, { statuses: ['IN', 'DISCOVERED'], zones, weight: 'evidence' })
corpus.close()
for (let study = 1; study < count; study++) copyFileSync(first, join(studies, `study-${study}.sqlite`))

const toile = (...args: string[]) =>
  spawn(process.execPath, [join(root, 'cli.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TOILE_HOST_TURNS: join(studies, '.host-turns') },
  })
const server = toile('view', '--corpora', studies, '--no-open')
const [address] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
const words = ['--contact', options.contact, '--depth', '1', '--resolve', 'none', '--delay', '0.5', '--render', 'never']
const crawling = toile(
  'crawl',
  options.seeds,
  ...words,
  '--proxy',
  web.proxy,
  '--corpus',
  join(studies, 'crawled.sqlite'),
)

/** Memory of the server, in MB: now, and at most. */
function memory(): string {
  const file = `/proc/${server.pid}/status`
  if (!existsSync(file)) return 'unknown'
  const text = readFileSync(file, 'utf8')
  const of = (name: string): string => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024).toFixed(0)
  return `${of('VmRSS')} MB, ${of('VmHWM')} MB at most`
}

/** Every map once, one after the other: what each study that is open keeps in hand. */
const memories: string[] = []
for (let study = 0; values.studies !== '5' && study < count; study++) {
  await (await fetch(`${address}study/study-${study}/api/map`)).arrayBuffer()
  if ([1, 5, 10, 20, count].includes(study + 1)) memories.push(`${study + 1} maps asked for: ${memory()}`)
}

/** Processor time of the server so far, in ms, where the system tells (proc(5)). */
function cpuMs(): number {
  const file = `/proc/${server.pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const [user, system] = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user! + system!) * 10
}

const tookMs: number[] = []
const before = cpuMs()
const began = performance.now()
const until = began + lastsMs
/** Until the next whole second, or until a second has gone by. */
const think = (): Promise<void> => setTimeout(values.step ? thinkMs - ((performance.now() - began) % thinkMs) : thinkMs)
const reader = async (number: number): Promise<void> => {
  // People do not click in step, most of the time.
  await (values.step ? think() : setTimeout((number * thinkMs) / readers))
  for (let asked = 0; performance.now() < until; asked++) {
    const { source, target } = edges[(number * 7_919 + asked * 104_729) % edges.length]!
    const asks = performance.now()
    const answer = await fetch(
      `${address}study/study-${(number + asked) % count}/api/evidence?${new URLSearchParams({ source, target })}`,
    )
    if (answer.status !== 200) throw new Error(`${answer.status}`)
    await answer.text()
    tookMs.push(performance.now() - asks)
    await think()
  }
}
await Promise.all(Array.from({ length: readers }, (_, number) => reader(number)))
const isStillCrawling = crawling.exitCode === null
const took = cpuMs() - before
tookMs.sort((a, b) => a - b)
const at = (part: number): string => `${tookMs[Math.floor((tookMs.length - 1) * part)]!.toFixed(0)} ms`
process.stdout.write(
  `${readers} readers, ${values.step ? 'in step, every' : 'each'} ${thinkMs / 1000} s${values.step ? '' : ' after an answer'}, on ${count} studies of ${edges.length} edges${isStillCrawling ? ' while one more is crawled' : ', the crawl of one more having ended before'}: ` +
    `${tookMs.length} answers, p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, slowest ${at(1)}; ${(took / tookMs.length).toFixed(1)} ms of the server's processor time each; ` +
    `memory ${memory()}; load of the machine ${loadavg()[0]!.toFixed(1)}\n${memories.map(line => `${line}\n`).join('')}`,
)
for (const child of [crawling, server]) {
  if (child.exitCode !== null) continue
  child.kill('SIGINT')
  await once(child, 'exit')
}
await web.close()
rmSync(folder, { recursive: true, force: true })
