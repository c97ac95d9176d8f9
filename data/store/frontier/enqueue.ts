import type { Corpus } from '../base/corpus.ts'
import { isFrame, mostFramesDeep } from '../base/rules.ts'

/** Where an address enters the frontier. */
export interface QueuePlace {
  readonly waveId: number
  /** Clicks from the entity's start pages. */
  readonly depth: number
  /** Redirects and frames since the last of those clicks. */
  readonly hop: number
  /** The page that led here; null: none did. */
  readonly from: number | null
}

// Never asked in this wave, or known further away and its turn not come yet. What was answered isn't asked again.
const isNew = `(state IS NULL OR (state <> 'pending' AND wave_id < ?)
  OR (state = 'pending' AND admitted = 0 AND (depth, hop) > (?, ?)))`
const newAt = ({ waveId, depth, hop }: QueuePlace) => [waveId, depth, hop]

// Values by position: this runs for every page, and by name, binding them takes longer.
const enter = `UPDATE page SET state = 'pending', cause = '', detail = '', depth = ?, hop = ?, admitted = 0,
  attempts = 0, not_before = 0, found_on = coalesce(found_on, ?)`
const enteredAt = ({ depth, hop, from }: QueuePlace) => [depth, hop, from]

/** Puts one address of the entity in the frontier, unless it was answered in this wave. */
export function enqueuePage(corpus: Corpus, pageId: number, place: QueuePlace): void {
  corpus.sql(`${enter} WHERE id = ? AND ${isNew}`).run(...enteredAt(place), pageId, ...newAt(place))
}

/** Puts an address that redirected in the frontier again, though it was answered in this wave: it will be another request. */
export function askAgain(corpus: Corpus, pageId: number, place: QueuePlace): void {
  const redirected = `state = 'redirected' OR (state = 'failed' AND cause = 'redirect-loop')`
  corpus.sql(`${enter} WHERE id = ? AND (${redirected})`).run(...enteredAt(place), pageId)
}

const enterLinks =
  // The plus: what the page links to is fewer than what the entity holds.
  `${enter} WHERE +entity_id = ? AND ${isNew}
     AND id IN (SELECT target_id FROM link WHERE page_id = ? AND last_visit = ?)`

/** Puts the addresses of `entityId` that its page `place.from` named in visit `visitId` in the frontier. */
export function enqueueLinks(corpus: Corpus, entityId: number, visitId: number, place: QueuePlace): void {
  corpus.sql(enterLinks).run(...enteredAt(place), entityId, ...newAt(place), place.from, visitId)
}

/** Puts the frames of the frameset that visit `visitId` found in the frontier: a reader sees them without a click. */
export function enqueueFrames(corpus: Corpus, entityId: number, visitId: number, place: QueuePlace): void {
  if (place.hop > mostFramesDeep) return
  corpus
    .sql(
      `${enter} WHERE +entity_id = ? AND ${isNew} AND id IN (
         SELECT target_id FROM link JOIN snippet ON snippet.id = link.place
         WHERE page_id = ? AND last_visit = ? AND ${isFrame('link', 'snippet')})`,
    )
    .run(...enteredAt(place), entityId, ...newAt(place), place.from, visitId)
}
