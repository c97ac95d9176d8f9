import { basename } from 'node:path'
import { countEntities, countPages } from '#data/store/base/corpus-counts.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { keptCopies } from '#data/store/base/keep-before.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { wasCutShort } from '#data/store/base/runs.ts'
import { crawlPeriod, lastAnalysisOrigin } from '#data/store/map/map-facts.ts'
import type { Need, StudyLine } from '#viewer/protocol/studies.ts'
import { studyFile, writtenAt } from './study-files.ts'

type Facts = Omit<StudyLine, 'name' | 'kept'>

const unreadable: Facts = { sites: 0, pages: 0, waves: 0, crawledAt: null, needs: ['unreadable'] }

/** A crawl that was killed writes no more; it is looked at again after so many milliseconds. */
const lookAgainMs = 5_000

/** A crawl writes all the time, and many may look at the list: what it says of one study takes no more than this part of the server's time. */
const mostOfTime = 1 / 20

interface Known {
  readonly writtenAt: number
  readonly readAt: number
  readonly tookMs: number
  readonly facts: Facts
}

/** Tells of studies what their files say; a file that nobody has written since is not opened again. */
export class StudyReader {
  readonly #known = new Map<string, Known>()

  /** @param now milliseconds since 1970 */
  read(folder: string, name: string, now: () => number): StudyLine {
    const file = studyFile(folder, name)
    const written = writtenAt(file)
    const known = this.#known.get(file)
    if (known !== undefined && stands(known, written, now())) return { name, ...known.facts, kept: keptNames(file) }
    const began = now()
    const facts = readFacts(file, began)
    const readAt = now()
    this.#known.set(file, { writtenAt: written, readAt, tookMs: readAt - began, facts })
    return { name, ...facts, kept: keptNames(file) }
  }
}

function stands({ writtenAt: writtenThen, readAt, tookMs, facts }: Known, written: number, now: number): boolean {
  if (!facts.needs.includes('at-work')) return writtenThen === written
  const age = now - readAt
  const rests = Math.max(tookMs / mostOfTime, writtenThen === written ? lookAgainMs : 0)
  return age >= 0 && age < rests
}

const keptNames = (file: string): string[] => keptCopies(file).map(copy => basename(copy))

/** One study that can't be read hides no other. */
function readFacts(file: string, now: number): Facts {
  let corpus: Corpus | undefined
  try {
    corpus = openCorpus(file, 'read')
    return factsOf(corpus, now)
  } catch {
    return unreadable
  } finally {
    corpus?.close()
  }
}

function factsOf(corpus: Corpus, now: number): Facts {
  const pages = countPages(corpus)
  const sites = countEntities(corpus).IN
  const period = crawlPeriod(corpus, now)
  const { fetched, pending } = pages
  const asked = Object.values(pages).reduce((sum, count) => sum + count, 0)
  const analysis = lastAnalysisOrigin(corpus)
  const isRunning = period?.running === true
  const holds: Partial<Record<Need, boolean>> = {
    'at-work': isRunning,
    'nothing-read': !isRunning && period !== null && fetched === 0 && asked > 0,
    'cut-short': !isRunning && period !== null && wasCutShort(corpus),
    paused: !isRunning && pending > 0 && !wasCutShort(corpus),
    empty: sites === 0,
    'not-analysed': sites > 0 && !isRunning && analysis === null && (fetched > 0 || period === null),
    changed: !isRunning && analysis?.stale === true,
  }
  return {
    sites,
    pages: fetched,
    waves: period?.waves.length ?? 0,
    crawledAt: period?.endedAt ?? null,
    needs: (Object.keys(holds) as Need[]).filter(need => holds[need]),
  }
}
