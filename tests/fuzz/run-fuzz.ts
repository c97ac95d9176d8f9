import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { fuzzTargets, type FuzzTarget } from './fuzz-targets.ts'
import { mutate, randomOf } from './mutate.ts'

/**
 * Gives each reader of strangers' bytes its samples, changed: `--rounds N` of each, or `--seconds S` in all; `--seed`; `--only NAME`, `--from ROUND`
 * to repeat a finding. Ends with code 1 at a finding: what is thrown, a reading that holds the loop for 20 s, or more than 1 GB of memory.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    from: { type: 'string', default: '0' },
  },
})
const most = { rssBytes: 1_000_000_000 }
const seed = Number(values.seed)
const targets = fuzzTargets.filter(({ name }) => name.startsWith(values.only))

/** [place of the target, round]: what the watch looks at. */
const under = new Int32Array(new SharedArrayBuffer(8))
const watch = new Worker(new URL('./hang-watch.ts', import.meta.url), {
  workerData: { under, names: targets.map(({ name }) => name), seed },
})

/** By target. */
const slowest = new Map<string, { readonly ms: number; readonly round: number }>()
let readings = 0

async function read(target: FuzzTarget, round: number): Promise<void> {
  const random = randomOf(Math.imul(seed, 1_000_003) ^ Math.imul(round, 7_919) ^ target.name.length)
  const sample = target.samples[round % target.samples.length]!
  // The first readings are of samples as they are.
  const bytes = round < target.samples.length ? sample : mutate(sample, random, target.words)
  const before = performance.now()
  await target.read(bytes)
  const ms = performance.now() - before
  if (ms > (slowest.get(target.name)?.ms ?? 0)) slowest.set(target.name, { ms, round })
  readings += 1
  const { rss } = process.memoryUsage()
  if (rss > most.rssBytes) throw new RangeError(`${rss} bytes of memory`)
}

function fail(target: FuzzTarget, round: number, error: unknown): never {
  process.stderr.write(
    `${target.name}, round ${round}: ${error instanceof Error ? error.stack : String(error)}\n` +
      `again: npm run fuzz -- --only ${target.name} --seed ${seed} --from ${round} --rounds 1\n`,
  )
  process.exit(1)
}

const first = Number(values.from)
const { rounds, ends } =
  values.seconds === undefined
    ? { rounds: Number(values.rounds), ends: Infinity }
    : { rounds: Infinity, ends: performance.now() + Number(values.seconds) * 1000 }
for (let round = first; round < first + rounds; round++) {
  if (performance.now() > ends) break
  for (const [at, target] of targets.entries()) {
    under[0] = at
    under[1] = round
    await read(target, round).catch((error: unknown) => fail(target, round, error))
  }
}
await watch.terminate()
const table = [...slowest].map(([name, { ms, round }]) => `${name} ${Math.round(ms)} (round ${round})`).join(', ')
process.stdout.write(
  `${readings} readings, seed ${seed}, no finding; memory at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; slowest reading in ms: ${table}\n`,
)
