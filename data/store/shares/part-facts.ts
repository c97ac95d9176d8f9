import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import type { Corpus } from '../base/corpus.ts'
import { readMeta } from '../base/meta.ts'
import { applicationId } from '../base/migrations.ts'
import { isAtWork } from '../base/runs.ts'
import { lastCrawl } from '../frontier/crawl-settings.ts'
import { hasPendingPages } from '../frontier/ready-pages.ts'
import { allWaves, lastWave, type Wave } from '../frontier/waves.ts'
import { originOf } from './crawled-sites.ts'
import { type Dealt, readShard, type Shard } from './shard.ts'

/** What must agree among the shares of a crawl before one corpus is made of them. */
export interface PartFacts {
  readonly file: string
  /** Null: a whole corpus. */
  readonly shard: Shard | null
  readonly stand: 'at-work' | 'ended' | 'unfinished' | 'not-begun'
  readonly isEdited: boolean
  /** Labels, with the day of the past that was asked for. */
  readonly waves: readonly string[]
  /** The one begun last: one of the past need not be the last of them. */
  readonly last: Wave | null
  /** Of its last crawl, by name; null: it had no site to visit, so that no crawl began. */
  readonly settings: Readonly<Record<string, unknown>> | null
  /** Whether words of comments are kept, and the corpus's own rules of marks. */
  readonly comments: string
  readonly marks: string
  /** The corpus's own table of tools. */
  readonly tools: string
  /** The seeds as they are stored: rows and names, since events speak of rows. */
  readonly seeds: string
}

/** What must be known of the corpus that is to take shares back. */
export interface TargetFacts {
  readonly file: string
  readonly shard: Shard | null
  /** See originOf. */
  readonly origin: string
  /** Of its waves, and the row of the last one. */
  readonly labels: readonly string[]
  readonly wave: number
  /** Row of the last run that crawled; 0: none. */
  readonly crawl: number
}

/** What decides which pages are asked for, and what is kept of them. */
const comparedSettings = ['depth', 'maxPages', 'maxBytes', 'maxHours', 'timeout', 'render', 'sitemaps', 'allowPrivate', 'optOut', 'texts'] as const // prettier-ignore

/** `now`: milliseconds since 1970. */
export function partFacts(corpus: Corpus, now: number): PartFacts {
  const waves = allWaves(corpus)
  const shard = readShard(corpus)
  const crawled = lastCrawl(corpus)
  const told = crawled === null || crawled.run <= (shard?.dealt?.run ?? 0) ? null : crawled.told
  return {
    file: corpus.file,
    shard,
    stand: standOf(corpus, shard, now),
    isEdited: isEdited(corpus, shard?.dealt),
    waves: waves.map(({ label, past }) =>
      past === null ? label : `${label} (${past.date} ± ${past.withinDays} days)`,
    ),
    last: lastWave(corpus) ?? null,
    settings:
      told && Object.fromEntries(comparedSettings.map(name => [name, told[name] ?? (name === 'texts' ? false : null)])),
    comments: readMeta(corpus, 'comments') ?? 'kept',
    marks: readMeta(corpus, 'marks') ?? '[]',
    tools: readMeta(corpus, 'tools') ?? '[]',
    seeds: JSON.stringify(corpus.sql(`SELECT id, name FROM entity WHERE origin = 'seed' ORDER BY id`).raw().all()),
  }
}

const edited = `EXISTS (SELECT 1 FROM event WHERE actor <> 'seeds') OR EXISTS (SELECT 1 FROM edge_code) OR EXISTS (SELECT 1 FROM pin)
  OR EXISTS (SELECT 1 FROM entity_name) OR EXISTS (SELECT 1 FROM imported_edge) OR EXISTS (SELECT 1 FROM figure) OR EXISTS (SELECT 1 FROM run WHERE command = 'import')`

/** A share that was dealt out brought the decisions of its corpus along. */
const editedSince = `EXISTS (SELECT 1 FROM event WHERE actor <> 'seeds' AND id > @event)
  OR EXISTS (SELECT 1 FROM run WHERE command = 'import' AND id > @run) OR EXISTS (SELECT 1 FROM edge_code) OR EXISTS (SELECT 1 FROM pin)`

const isEdited = (corpus: Corpus, dealt: Dealt | undefined): boolean =>
  dealt === undefined
    ? corpus.sql<number>(`SELECT ${edited}`).pluck().get() === 1
    : corpus.sql<number>(`SELECT ${editedSince}`).pluck().get({ event: dealt.event, run: dealt.run }) === 1

/** The last crawl, as far as it tells whether it is at work. */
export const crawlRun = (corpus: Corpus): { endedAt: number | null; seenAt: number } | undefined =>
  corpus
    .sql<{ endedAt: number | null; seenAt: number }>(
      `SELECT ended_at AS endedAt, seen_at AS seenAt FROM run WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`,
    )
    .get()

function standOf(corpus: Corpus, shard: Shard | null, now: number): PartFacts['stand'] {
  const run = crawlRun(corpus)
  if (run !== undefined && isAtWork(run, now)) return 'at-work'
  const last = lastWave(corpus)
  if (isUnbegun(corpus, shard)) return 'not-begun'
  return last === undefined || last.endedAt === null || hasPendingPages(corpus) ? 'unfinished' : 'ended'
}

/** It was dealt out for a wave, and no crawl of that wave has been called. */
export const isUnbegun = (corpus: Corpus, shard: Shard | null): boolean =>
  shard?.dealt !== undefined && lastWave(corpus)?.id === shard.dealt.wave

/** What a corpus is that is to take shares back. */
export const targetFacts = (corpus: Corpus): TargetFacts => ({
  file: corpus.file,
  shard: readShard(corpus),
  origin: originOf(corpus),
  labels: allWaves(corpus).map(({ label }) => label),
  wave: lastWave(corpus)?.id ?? 0,
  crawl: lastCrawl(corpus)?.run ?? 0,
})

/** The schema's version as the file itself says it, before it is opened and brought up to ours; null: no such file, or no corpus, which opening it tells. */
export function schemaOfFile(file: string): number | null {
  if (!existsSync(file)) return null
  // Mark, user version and application of an SQLite file (https://www.sqlite.org/fileformat2.html).
  const head = Buffer.alloc(72)
  const opened = openSync(file, 'r')
  try {
    const isWhole = readSync(opened, head, 0, head.length, 0) === head.length
    const isOurs = head.toString('latin1', 0, 16) === 'SQLite format 3\0' && head.readUInt32BE(68) === applicationId
    return isWhole && isOurs ? head.readUInt32BE(60) : null
  } finally {
    closeSync(opened)
  }
}
