import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import type { Corpus } from '../base/corpus.ts'
import { readMeta } from '../base/meta.ts'
import { isAtWork } from '../base/runs.ts'
import { lastCrawl } from '../frontier/crawl-settings.ts'
import { hasPendingPages } from '../frontier/ready-pages.ts'
import { allWaves, lastWave } from '../frontier/waves.ts'
import { readShard, type Shard } from './shard.ts'

/** What must agree among the shares of a crawl before one corpus is made of them. */
export interface PartFacts {
  readonly file: string
  /** Null: a whole corpus. */
  readonly shard: Shard | null
  readonly stand: 'at-work' | 'ended' | 'unfinished'
  readonly isEdited: boolean
  /** Labels, with the day of the past that was asked for. */
  readonly waves: readonly string[]
  /** Of its last crawl, by name; null: it had no site to visit, so that no crawl began. */
  readonly settings: Readonly<Record<string, unknown>> | null
  /** Whether words of comments are kept, and the corpus's own rules of marks. */
  readonly comments: string
  readonly marks: string
  /** The seeds as they are stored: rows and names, since events speak of rows. */
  readonly seeds: string
}

/** What decides which pages are asked for, and what is kept of them. */
const comparedSettings = ['depth', 'maxPages', 'maxBytes', 'maxHours', 'timeout', 'render', 'sitemaps', 'allowPrivate', 'optOut'] as const // prettier-ignore

/** `now`: milliseconds since 1970. */
export function partFacts(corpus: Corpus, now: number): PartFacts {
  const waves = allWaves(corpus)
  const told = lastCrawl(corpus)?.told ?? null
  return {
    file: corpus.file,
    shard: readShard(corpus),
    stand: standOf(corpus, now),
    isEdited: corpus.sql<{ edited: number }>(`SELECT ${edited} AS edited`).get()!.edited === 1,
    waves: waves.map(({ label, past }) =>
      past === null ? label : `${label} (${past.date} ± ${past.withinDays} days)`,
    ),
    settings: told && Object.fromEntries(comparedSettings.map(name => [name, told[name] ?? null])),
    comments: readMeta(corpus, 'comments') ?? 'kept',
    marks: readMeta(corpus, 'marks') ?? '[]',
    seeds: JSON.stringify(corpus.sql(`SELECT id, name FROM entity WHERE origin = 'seed' ORDER BY id`).raw().all()),
  }
}

const edited = `EXISTS (SELECT 1 FROM event WHERE actor <> 'seeds') OR EXISTS (SELECT 1 FROM edge_code) OR EXISTS (SELECT 1 FROM pin)
  OR EXISTS (SELECT 1 FROM entity_name) OR EXISTS (SELECT 1 FROM imported_edge) OR EXISTS (SELECT 1 FROM run WHERE command = 'import')`

function standOf(corpus: Corpus, now: number): PartFacts['stand'] {
  const run = corpus
    .sql<{ endedAt: number | null; seenAt: number }>(
      `SELECT ended_at AS endedAt, seen_at AS seenAt FROM run WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`,
    )
    .get()
  if (run !== undefined && isAtWork(run, now)) return 'at-work'
  const last = lastWave(corpus)
  return last === undefined || last.endedAt === null || hasPendingPages(corpus) ? 'unfinished' : 'ended'
}

/** The schema's version as the file itself says it, before it is opened and brought up to ours; null: no such file. */
export function schemaOfFile(file: string): number | null {
  if (!existsSync(file)) return null
  const head = Buffer.alloc(4)
  const opened = openSync(file, 'r')
  try {
    // The user version of an SQLite file (https://www.sqlite.org/fileformat2.html).
    return readSync(opened, head, 0, 4, 60) === 4 ? head.readUInt32BE(0) : null
  } finally {
    closeSync(opened)
  }
}
