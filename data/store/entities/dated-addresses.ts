import { holdsOn } from '#data/entity/dated.ts'
import type { Url } from '#data/url/brand.ts'
import { insertPage } from '../base/intern-page.ts'
import type { Corpus } from '../base/corpus.ts'
import { allWaves, dayOf } from '../frontier/waves.ts'
import { addressesAside, asideOwner } from './aside-owners.ts'
import {
  isOtherReviewed,
  otherOwner,
  prefixesInTime,
  prefixesWithDates,
  type PrefixInTime,
} from './prefixes-in-time.ts'
import {
  type DatedSides,
  inside,
  isCrossedBy,
  outside,
  type PageSide,
  wavesOfAnyDay,
  wavesReadAway,
} from './read-sides.ts'

/** An address with its rows, one for each side of its prefix's dates. */
export interface DatedAddress extends DatedSides {
  readonly url: Url
  /** By PageSide; null where nothing is. That inside the dates is there always, others are made when something belongs there (rowOn). */
  readonly rows: [number, number | null, number | null, number | null]
  /** Waves whose last visit to it is not inside the dates, or was set aside. */
  readonly wavesAway: ReadonlySet<number>
  /** Captures may be of another side than their wave: the window of a past wave lies on both sides of a date of the prefix, or a wave had no day. */
  readonly isCrossed: boolean
  /** Of the row outside the dates it is known where it leads at most: its visits were asked for knowing whose it is (`crawl --resolve`). */
  readonly isOnlyResolved: boolean
  /** Waves of no day, since a file told of them: what they saw stays on the side that the file gave it. */
  readonly timeless: ReadonlySet<number>
}

/** The row of a side, made where there is none. */
export const rowOn = (corpus: Corpus, address: DatedAddress, side: PageSide, now: number): number =>
  (address.rows[side] ??= insertPage(corpus, address.url, ownerOn(corpus, address, side, now), side).id)

/** Whose a side is. Without dates all is whose the address is. */
export function ownerOn(corpus: Corpus, { prefix, rows }: DatedAddress, side: PageSide, now: number): number {
  if (prefix === null) return ownerOf(corpus, rows[inside])
  if (side === inside) return prefix.entityId
  return side === outside ? otherOwner(corpus, prefix, now) : asideOwner(corpus, prefix, side, now)
}

const ownerOf = (corpus: Corpus, page: number): number =>
  corpus.sql<{ id: number }>('SELECT entity_id AS id FROM page WHERE id = ?').get(page)!.id

/** The rows that there are, each with its side. */
export const rowsOfAddress = ({ rows }: DatedAddress): (readonly [row: number, side: PageSide])[] =>
  rows.flatMap((row, side) => (row === null ? [] : [[row, side as PageSide] as const]))

interface Row {
  readonly id: number
  readonly url: Url
  readonly side: PageSide
  readonly state: string | null
}

/** Every address that may have something on either side. */
export function datedAddresses(corpus: Corpus): DatedAddress[] {
  const dated = prefixesInTime(corpus)
  const away = [
    ...corpus.sql<Row>('SELECT id, url, outside AS side, state FROM page WHERE outside = 1').all(),
    ...addressesAside<Row>(corpus, 'page.id, page.url, page.outside AS side, page.state'),
  ]
  if (dated.length === 0 && away.length === 0) return []
  const times = timesOf(corpus, dated)
  const prefixes = prefixesWithDates(corpus)
  const rowsAway = Map.groupBy(away, ({ url }) => url)
  const insides = insidesOf(corpus, dated)
  return [...new Set([...rowsAway.keys(), ...insides.keys()])].flatMap(url => {
    const found = prefixes.find(url)
    const prefix = found !== null && times.has(found.lru) ? found : null
    const known = rowsAway.get(url) ?? []
    if (prefix === null && known.length === 0) return []
    const own = insides.get(url) ?? insideOf(corpus, url, found, known[0]!.id)
    return [addressOf(corpus, { url, prefix, own, known }, times)]
  })
}

interface Found {
  readonly url: Url
  readonly prefix: PrefixInTime | null
  readonly own: number
  readonly known: readonly Row[]
}

function addressOf(corpus: Corpus, { url, prefix, own, known }: Found, times: Times): DatedAddress {
  const rows: DatedAddress['rows'] = [own, null, null, null]
  for (const { id, side } of known) rows[side] = id
  const { days, timeless } = times
  const ofPrefix = prefix === null ? undefined : times.of.get(prefix.lru)
  const { waves, isCrossed, isReviewed } = ofPrefix ?? { waves: new Set<number>(), isCrossed: false, isReviewed: false }
  const sides = { prefix, waves, days, isReviewed }
  const pages = rows.filter(row => row !== null)
  const wavesAway = isCrossed ? wavesReadAway(corpus, sides, pages) : waves
  const isOnlyResolved = known.some(({ side, state }) => side === outside && state === null)
  return { url, rows, timeless, ...sides, wavesAway, isCrossed, isOnlyResolved }
}

interface Times {
  readonly days: ReadonlyMap<number, string>
  readonly timeless: ReadonlySet<number>
  readonly has: (lru: string) => boolean
  /** By prefix with dates. */
  readonly of: ReadonlyMap<string, Pick<DatedAddress, 'waves' | 'isCrossed' | 'isReviewed'>>
}

function timesOf(corpus: Corpus, dated: readonly PrefixInTime[]): Times {
  const timeless = importedWaves(corpus)
  const waves = allWaves(corpus).filter(({ id }) => !timeless.has(id))
  const ofAnyDay = wavesOfAnyDay(corpus)
  const of = new Map(
    dated.map(prefix => [
      prefix.lru as string,
      {
        waves: new Set(waves.filter(wave => !holdsOn(prefix, dayOf(wave))).map(({ id }) => id)),
        isCrossed: waves.some(wave => ofAnyDay.has(wave.id) || isCrossedBy(prefix, wave)),
        isReviewed: isOtherReviewed(corpus, prefix),
      },
    ]),
  )
  return { days: new Map(waves.map(wave => [wave.id, dayOf(wave)])), timeless, has: lru => of.has(lru), of }
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

function insidesOf(corpus: Corpus, dated: readonly PrefixInTime[]): ReadonlyMap<Url, number> {
  const owners = [...new Set(dated.map(({ entityId }) => entityId))]
  const held = corpus.sql<Pick<Row, 'id' | 'url'>>(
    'SELECT id, url FROM page INDEXED BY page_entity WHERE entity_id = ? AND outside = 0',
  )
  return new Map(owners.flatMap(owner => held.all(owner)).map(({ id, url }) => [url, id]))
}

/** The row inside the dates; made where the address was only met outside them. */
function insideOf(corpus: Corpus, url: Url, prefix: PrefixInTime | null, other: number): number {
  const known = corpus
    .sql<Pick<Row, 'id'>>(
      'SELECT id FROM page WHERE url_hash = (SELECT url_hash FROM page WHERE id = ?) AND url = ? AND outside = 0',
    )
    .get(other, url)
  return known?.id ?? insertPage(corpus, url, prefix?.entityId ?? ownerOf(corpus, other)).id
}
