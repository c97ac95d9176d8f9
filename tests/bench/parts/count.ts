import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { countCorpus } from '#crawler/harvest/count-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openPartEvidence } from '#data/store/parts/part-evidence.ts'

/**
 * `npm run bench:count -- --links 100000000`: makes invented Parquet files (make-parts.ts, in a process of its own) in a temporary folder, and a corpus of them as `count` does.
 * Tells what the counting took, what the storing, and what the evidence of 60 ties (`--ask`). Default: 5 million hyperlinks. `--parts FOLDER` counts what is there.
 */
const { values } = parseArgs({
  options: {
    links: { type: 'string', default: '5000000' },
    parts: { type: 'string' },
    ask: { type: 'string', default: '60' },
  },
})
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
await askEvidence(Number(values.ask))
rmSync(folder, { recursive: true, force: true })

interface Tie {
  readonly source: string
  readonly target: string
}

/** Says which tie stands at a place among all, by source and target: tens of millions have no room in memory. */
function tiesOf(counted: Corpus, ties: number): (place: number) => Tie {
  const sources = counted
    .sql<{ id: number; ties: number }>(
      'SELECT source_entity AS id, count(*) AS ties FROM imported_edge GROUP BY 1 ORDER BY 1',
    )
    .all()
  const one = counted.sql<Tie>(
    `SELECT source.name AS source, target.name AS target FROM imported_edge JOIN entity AS source ON source.id = source_entity
       JOIN entity AS target ON target.id = target_entity WHERE source_entity = ? ORDER BY target_entity LIMIT 1 OFFSET ?`,
  )
  return place => {
    let left = place % ties
    const source = sources.find(({ ties: own }) => (left -= own) < 0)!
    return one.get(source.id, left + source.ties)!
  }
}

/** What the hyperlinks of so many ties cost, asked one after the other as a reader does, each for the first time. */
async function askEvidence(questions: number): Promise<void> {
  const counted = openCorpus(corpus, 'read')
  const tieAt = tiesOf(counted, edges)
  const ties = Array.from({ length: questions + 1 }, (_, nth) => tieAt(nth * 104_729))
  const opening = performance.now()
  const evidence = await openPartEvidence(counted, parts)
  say(`opening the evidence: ${((performance.now() - opening) / 1000).toFixed(1)} s`)
  const ask = async (nth: number): Promise<number> => {
    const { source, target } = ties[nth]!
    return (await evidence.links(counted, { sources: [source], targets: [target] }, 20_000)).links.length
  }
  // What each file says of itself is read once.
  await ask(questions)
  const tookMs: number[] = []
  let found = 0
  const before = process.cpuUsage()
  for (let nth = 0; nth < questions; nth++) {
    const began = performance.now()
    found += await ask(nth)
    tookMs.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  tookMs.sort((a, b) => a - b)
  const at = (part: number): string => tookMs[Math.floor((questions - 1) * part)]!.toFixed(0)
  say(
    `evidence of ${questions} ties (${found} hyperlinks): ${((user + system) / 1000 / questions).toFixed(1)} ms of processor time each; median ${at(0.5)}, p95 ${at(0.95)} ms`,
  )
  evidence.close()
  counted.close()
}
