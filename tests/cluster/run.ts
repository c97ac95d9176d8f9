import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crawl } from '#crawler/crawl.ts'
import { mergeShares } from '#crawler/shares/merge-shares.ts'
import { describeShares } from '#crawler/shares/describe-shares.ts'
import { statusOfShares } from '#crawler/shares/status-of-shares.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { compareTables, digestsOf } from '../shards/digests-of.ts'
import { isShareDone } from '../shards/is-share-done.ts'
import { serveWeb } from '../webs/serve-web.ts'
import { callAsWritten } from './as-written.ts'
import { isThere, killAtRandom } from './random-kills.ts'
import { clusterWeb, seedList } from './cluster-web.ts'
import { call, isInstalled, killOurs, startDaemon, until } from './shell.ts'
import { startSlurm } from './start-slurm.ts'

/**
 * `npm run test:cluster`: a web is crawled in three shares by the samples of docs/cluster, as they stand there: a Slurm job array of which two
 * tasks are killed, one loses its disk, and one is put into the queue again while it runs; and GNU parallel, of which one task is killed. Before
 * that shares and merge are killed at random moments, and the README's commands are called as they are written. Each time the merged corpus must
 * have the six tables of one crawl, byte for byte. It installs nothing.
 */
const root = join(import.meta.dirname, '..', '..')
const of = 3
const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** `--only kills`, `readme`, `slurm` or `parallel`; the first two need no job engine. */
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values

const needed = ['munged', 'munge', 'slurmctld', 'slurmd', 'sbatch', 'scontrol', 'sinfo', 'parallel']
const missing = needed.filter(command => !isInstalled(command))
if (!['kills', 'readme'].includes(only ?? '') && (missing.length > 0 || process.getuid?.() !== 0)) {
  say(
    `test:cluster needs Linux, root, and ${missing.length > 0 ? `what is missing here (${missing.join(', ')}): ` : ''}` +
      'apt-get install slurm-wlm munge parallel. It was not run.',
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'toile-cluster-'))
const path = (name: string): string => join(folder, name)
const around = quietSurroundings(folder)
const options = ['--depth', '1', '--from-archive', path('warc'), '--copy-every', '1']

/** One crawl, from the archive that all shares read, so that dates agree. */
async function crawlWhole(): Promise<Record<string, string>> {
  writeFileSync(path('seeds.csv'), seedList)
  const web = await serveWeb(clusterWeb())
  const settings = {
    seeds: path('seeds.csv'),
    contact: 'test@toile.example',
    delay: 0,
    depth: 1,
    resolve: 'none',
  } as const
  await crawl({ ...settings, corpus: path('live.sqlite'), proxy: web.proxy, archive: path('warc') }, around)
  await web.close()
  await crawl({ ...settings, corpus: path('whole.sqlite'), fromArchive: path('warc') }, around)
  return digestsOf(path('whole.sqlite'))
}

/** The samples' own settings. */
const settingsOf = (name: string): NodeJS.ProcessEnv => ({
  ...{ SHARES: String(of), SEEDS: path('seeds.csv'), CONTACT: 'test@toile.example', PARTS: path(name) },
  ...{ OPTIONS: options.join(' '), TMPDIR: path(`${name}-disk`), LOCAL: path(`${name}-disk`) },
})

/** Kills the task that has share `share`, as the fence says, once it has copied something. */
async function killTask(parts: string, share: number): Promise<void> {
  const [copy, fence] = [join(parts, `${share}.sqlite`), join(parts, `${share}.sqlite.fence`)]
  await until(`share ${share} was copied`, () => existsSync(copy) && existsSync(fence))
  const pid = Number(readFileSync(fence, 'utf8').split(' ')[2])
  killOurs(pid, path('seeds.csv'))
  say(`  kill -9 of share ${share} (process ${pid})`)
}

async function expectSame(parts: string, expected: Record<string, string>): Promise<void> {
  say(describeShares(statusOfShares(parts, Date.now()), Date.now()).trimEnd())
  const files = Array.from({ length: of }, (_, share) => join(parts, `${share}.sqlite`))
  const merged = await mergeShares(files, `${parts}-merged.sqlite`, around, () => undefined)
  const { isSame, told } = await compareTables(merged.corpus, expected)
  say(told)
  if (!isSame) throw new Error(`${parts}: the merged corpus differs`)
  say(`  ${merged.links} links, ${merged.pages} addresses: the same as one crawl.`)
}

