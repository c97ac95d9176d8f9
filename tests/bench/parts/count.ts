import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { countCorpus } from '#crawler/harvest/count-corpus.ts'

/**
 * `npm run bench:count -- --links 100000000`: makes invented Parquet files (make-parts.ts, in a process of its own) in a temporary folder, and a corpus of them as `count` does.
 * Tells what the counting took, and what the storing. Default: 5 million hyperlinks. `--parts FOLDER` counts what is there.
 */
const { values } = parseArgs({ options: { links: { type: 'string', default: '5000000' }, parts: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-count-'))
const parts = values.parts ?? join(folder, 'parts')
const say = (text: string): void => void process.stdout.write(`${text}\n`)
if (values.parts === undefined) {
  const made = spawnSync(process.execPath, [join(import.meta.dirname, 'make-parts.ts'), parts, values.links])
  if (made.status !== 0) throw new Error(String(made.stderr))
  say(`${made.stdout} in ${readdirSync(parts).length} files`)
}

const begins = new Map<string, { readonly at: number; readonly cpu: NodeJS.CpuUsage }>()
const note = async (step: string): Promise<void> => {
  if (!begins.has(step)) begins.set(step, { at: performance.now(), cpu: process.cpuUsage() })
}
const corpus = join(folder, 'counted.sqlite')
const options = { parts, seeds: undefined, allHosts: true, corpus, at: undefined }
const { edges, links, sites } = await countCorpus(options, { now: Date.now }, note)
await note('end')
const took = (from: string, to: string): string => {
  const [begin, end] = [begins.get(from)!, begins.get(to)!]
  const { user, system } = process.cpuUsage(begin.cpu)
  const after = process.cpuUsage(end.cpu)
  const cpu = (user + system - after.user - after.system) / 1_000_000
  return `${((end.at - begin.at) / 1000).toFixed(1)} s, ${cpu.toFixed(1)} of processor time`
}
say(`${edges} edges of ${links} hyperlinks between ${sites} sites`)
say(
  `counting: ${took('counting', 'sites')}; storing: ${took('sites', 'end')}; ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most; corpus ${Math.round(statSync(corpus).size / 1e6)} MB`,
)
rmSync(folder, { recursive: true, force: true })
