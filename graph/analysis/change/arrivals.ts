import type { SiteNode } from '#data/records.ts'
import { daysOfDate } from '#data/entity/days-of-date.ts'
import type { DatedCitation } from '#data/store/changes/dated-citations.ts'
import type { TieHistory } from '#data/store/changes/tie-history.ts'
import type { EntityId } from '#data/url/brand.ts'
import { isoDay, type WavesOfStudy } from './wave-graphs.ts'

/** The first citation of a site of one country by a site of another. */
export interface Arrival {
  readonly target: EntityId
  readonly source: EntityId
  /** 1: nobody of that country is known to cite it before; those that can't be told apart have the same place. */
  readonly place: number
  /** ISO 8601 days between which it came. Of waves: the last that looked and saw nothing ('' where none did: it may be older), and the first that saw it. */
  readonly after: string
  readonly by: string
  /** '' of waves; else where the citing page states its date ('json-ld', 'meta', 'time', 'url'): the first and last day of what it states. */
  readonly origin: string
  /** The page that states it; '' where none does. */
  readonly page: string
}

export interface ArrivalChoice {
  /** Country of those who cite, and of those who are cited. */
  readonly from: string
  readonly to: string
  /** Kind of those who are cited; '' all. */
  readonly kind: string
}

/**
 * Who cites first, and who follows: for each site of the country cited the first citation by each site of the other one,
 * the earliest first. Of the dates that citing pages state, the earliest that no wave contradicts stands where it is earlier than
 * the first wave that saw the tie (its links may have come later). An interval that begins open is left-censored: the first wave saw the tie
 * already. By target, then place.
 */
export function arrivalsOf(
  { waves, histories }: WavesOfStudy,
  dated: readonly DatedCitation[],
  { from, to, kind }: ArrivalChoice,
): Arrival[] {
  const nodes = new Map((waves.at(-1)?.graph.nodes ?? []).map(node => [node.id, node]))
  const days = waves.map(({ day }) => isoDay(day))
  const datesOf = Map.groupBy(dated, ({ source, target }) => `${source} ${target}`)
  const found = histories.flatMap((history): Omit<Arrival, 'place'>[] => {
    const [source, target] = [nodes.get(history.source), nodes.get(history.target)]
    if (source?.country !== from || !isCited(target, to, kind)) return []
    const first = firstSighting(history, days)
    if (first === null) return []
    const ends = { source: history.source, target: history.target }
    const stated = earliestStated(datesOf.get(`${history.source} ${history.target}`) ?? [], first)
    return [{ ...ends, ...(stated ?? { ...first, origin: '', page: '' }) }]
  })
  return [...Map.groupBy(found, ({ target }) => target).values()].flatMap(placed).sort(byTarget)
}

const isCited = (node: SiteNode | undefined, country: string, kind: string): boolean =>
  node !== undefined && node.country === country && (kind === '' || node.kind === kind)

type Sighting = Pick<Arrival, 'after' | 'by'>

function firstSighting({ states }: TieHistory, days: readonly string[]): Sighting | null {
  const first = states.findIndex(({ state }) => state === 'present')
  if (first < 0) return null
  const absent = states.slice(0, first).findLastIndex(({ state }) => state === 'absent')
  return { after: absent < 0 ? '' : days[absent]!, by: days[first]! }
}

/** The date of a tie that is over first, of those that lie wholly after the last wave that saw nothing and before the first that saw it. */
function earliestStated(
  dated: readonly DatedCitation[],
  { after, by }: Sighting,
): Pick<Arrival, 'after' | 'by' | 'origin' | 'page'> | undefined {
  return dated
    .flatMap(({ published, origin, page }) => {
      const stated = daysOfDate(published)
      const isKept = stated !== null && stated.last < by && stated.first > after
      return isKept ? [{ after: stated.first, by: stated.last, origin, page }] : []
    })
    .reduce<Pick<Arrival, 'after' | 'by' | 'origin' | 'page'> | undefined>(
      (best, one) => (best === undefined || one.by < best.by ? one : best),
      undefined,
    )
}

/** Places as in a race where nobody saw the finish between two looks: one comes before another only where it surely did. */
const placed = (arrivals: readonly Omit<Arrival, 'place'>[]): Arrival[] =>
  arrivals.map(own => ({ ...own, place: 1 + arrivals.filter(other => isBefore(other, own)).length }))

/** Surely earlier: it was there on a day on which the other one was not yet. */
const isBefore = (one: Omit<Arrival, 'place'>, other: Omit<Arrival, 'place'>): boolean =>
  other.origin === '' ? other.after !== '' && one.by <= other.after : one.by < other.after

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byTarget = (a: Arrival, b: Arrival): number =>
  compare(a.target, b.target) || a.place - b.place || compare(a.by, b.by) || compare(a.source, b.source)