async function runSlurm(expected: Record<string, string>): Promise<void> {
  const slurm = await startSlurm(path('slurm'))
  try {
    const parts = path('slurm-parts')
    for (const made of [parts, `${parts}-disk`]) mkdirSync(made)
    const env = { ...slurm.env, ...settingsOf('slurm-parts') }
    const sample = join(root, 'docs', 'cluster', 'share.sbatch')
    const job = call('sbatch', ['--parsable', `--array=0-${of - 1}`, `--chdir=${root}`, `--output=${path('task-%a.log')}`, sample], env).trim() // prettier-ignore
    say(`${slurm.version}, job array ${job} of ${of} tasks on one node`)
    const stateOf = (share: number): string =>
      /JobState=(\w+)/.exec(call('scontrol', ['-o', 'show', 'job', `${job}_${share}`], env))?.[1] ?? ''
    const begin = async (share: number): Promise<void> => {
      await until(`task ${share} has ended`, () => /FAILED|CANCELLED|COMPLETED|NODE_FAIL/.test(stateOf(share)))
      const ended = stateOf(share)
      call('scontrol', ['requeue', `${job}_${share}`], env)
      say(`  task ${share} was ${ended}, and is in the queue again`)
    }
    await killTask(parts, 0)
    await killTask(parts, 1)
    // The disk of its node is lost, too.
    rmSync(join(`${parts}-disk`, `toile-${job}`, '1.sqlite'))
    call('scontrol', ['requeue', `${job}_2`], env)
    say('  task 2 is put into the queue again while it runs')
    await begin(0)
    await begin(1)
    for (let share = 0; share < of; share++)
      await until(`task ${share} is done`, () => stateOf(share) === 'COMPLETED', 600_000)
    await expectSame(parts, expected)
  } finally {
    await slurm.stop()
  }
}

async function runParallel(expected: Record<string, string>): Promise<void> {
  const parts = path('parallel-parts')
  for (const made of [parts, `${parts}-disk`]) mkdirSync(made)
  say(call('parallel', ['--version']).split('\n')[0]!)
  const tasks = startDaemon(join(root, 'docs', 'cluster', 'parallel.sh'), [], {
    ...settingsOf('parallel-parts'),
    JOBS: '3',
  })
  await killTask(parts, 1)
  await until('parallel has ended', () => tasks.exitCode !== null, 600_000)
  if (tasks.exitCode !== 0) throw new Error(`parallel ended with ${tasks.exitCode}`)
  await expectSame(parts, expected)
}

/** Three shares, and then the merge, are killed at random moments: twenty kills in all at least. */
async function runKills(expected: Record<string, string>): Promise<void> {
  const parts = path('kill-parts')
  mkdirSync(parts)
  let killed = 0
  const files: string[] = []
  for (let share = 0; share < of; share++) {
    const file = join(parts, `${share}.sqlite`)
    const args = [
      'crawl',
      path('seeds.csv'),
      '--contact',
      'test@toile.example',
      '--shard',
      `${share}/${of}`,
      '--corpus',
      file,
    ]
    const read = ['--depth', '1', '--from-archive', path('warc')]
    const asked = { times: 7, withinMs: 4000, seed: share + 1, isDone: () => isShareDone(parts, share) }
    killed += (await killAtRandom([...args, ...read], asked)).killed
    files.push(file)
  }
  const target = `${parts}-merged-first.sqlite`
  const merge = ['merge', ...files, '--corpus', target]
  const merges = await killAtRandom(merge, { times: 6, withinMs: 2000, seed: 9, isDone: isThere(target) })
  say(`${killed} kills of three shares and ${merges.killed} of the merge, at random moments`)
  if (!(await compareTables(target, expected)).isSame) throw new Error(`${target}: the merged corpus differs`)
  await expectSame(parts, expected)
}

async function runReadme(expected: Record<string, string>): Promise<void> {
  say('README, "More than one machine", as written:')
  const written = { root, folder: path('readme'), seeds: path('seeds.csv'), archive: path('warc') }
  const { isSame, told } = await compareTables(callAsWritten(written, say), expected)
  say(told)
  if (!isSame) throw new Error('the corpus of the README differs')
}

try {
  process.chdir(root)
  const expected = await crawlWhole()
  for (const [name, run] of Object.entries({
    readme: runReadme,
    kills: runKills,
    slurm: runSlurm,
    parallel: runParallel,
  }))
    if (only === undefined || only === name) await run(expected)
  say('All are the same as one crawl.')
  rmSync(folder, { recursive: true, force: true })
} catch (error) {
  // The logs of the tasks stay to be read.
  say(`${String(error)}\nLogs: ${folder}`)
  process.exitCode = 1
}
