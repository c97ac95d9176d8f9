import type { Corpus } from '../base/corpus.ts'
import { dropEmptyAsides } from './aside-owners.ts'
import { type DatedAddress, datedAddresses, ownerOn, rowOn, rowsOfAddress } from './dated-addresses.ts'
import { dropEmpty, dropUnneededOwners } from './drop-empty.ts'
import { movePages } from './move-pages.ts'
import { joinAlike, moveSightings, type Reading, readingColumns } from './move-sightings.ts'
import { isMisplaced, moveStates } from './move-states.ts'
import { datesOf, inside, isReadOutside, outside, readOutside, sideOfReading } from './read-sides.ts'
import { tellNotTheirs } from './tell-not-theirs.ts'

/**
 * Brings what is stored in step with the dates of prefixes, as if they had been known before each crawl: what was linked to on a day outside the dates goes to
 * the address's other row, which is the other owner's, and what was read then is set aside, unless that owner was reviewed; what is inside them comes back. The day is that of the capture, where an archive was
 * asked for one, else the wave's; a capture of another side than its wave's day was never to be chosen, and is set aside. A link that two sides saw becomes
 * one on each, and one again where dates are taken away. To be called after dates, prefixes or who has an address at other times changed, and after a wave of the past; does nothing, and costs two look-ups,
 * in a corpus without dates. Part of the caller's transaction. O(visits and links of the addresses concerned).
 */
export function settleDates(corpus: Corpus, now: number): void {
  const addresses = datedAddresses(corpus)
  if (addresses.length === 0) return dropUnneededOwners(corpus)
  const open = addresses.filter(address => isConcerned(corpus, address, now))
  for (const address of open) moveReadings(corpus, address, now)
  for (const address of open) moveTargets(corpus, address, now)
  for (const address of open) moveStates(corpus, address, now)
  for (const address of open) tellNotTheirs(corpus, address)
  movePages(
    corpus,
    // All of each, though they may belong to whom they belonged: their links are others.
    open.flatMap(address =>
      rowsOfAddress(address).map(([id, side]) => ({ id, owner: ownerOn(corpus, address, side, now) })),
    ),
  )
  dropEmpty(
    corpus,
    open.flatMap(address =>
      rowsOfAddress(address)
        .filter(([, side]) => side !== inside)
        .map(([row]) => ({ outside: row, inside: address.rows[inside] })),
    ),
  )
  dropEmptyAsides(corpus)
  dropUnneededOwners(corpus)
}

/** Something of the address is, or belongs, on another row than that inside the dates. */
function isConcerned(corpus: Corpus, address: DatedAddress, now: number): boolean {
  if (isMetOutside(corpus, address)) rowOn(corpus, address, outside, now)
  return rowsOfAddress(address).length > 1 || isMisplaced(corpus, address) || strays(corpus, address).length > 0
}

/** A link or a redirect led to the address on a day outside the dates. */
const isMetOutside = (corpus: Corpus, address: DatedAddress): boolean =>
  address.rows[outside] === null &&
  (address.waves.size > 0 || address.isCrossed) &&
  corpus
    .sql(
      `SELECT 1 FROM (
         SELECT wave_id, captured_at FROM link JOIN visit ON visit.page_id = link.page_id WHERE target_id = @inside UNION ALL
         SELECT visit.wave_id, captured_at FROM page leading JOIN visit ON visit.id = leading.visit_id WHERE leading.leads_to = @inside)
       WHERE ${readOutside} LIMIT 1`,
    )
    .get({ inside: address.rows[inside], ...datesOf(address) }) !== undefined

interface Visit extends Reading {
  readonly pageId: number
  /** Empty: nothing of a page was read. */
  readonly bodyHash: string
}

/** Visits to the address that are on another row than theirs. */
function strays(corpus: Corpus, address: DatedAddress): Visit[] {
  if (address.waves.size === 0 && !address.isCrossed && rowsOfAddress(address).length === 1) return []
  return corpus
    .sql<Visit>(
      `SELECT ${readingColumns}, page_id AS pageId, body_hash AS bodyHash FROM visit JOIN wave ON wave.id = wave_id
       WHERE page_id IN (SELECT value FROM json_each(?)) ORDER BY visit.id`,
    )
    .all(pagesOf(address))
    .filter(
      visit =>
        !isKept(address, visit) &&
        !isResolved(address, visit) &&
        address.rows[sideOfReading(address, visit)] !== visit.pageId,
    )
}

/** Rows of the address, for json_each. */
const pagesOf = (address: DatedAddress): string => JSON.stringify(rowsOfAddress(address).map(([row]) => row))

/** What a file told of stays where it is, while there are dates. */
const isKept = ({ prefix, timeless }: DatedAddress, { wave }: Reading): boolean => prefix !== null && timeless.has(wave)

/** Nobody read it for the actor: it was asked for knowing whose it is. */
const isResolved = ({ rows, waves, isOnlyResolved }: DatedAddress, { pageId, wave, bodyHash }: Visit): boolean =>
  isOnlyResolved && pageId === rows[outside] && waves.has(wave) && bodyHash === ''

/** Visits go to the row of their day, or aside, and the links that they saw with them. */
function moveReadings(corpus: Corpus, address: DatedAddress, now: number): void {
  const astray = strays(corpus, address)
  if (astray.length === 0) return
  const rowOfVisit = (visit: Reading): number => rowOn(corpus, address, sideOfReading(address, visit), now)
  const links = corpus
    .sql<{ id: number }>('SELECT id FROM link WHERE page_id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(pagesOf(address))
  moveSightings(
    corpus,
    links.map(({ id }) => id),
    'page_id',
    (reading, page) => (isKept(address, reading) ? page : rowOfVisit(reading)),
    () => {
      const move = corpus.sql('UPDATE visit SET page_id = ? WHERE id = ?')
      for (const visit of astray) move.run(rowOfVisit(visit), visit.id)
    },
  )
  joinAlike(
    corpus,
    rowsOfAddress(address).map(([row]) => row),
  )
}

/** Links to the address go to the row of the day on which they were seen, and redirects with them. */
function moveTargets(corpus: Corpus, address: DatedAddress, now: number): void {
  const links = corpus
    .sql<{ id: number; pageId: number }>(
      'SELECT id, page_id AS pageId FROM link WHERE target_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .all(pagesOf(address))
  moveSightings(
    corpus,
    links.map(({ id }) => id),
    'target_id',
    (reading, target) =>
      isKept(address, reading)
        ? target
        : rowOn(corpus, address, isReadOutside(address, reading) ? outside : inside, now),
    () => undefined,
  )
  joinAlike(corpus, [...new Set(links.map(({ pageId }) => pageId))])
}
