import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { unfinishedBeside } from '#data/command/dead-leftovers.ts'
import { dropDatabase } from '#data/command/drop-database.ts'
import { makeFolder } from '#data/command/make-folder.ts'
import { Fault, Mistake } from '#data/mistake.ts'
import { asFault, openCorpus } from '#data/store/base/open-corpus.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { lastCrawl } from '#data/store/frontier/crawl-settings.ts'
import { hasPendingPages } from '#data/store/frontier/ready-pages.ts'
import { lastWave } from '#data/store/frontier/waves.ts'
import { countMerged } from '#data/store/shares/count-merged.ts'
import { crawledSites, originOf, standOfSites } from '#data/store/shares/crawled-sites.ts'
import { type Deal, fillShare } from '#data/store/shares/fill-share.ts'
import { readShard } from '#data/store/shares/shard.ts'
import { crawlRun } from '#data/store/shares/part-facts.ts'
import type { ShardNumber } from './parse-shard.ts'
import { putWhole } from './put-whole.ts'
import { sharesOfSites } from './shares-of-seeds.ts'

export interface DealtShare {
  readonly file: string
  readonly share: number
  readonly of: number
  /** That it visits, and that the corpus visits in all. */
  readonly sites: number
  readonly allSites: number
  readonly links: number
}

/**
 * Deals share `share` of `of` out of the corpus in `from`, for its next wave: a corpus of its own at `target`, with every decision
 * that people have taken. The corpus itself is only read, so that each machine may deal out its own share.
 * @throws Mistake when there is nothing to deal out, or `target` is there.
 */
export function dealShare(from: string, { share, of }: ShardNumber, target: string, now: number): DealtShare {
  if (existsSync(target)) throw new Mistake(`--out ${target}: this file is there already; expected a new one`)
  const deal = readDeal(from, { share, of }, now)
  const temporary = unfinishedBeside(target)
  try {
    makeFolder(dirname(target))
    const links = fill(temporary, from, target, deal)
    if (readDeal(from, { share, of }, now).shard.seeds !== deal.shard.seeds)
      throw new Fault(`${from}: its sites were edited while they were dealt out; nothing was made. Call it again.`)
    putWhole(temporary, target, '--out')
    const sites = deal.own.length
    return { file: target, share, of, sites, allSites: sites + deal.elsewhere.length, links }
  } catch (error) {
    throw asFault(target, error)
  } finally {
    dropDatabase(temporary)
  }
}

function readDeal(from: string, { share, of }: ShardNumber, now: number): Deal {
  const corpus = openCorpus(from, 'read')
  try {
    refuse(corpus, now)
    const sites = crawledSites(corpus)
    const shares = sharesOfSites(sites, of)
    const rows = (isOwn: boolean) => sites.flatMap(({ id }, index) => ((shares[index] === share) === isOwn ? [id] : []))
    const seeds = standOfSites(corpus, sites)
    return { shard: { share, of, seeds }, origin: originOf(corpus), own: rows(true), elsewhere: rows(false) }
  } finally {
    corpus.close()
  }
}

function refuse(corpus: Corpus, now: number): void {
  const shard = readShard(corpus)
  if (shard !== null)
    throw new Mistake(
      `${corpus.file}: share ${shard.share}/${shard.of} of a crawl was found; expected the corpus that \`merge\` makes of all shares`,
    )
  const wave = lastWave(corpus)
  if (wave === undefined || lastCrawl(corpus) === null)
    throw new Mistake(
      `${corpus.file}: nothing was crawled here yet; expected a corpus with a wave that has ended (\`crawl --shard\` begins the first one)`,
    )
  const run = crawlRun(corpus)
  if (run !== undefined && isAtWork(run, now))
    throw new Mistake(`${corpus.file}: a crawl is at work on it; expected an ended one: wait for it`)
  if (wave.endedAt === null || hasPendingPages(corpus))
    throw new Mistake(
      `${corpus.file}: wave '${wave.label}' has not ended; expected an ended one: the command that began it goes on`,
    )
}

function fill(temporary: string, from: string, target: string, deal: Deal): number {
  const share = openCorpus(temporary, 'create')
  try {
    fillShare(share, from, target, deal)
    return countMerged(share).links
  } finally {
    share.close()
  }
}
