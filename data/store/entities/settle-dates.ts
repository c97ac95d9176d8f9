import { holdsOn } from '#data/entity/dated.ts'
import type { Url } from '#data/url/brand.ts'
import { insertPage } from '../base/intern-page.ts'
import type { Corpus } from '../base/corpus.ts'
import { allWaves, dayOf } from '../frontier/waves.ts'
import { movePages } from './move-pages.ts'
import { otherOwner, prefixesInTime, prefixesWithDates, type PrefixInTime } from './prefixes-in-time.ts'
import { joinAlike, moveSightings, type Reading, readingColumns } from './move-sightings.ts'
import { type DatedSides, datesOf, isCrossedBy, isReadOutside, readOutside, wavesReadOutside } from './read-sides.ts'
import { moveStates } from './move-states.ts'
import { dropEmpty, dropUnneededOwners } from './drop-empty.ts'

/** An address with a row for each side of its prefix's dates. */
export interface TwoSided extends DatedSides {
  readonly url: Url
  readonly inside: number
  /** Null: nothing was met of it outside the dates. */
  readonly outside: number | null
  /** Waves whose last visit to it is outside the dates. */
  readonly wavesRead: ReadonlySet<number>
  /** The window of a past wave lies on both sides of a date of the prefix: captures may be of another side than their wave. */
  readonly isCrossed: boolean
  /** Waves of no day, since a file told of them: what they saw stays on the side that the file gave it. */
  readonly timeless: ReadonlySet<number>
}

/**
 * Brings what is stored in step with the dates of prefixes: what was read, or linked to, on a day outside the dates goes to
 * the address's other row, which is the other owner's; what is inside them comes back. The day is that of the capture, where an archive was asked for one, else the wave's. A link that both sides saw becomes
 * one on each side, and one again where dates are taken away. To be called after dates or prefixes changed, and after a wave of the past; does nothing, and costs two look-ups,
 * in a corpus without dates. Part of the caller's transaction. O(visits and links of the addresses concerned).
 */
export function settleDates(corpus: Corpus, now: number): void {
  const sides = twoSided(corpus)
  if (sides.length === 0) return dropUnneededOwners(corpus)
  const open = sides.flatMap(side => {
    const outside = side.outside ?? (wantsOutside(corpus, side) ? makeOutside(corpus, side, now) : null)
    return outside === null ? [] : [{ ...side, outside }]
  })
  for (const side of open) moveReadings(corpus, side)
  for (const side of open) moveTargets(corpus, side)
  for (const side of open) moveStates(corpus, side)
  movePages(
    corpus,
    // Both of each, though they may belong to whom they belonged: their links are others.
    open.flatMap(({ inside, outside, prefix }) => {
      const own = prefix?.entityId ?? ownerOf(corpus, inside)
      return [
        { id: inside, owner: own },
        { id: outside, owner: prefix === null ? own : otherOwner(corpus, prefix, now) },
      ]
    }),
  )
  dropEmpty(corpus, open)
  dropUnneededOwners(corpus)
}

const ownerOf = (corpus: Corpus, page: number): number =>
  corpus.sql<{ id: number }>('SELECT entity_id AS id FROM page WHERE id = ?').get(page)!.id

interface Row {
  readonly id: number
  readonly url: Url
}

/** Every address that may have something on either side. */
function twoSided(corpus: Corpus): TwoSided[] {
  const dated = prefixesInTime(corpus)
  const rows = corpus.sql<Row>('SELECT id, url FROM page WHERE outside = 1').all()
  if (dated.length === 0 && rows.length === 0) return []
  const prefixes = prefixesWithDates(corpus)
  const timeless = importedWaves(corpus)
  const waves = allWaves(corpus).filter(({ id }) => !timeless.has(id))
  const crossed = new Set(dated.filter(prefix => waves.some(wave => isCrossedBy(prefix, wave))).map(({ lru }) => lru))
  const wavesOutside = new Map(
    dated.map(prefix => [prefix.lru, new Set(waves.filter(wave => !holdsOn(prefix, dayOf(wave))).map(({ id }) => id))]),
  )
  const outsides = new Map(rows.map(({ id, url }) => [url, id]))
  const owners = [...new Set(dated.map(({ entityId }) => entityId))]
  const held = corpus.sql<Row>('SELECT id, url FROM page INDEXED BY page_entity WHERE entity_id = ? AND outside = 0')
  const insides = new Map(owners.flatMap(owner => held.all(owner)).map(({ id, url }) => [url, id]))
  return [...new Set([...outsides.keys(), ...insides.keys()])].flatMap((url): TwoSided[] => {
    const prefix = prefixes.find(url)
    const outside = outsides.get(url) ?? null
    const isDated = prefix !== null && wavesOutside.has(prefix.lru)
    if (!isDated && outside === null) return []
    const inside = insides.get(url) ?? insideOf(corpus, url, prefix, outside)
    const days = (isDated && wavesOutside.get(prefix.lru)) || new Set<number>()
    const sides = { prefix: isDated ? prefix : null, waves: days }
    const pages = outside === null ? [inside] : [inside, outside]
    const isCrossed = isDated && crossed.has(prefix.lru)
    const wavesRead = isCrossed ? wavesReadOutside(corpus, sides, pages) : days
    return [{ url, inside, outside, timeless, ...sides, wavesRead, isCrossed }]
  })
}

