import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { fateOf, hostName, pages } from './night-web.ts'

/**
 * `npm run bench:night`: a night's crawl, shortened in real time (a delay of 0.05 s instead of 1, so twenty times as fast):
 * many hosts, whose pages answer 429, 503, 500, drop the line or drip; every 40 s the crawl is killed by SIGKILL or the
 * network is lost for 15 s. Prints the memory as it goes, and compares how each page ended with how it must. With
 * `--no-kill` one process lives through it all, so that its memory is seen over the whole night.
 */
const { values } = parseArgs({
  options: { hosts: { type: 'string', default: '400' }, kill: { type: 'boolean', default: true } },
  allowNegative: true,
})
const hosts = Number(values.hosts)
const [everyMs, lossMs, lookMs] = [40_000, 15_000, 10_000]
const root = join(import.meta.dirname, '..', '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'toile-night-'))
const corpus = join(folder, 'night.sqlite')
const begun = performance.now()
const say = (line: string): void =>
  void process.stdout.write(`${String(Math.round((performance.now() - begun) / 1000)).padStart(5)} s  ${line}\n`)

async function main(): Promise<void> {
  const web = spawn(process.execPath, [join(import.meta.dirname, 'night-web.ts'), String(hosts)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>(resolve =>
    web.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim())),
  )
  const seeds = join(folder, 'seeds.csv')
  const homes = Array.from({ length: hosts }, (_, host) => `http://${hostName(host)}/`)
  writeFileSync(seeds, ['url', ...homes, ''].join('\n'))
  const command = ['crawl', seeds, '--corpus', corpus, '--proxy', `http://127.0.0.1:${port}`]
  const how = ['--contact', 'bench@toile.example', '--delay', '0.05', '--depth', '50', '--render', 'never']
  const code = await undergo([...command, ...how], web)
  web.kill()
  const wrong = compare()
  for (const line of wrong.slice(0, 10)) say(line)
  say(`exit ${code}; ${hosts * pages} pages of ${hosts} hosts; ${wrong.length} ended otherwise than they must`)
  rmSync(folder, { recursive: true })
  process.exitCode = code === 0 && wrong.length === 0 ? 0 : 1
}

/** Calls the command until it ends by itself, through kills and losses; returns its exit code. */
async function undergo(args: readonly string[], web: ChildProcess): Promise<number | null> {
  for (let trouble = 0; ; trouble++) {
    const crawl = spawn(process.execPath, [join(root, 'cli.ts'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    crawl.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-2000)))
    const ended = new Promise<number | null>(resolve => crawl.once('exit', resolve))
    const timer = setInterval(() => say(memoryOf(crawl, said)), lookMs)
    const isOver = await suffer(crawl, ended, web)
    clearInterval(timer)
    const code = await ended
    if (!isOver) say('killed by SIGKILL; the same command again')
    else say(`the crawl has ended:\n${said.trim()}`)
    if (isOver) return code
  }
}

/** Loses the network and comes back, then kills; true when the crawl ended before. */
async function suffer(crawl: ChildProcess, ended: Promise<unknown>, web: ChildProcess): Promise<boolean> {
  const within = (ms: number): Promise<boolean> =>
    Promise.race([ended.then(() => true), pause(ms, false, { ref: false })])
  if (await within(everyMs)) return true
  say(`the network is lost for ${lossMs / 1000} s`)
  web.stdin!.write('gone\n')
  await pause(lossMs)
  web.stdin!.write('back\n')
  if (await within(everyMs)) return true
  if (!values.kill) return suffer(crawl, ended, web)
  crawl.kill('SIGKILL')
  return false
}

function memoryOf({ pid }: ChildProcess, said: string): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mb = (name: string): string =>
    (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024).toFixed(0)
  return `${mb('VmRSS')} MB, at most ${mb('VmHWM')}; ${said.trim().split('\n').at(-1) ?? ''}`.slice(0, 160)
}

/** Pages whose state is not the one that their fate asks for, and visits beyond what faults and kills account for. */
function compare(): string[] {
  const opened = openCorpus(corpus, 'read')
  const rows = opened
    .sql<{ url: string; state: string; cause: string }>('SELECT url, state, cause FROM page WHERE state IS NOT NULL')
    .all()
  opened.close()
  const ends = new Map(rows.map(({ url, state, cause }) => [url, `${state} ${cause}`.trim()]))
  return expected().flatMap(([url, end]) =>
    ends.get(url) === end ? [] : [`${url}: ${ends.get(url) ?? 'not known'}, not ${end}`],
  )
}

/** A page is found when all those above it in the tree have links: what is missing hides what is below. */
function expected(): [string, string][] {
  const all: [string, string][] = []
  for (let host = 0; host < hosts; host++) {
    const home = `http://${hostName(host)}`
    const waiting = [0]
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      const fate = fateOf(host, page)
      const url = page === 0 ? `${home}/` : `${home}/p${page}`
      all.push([url, fate === 'missing' ? 'failed http-404' : fate === 'moved' ? 'redirected' : 'fetched'])
      if (fate === 'moved') all.push([`${home}/m${page}`, 'fetched'])
      if (fate !== 'missing') waiting.push(...[2 * page + 1, 2 * page + 2].filter(next => next < pages))
    }
  }
  return all
}

await main()
