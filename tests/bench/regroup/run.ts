import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Corpus } from '#data/store/base/corpus.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { addPrefixTo } from '#data/store/curate/move-prefix.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { regroupAll } from '#data/store/entities/regroup.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { prefixLru } from '#data/url/lru.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { howMade, makeCorpus, type Size } from './make-corpus.ts'

/**
 * `npm run bench:regroup`: how long it takes until pages and links follow prefixes that changed hands, on an invented
 * corpus of the size that Hyphe's own index published for (27 s to build its graph of entities, on other hardware).
 * `-- --entities N --pages N --links N --seed N` make another corpus.
 */
const author = { actor: 'bench', reason: '', now: 0 }

function main(): void {
  const size = readSize(process.argv.slice(2))
  const folder = mkdtempSync(join(tmpdir(), 'toile-bench-'))
  try {
    const file = join(folder, 'invented.sqlite')
    const { made, seconds } = timed(() => makeCorpus(file, size))
    say(
      `${cpus()[0]!.model}, node ${process.versions.node}. Corpus: ${describe(size, file)}, made in ${seconds.toFixed(0)} s.`,
    )
    say(howMade)
    say(`memory before: ${memory()}`)
    measure(made)
    made.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measure(corpus: Corpus): void {
  report('nothing moved: all addresses looked at', () => regroupAll(corpus, 0).moved)
  dealPrefixes(corpus)
  report('every prefix to another entity: all regrouped', () => regroupAll(corpus, 0).moved)
  report(
    'the graph of entities from it',
    () => readSiteGraph(corpus, { statuses: ['IN'], zones, weight: 'evidence' }).edges.length,
  )
  const held = bySize(corpus)
  const [largest, second] = held
  for (const [what, share] of [
    ['of median size', 0.5],
    ['larger than 99 % of all', 0.01],
    ['larger than 99.9 % of all', 0.001],
    ['the largest', 0],
  ] as const) {
    const { name, pages } = held[Math.floor(held.length * share)]!
    const into = name === largest!.name ? second! : largest!
    report(`an entity ${what} (${pages} pages) merged into another`, () => mergeEntity(corpus, author, name, into.name))
    report('that taken back', () => undoEvent(corpus, author)!.event)
  }
  const path = prefixLru(normalizeUrl(`https://${hostOf(corpus, largest!.id)}/2010/`)!)
  report('a path of the largest given to another entity', () => addPrefixTo(corpus, author, second!.name, path))
  say(`peak memory: ${memory()}`)
}

/** Each prefix goes to the entity after its own. */
function dealPrefixes(corpus: Corpus): void {
  const { n } = corpus.sql<{ n: number }>('SELECT max(id) AS n FROM entity').get()!
  corpus.sql('UPDATE prefix SET entity_id = 1 + entity_id % ?').run(n)
}

interface Held {
  readonly id: number
  readonly name: string
  readonly pages: number
}

/** The entity with most pages first. */
function bySize(corpus: Corpus): Held[] {
  return corpus
    .sql<Held>(
      'SELECT entity.id, name, count(*) AS pages FROM page JOIN entity ON entity.id = entity_id GROUP BY 1 ORDER BY 3 DESC, 1',
    )
    .all()
}

const hostOf = (corpus: Corpus, entity: number): string =>
  corpus
    .sql<{ name: string }>('SELECT host.name FROM page JOIN host ON host.id = host_id WHERE entity_id = ? LIMIT 1')
    .get(entity)!.name

/** Seconds by the clock, and of processor time: on a machine that does other work besides, the second tells more. */
function timed<Made>(work: () => Made): { made: Made; seconds: number; cpu: number } {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const made = work()
  const { user, system } = process.cpuUsage(used)
  return { made, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }
}

function report(what: string, work: () => number | null): void {
  const { made, seconds, cpu } = timed(work)
  say(`${seconds.toFixed(2).padStart(7)} s, ${cpu.toFixed(2).padStart(6)} s of processor  ${what}: ${made}`)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const memory = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most so far`

const describe = (size: Size, file: string): string =>
  `${size.entities} entities, ${size.pages} pages, ${size.links} links, seed ${size.seed}, ${Math.round(statSync(file).size / 1e6)} MB`

function readSize(args: readonly string[]): Size {
  const value = (name: string, preset: number): number => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? preset : Number(args[at + 1])
  }
  return {
    entities: value('entities', 20_000),
    pages: value('pages', 1_800_000),
    links: value('links', 5_400_000),
    seed: value('seed', 1),
  }
}

main()
