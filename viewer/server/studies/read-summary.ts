import { countPages } from '#data/store/base/corpus-counts.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import { discoveredEntities } from '#data/store/curate/discovered.ts'
import { lastAnalysisOrigin } from '#data/store/map/map-facts.ts'
import { type LastRun, lastRun, readInRun, sitesNeverRead, type UnreadSite } from '#data/store/visits/run-outcome.ts'
import { keptTexts } from '#data/store/visits/page-texts.ts'
import type { SummaryEnd, SummaryData, UnreadGroup } from '#viewer/protocol/summary.ts'
import { knownSettings, type OwnCrawlOf } from '../crawl/known-settings.ts'
import { networkGaps } from './network-gaps.ts'

/** The contact that the demonstration's crawl carries. */
const demonstration = 'demonstration@toile.example'

/** A site that so many cite is news. */
const several = 3
const mostCited = 8
const mostExamples = 3

/** What the last crawl of the corpus came to. @param now milliseconds since 1970 */
export function readSummary(corpus: Corpus, ownCrawlOf: OwnCrawlOf, now: number): SummaryData | null {
  const run = lastRun(corpus)
  if (run === null || isAtWork(run, now)) return null
  const { fetched, pending } = countPages(corpus)
  const analysis = lastAnalysisOrigin(corpus)
  const unread = sitesNeverRead(corpus)
  return {
    run: run.run,
    startedAt: run.startedAt,
    endedAt: run.endedAt ?? run.seenAt,
    end: endOf(run, fetched, unread.length + pending),
    isDemonstration: run.userAgent.includes(demonstration),
    ...readInRun(corpus, run.run),
    texts: keptTexts(corpus),
    pending,
    unread: byCause(unread),
    gaps: networkGaps(`${corpus.file}.log`, run.startedAt),
    cited: discoveredEntities(corpus, { minCiters: several, limit: mostCited }).map(({ id, homepage, citedBy }) => ({
      id,
      homepage,
      citedBy,
    })),
    wantsAnalysis: fetched > 0 && (analysis === null || analysis.stale),
    canGoOn: knownSettings(corpus, ownCrawlOf).canGoOn,
  }
}

/** A crawl that read nothing of what it asked for is not done, whatever it says. */
function endOf({ endedAt, outcome }: LastRun, fetched: number, notRead: number): SummaryEnd {
  if (fetched === 0 && notRead > 0) return 'nothing-read'
  if (endedAt === null) return 'cut'
  if (outcome === 'done') return 'done'
  return outcome.startsWith('failed') ? 'failed' : 'paused'
}

function byCause(sites: readonly UnreadSite[]): UnreadGroup[] {
  const groups = new Map<string, UnreadSite[]>()
  for (const site of sites) groups.set(site.cause, [...(groups.get(site.cause) ?? []), site])
  return [...groups]
    .map(([cause, own]) => ({
      cause,
      sites: own.length,
      examples: own.slice(0, mostExamples).map(({ id, homepage }) => ({ id, homepage })),
    }))
    .toSorted((a, b) => b.sites - a.sites || (a.cause < b.cause ? -1 : 1))
}
