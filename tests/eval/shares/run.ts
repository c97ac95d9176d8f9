import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { crawl } from '#crawler/crawl.ts'
import type { CrawlOptions } from '#crawler/crawl-options.ts'
import { mergeShares } from '#crawler/shares/merge-shares.ts'
import { killAtRandom } from '../../cluster/random-kills.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { compareTables, digestsOf } from '../../shards/digests-of.ts'
import { isShareDone } from '../../shards/is-share-done.ts'

const usage = `usage: npm run eval:shares -- --seeds FILE --archive FOLDER [--proxy URL] [--of 2,3,7] [--kills 20] [--depth 2]
Crawls real pages whole and in shares, all from the archive in FOLDER, so that dates agree, and compares the six tables byte for byte; then
kills one share of two at random moments, by turns with its disk. With --proxy the archive is made first, by a crawl through it.
`
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    archive: { type: 'string' },
    proxy: { type: 'string' },
    of: { type: 'string', default: '2,3,7' },
    kills: { type: 'string', default: '20' },
    depth: { type: 'string', default: '2' },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function run(seeds: string, fromArchive: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-eval-shares-'))
  const path = (name: string): string => join(folder, name)
  const around = quietSurroundings(folder)
  const depth = Number(values.depth)
  const settings = { seeds, contact: 'test@toile.example', delay: 0, depth, resolve: 'none', render: 'never' } as const
  const crawlInto = async (name: string, more: Partial<CrawlOptions>): Promise<string> => {
    await crawl({ ...settings, corpus: path(name), ...more }, around)
    return path(name)
  }
  if (values.proxy !== undefined)
    await timed('the crawl that fills the archive', () =>
      crawlInto('live.sqlite', { proxy: values.proxy!, archive: fromArchive }),
    )
  const whole = await timed('one crawl, from the archive', () => crawlInto('whole.sqlite', { fromArchive }))
  const expected = await digestsOf(whole)
  const parts = new Map<number, string[]>()
  for (const of of values.of.split(',').map(Number)) {
    const files = await timed(`${of} shares`, () =>
      inTurn(of, share => crawlInto(`${share}-of-${of}.sqlite`, { fromArchive, shard: `${share}/${of}` })),
    )
    await expectSame(files, path(`merged-${of}.sqlite`), expected)
    parts.set(of, files)
  }
  const other = parts.get(2)?.[1] ?? (await crawlInto('1-of-2.sqlite', { fromArchive, shard: '1/2' }))
  await runKills(folder, { other, expected, args: ['crawl', seeds, '--contact', settings.contact, '--depth', String(depth), '--render', 'never', '--from-archive', fromArchive] }) // prettier-ignore
  say('All have the bytes of one crawl.')
  rmSync(folder, { recursive: true, force: true })
}

interface KillsAsked {
  readonly other: string
  readonly expected: Record<string, string>
  readonly args: readonly string[]
}

/** The share is begun anew as often as it ends before it was killed as many times as asked. */
async function runKills(folder: string, { other, expected, args }: KillsAsked): Promise<void> {
  const times = Number(values.kills)
  for (let round = 0, killed = 0; killed < times; round++) {
    const [disk, parts] = [join(folder, `disk-${round}`), join(folder, `parts-${round}`)]
    for (const made of [disk, parts]) mkdirSync(made)
    const [corpus, copy] = [join(disk, '0.sqlite'), join(parts, '0.sqlite')]
    const share = [...args, '--shard', '0/2', '--corpus', corpus, '--copy-to', copy, '--copy-every', '1']
    // Every third time the disk of its machine is lost with it, once there is a copy.
    const onKill = (nth: number): void => {
      if (nth % 3 === 0 && existsSync(copy)) rmSync(disk, { recursive: true, force: true })
    }
    const isDone = (): boolean => isShareDone(parts, 0)
    const asked = { times: times - killed, withinMs: 4_000, seed: round + 1, isDone, onKill }
    const told = await timed('a share killed at random', () => killAtRandom(share, asked))
    killed += told.killed
    say(`  ${told.killed} kills at random moments, every third with its disk; ${killed} of ${times}`)
    await expectSame([copy, other], join(folder, `merged-after-kills-${round}.sqlite`), expected)
    if (told.killed === 0) throw new Error('the share ends before it can be killed: expected more pages')
  }
}

async function expectSame(files: readonly string[], target: string, expected: Record<string, string>): Promise<void> {
  const merged = await timed('merge', () => mergeShares(files, target, quietSurroundings('.'), () => undefined))
  const { isSame, told } = await compareTables(target, expected)
  say(`${told}\n  ${merged.links} hyperlinks, ${merged.pages} addresses, ${merged.entities} entities`)
  if (!isSame) throw new Error(`${target}: the merged corpus differs`)
}

async function inTurn<Result>(count: number, work: (nth: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let nth = 0; nth < count; nth++) results.push(await work(nth))
  return results
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const [cpu, began] = [process.cpuUsage(), performance.now()]
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
  say(`${what}: ${seconds((user + system) / 1000)} of this process, ${seconds(performance.now() - began)} of clock`)
  return result
}

if (values.seeds === undefined || values.archive === undefined) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  say(`${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)}`)
  await run(resolve(values.seeds), resolve(values.archive))
}
