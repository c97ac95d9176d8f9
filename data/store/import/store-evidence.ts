import type { LinkRow, PageRow } from '#data/evidence-rows.ts'
import type { Corpus } from '../base/corpus.ts'
import { lastWave, setWaveEnd } from '../frontier/waves.ts'
import { type EvidenceGround, secondsOf } from './evidence-ground.ts'
import { placeLinks, storeLinks, type StoredLinks } from './store-links.ts'
import { storePages, type StoredPages } from './store-pages.ts'
import { addPageVisits, Sightings, storeVisits } from './store-visits.ts'

export interface StoredEvidence {
  readonly pages: Omit<StoredPages, 'stored'>
  readonly links: StoredLinks & { readonly leftOut: number }
}

/**
 * Stores the pages and hyperlinks of a crawl that a file brings: addresses, visits, texts, sightings. Edges are then
 * counted from them as from a crawl of one's own. The same file again changes nothing. Yields now and then.
 */
export function* storeEvidence(
  ground: EvidenceGround,
  pages: readonly PageRow[],
  links: readonly LinkRow[],
): Generator<unknown, StoredEvidence> {
  const waveId = waveFor(ground.corpus, pages, links, ground.now)
  const { stored, ...counts } = yield* storePages(ground, pages, waveId)
  const sightings = new Sightings()
  const placed = yield* placeLinks(ground, links, sightings)
  addPageVisits(sightings, stored)
  const visitAt = yield* storeVisits(ground, sightings, waveId)
  markRead(
    ground.corpus,
    placed.map(({ page }) => page.id),
    waveId,
  )
  const storedLinks = yield* storeLinks(ground, placed, visitAt)
  return { pages: counts, links: { ...storedLinks, leftOut: links.length - placed.length } }
}

/** A page with links was read, though no row of pages.csv says so. */
function markRead(corpus: Corpus, pageIds: readonly number[], waveId: number): void {
  const mark = corpus.sql(`UPDATE page SET state = 'fetched', wave_id = ? WHERE id = ? AND state IS NULL`)
  for (const id of new Set(pageIds)) mark.run(waveId, id)
}

/** The wave of the corpus that goes on; in a corpus without one, a wave 'import' of the time that the file tells. */
function waveFor(corpus: Corpus, pages: readonly PageRow[], links: readonly LinkRow[], now: number): number {
  const isPending = pages.some(({ state }) => state === 'pending')
  const last = lastWave(corpus)
  if (last !== undefined) {
    if (isPending && last.endedAt !== null) setWaveEnd(corpus, last.id, null)
    return last.id
  }
  const [from, to] = timeSpan(pages, links) ?? [now, now]
  const { lastInsertRowid } = corpus
    .sql(`INSERT INTO wave (label, started_at, ended_at) VALUES ('import', ?, ?)`)
    .run(from, isPending ? null : to)
  return Number(lastInsertRowid)
}

function timeSpan(pages: readonly PageRow[], links: readonly LinkRow[]): [from: number, to: number] | null {
  let [from, to] = [Infinity, -Infinity]
  const widen = (time: string): void => {
    const second = secondsOf(time)
    if (second === null) return
    from = Math.min(from, second * 1000)
    to = Math.max(to, second * 1000)
  }
  for (const { fetchedAt } of pages) widen(fetchedAt)
  for (const { firstSeen, lastSeen } of links) {
    widen(firstSeen)
    widen(lastSeen)
  }
  return from > to ? null : [from, to]
}