/** Imports make one wave of all that their file tells, over however many years. */
const importedWaves = (corpus: Corpus): ReadonlySet<number> =>
  new Set(
    corpus
      .sql<{ id: number }>(
        `SELECT id FROM wave WHERE label = 'import' AND NOT EXISTS (SELECT 1 FROM run WHERE wave_id = wave.id AND command = 'crawl')`,
      )
      .all()
      .map(({ id }) => id),
  )

/** On which of its rows a reading of an address, or of a link to it, belongs; `now`: where it is. */
const sideOf = (side: Side, reading: Reading, now: number): number => {
  if (side.prefix !== null && side.timeless.has(reading.wave)) return now
  return isReadOutside(side, reading) ? side.outside : side.inside
}

/** The row inside the dates; made where the address was only met outside them. */
function insideOf(corpus: Corpus, url: Url, prefix: PrefixInTime | null, outside: number | null): number {
  const known = corpus
    .sql<Row>(
      'SELECT id, url FROM page WHERE url_hash = (SELECT url_hash FROM page WHERE id = ?) AND url = ? AND outside = 0',
    )
    .get(outside, url)
  return known?.id ?? insertPage(corpus, url, prefix?.entityId ?? ownerOf(corpus, outside!)).id
}

const makeOutside = (corpus: Corpus, { url, prefix }: TwoSided, now: number): number =>
  insertPage(corpus, url, otherOwner(corpus, prefix!, now), true).id

/** Something of the address was read, or linked to, on a day outside the dates. */
const wantsOutside = (corpus: Corpus, side: TwoSided): boolean =>
  (side.waves.size > 0 || side.isCrossed) &&
  corpus
    .sql(
      `SELECT 1 FROM (
         SELECT wave_id, captured_at FROM visit WHERE page_id = @inside UNION ALL
         SELECT wave_id, captured_at FROM link JOIN visit ON visit.page_id = link.page_id WHERE target_id = @inside)
       WHERE ${readOutside} LIMIT 1`,
    )
    .get({ inside: side.inside, ...datesOf(side) }) !== undefined

interface Side extends TwoSided {
  readonly outside: number
}

/** Visits go to the row of their day, and the links that they saw with them. */
function moveReadings(corpus: Corpus, side: Side): void {
  const { inside, outside } = side
  const strays = corpus
    .sql<Reading & { pageId: number }>(
      `SELECT ${readingColumns}, page_id AS pageId FROM visit JOIN wave ON wave.id = wave_id WHERE page_id IN (?, ?) ORDER BY visit.id`,
    )
    .all(inside, outside)
    .filter(visit => sideOf(side, visit, visit.pageId) !== visit.pageId)
  if (strays.length === 0) return
  const links = corpus
    .sql<{ id: number }>('SELECT id FROM link WHERE page_id IN (?, ?) ORDER BY id')
    .all(inside, outside)
  moveSightings(
    corpus,
    links.map(({ id }) => id),
    'page_id',
    (reading, now) => sideOf(side, reading, now),
    () => {
      const move = corpus.sql('UPDATE visit SET page_id = ? WHERE id = ?')
      for (const visit of strays) move.run(sideOf(side, visit, visit.pageId), visit.id)
    },
  )
  joinAlike(corpus, [inside, outside])
}

/** Links to the address go to the row of the day on which they were seen, and redirects with them. */
function moveTargets(corpus: Corpus, side: Side): void {
  const { inside, outside } = side
  const links = corpus
    .sql<{ id: number; pageId: number }>('SELECT id, page_id AS pageId FROM link WHERE target_id IN (?, ?) ORDER BY id')
    .all(inside, outside)
  moveSightings(
    corpus,
    links.map(({ id }) => id),
    'target_id',
    (reading, now) => sideOf(side, reading, now),
    () => undefined,
  )
  joinAlike(corpus, [...new Set(links.map(({ pageId }) => pageId))])
}
