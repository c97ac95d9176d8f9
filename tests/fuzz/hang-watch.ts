import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

/** Ends the process when one reading holds it: the main thread can't look at itself meanwhile. */
interface Watched {
  /** See run-fuzz. */
  readonly under: Int32Array
  readonly names: readonly string[]
  readonly seed: number
}

const { under, names, seed } = workerData as Watched
const longestMs = 20_000
let since = { at: -1, round: -1, ms: 0 }

setInterval(() => {
  const [at = 0, round = 0] = under
  const now = performance.now()
  if (at !== since.at || round !== since.round) since = { at, round, ms: now }
  else if (now - since.ms > longestMs) {
    writeSync(
      2,
      `${names[at]}, round ${round}: no end after ${longestMs / 1000} s\nagain: npm run fuzz -- --only ${names[at]} --seed ${seed} --from ${round} --rounds 1\n`,
    )
    process.kill(process.pid, 'SIGKILL')
  }
}, 500)
