import type { SiteEdge } from '#data/records.ts'
import { noneByZone, templateZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import { wasRead } from '../base/was-read.ts'
import { betweenEntities, chosenEntities, effectiveZone, hasPastWave } from '../base/rules.ts'
import { writtenWithin } from '../base/written-within.ts'
import type { GraphQuestion } from './graph-question.ts'
import { linksOf, parametersOf, withinOf } from './question-parts.ts'
import { seenIn, shownVisit } from './seen-in-wave.ts'

type Link = readonly [source: number, target: number, page: number, zone: Zone, first: number, last: number]

/** What is being counted: the hyperlinks from one entity to another. */
interface Tally {
  readonly source: number
  readonly target: number
  links: number
  readonly pages: Set<number>
  /** Pages with a link outside templates. */
  readonly openPages: Set<number>
  inTemplate: number
  first: number
  last: number
  readonly linksByZone: Record<Zone, number>
}

/**
 * Edges of counted hyperlinks, in no order. Single links cross from SQLite, in the order of its index, and are counted here: grouped there
 * by page and zone first they go through a tree on the side, which takes four times as long.
 */
export function countEdges(corpus: Corpus, question: GraphQuestion): SiteEdge[] {
  const names = namesOf(corpus, question)
  const isPast = corpus.sql<number>(`SELECT ${hasPastWave}`).pluck().get() === 1
  const dateOf = question.undated ? () => '' : isPast ? isoTime : datesOf(corpus)
  const edges: SiteEdge[] = []
  const keep = (tally: Tally): void => {
    const counts = { links: tally.links, pages: tally.pages.size, openPages: tally.openPages.size, inTemplate: tally.inTemplate } // prettier-ignore
    edges.push({
      source: names.get(tally.source)!,
      target: names.get(tally.target)!,
      weight: weighers[question.weight](counts),
      links: counts.links,
      pages: counts.pages,
      firstSeen: dateOf(tally.first),
      lastSeen: dateOf(tally.last),
      linksByZone: tally.linksByZone,
    })
  }
  const isAsked = new Set<Zone>(question.zones)
  let tally: Tally | undefined
  for (const link of linksInOrder(corpus, question, isPast && !question.undated)) {
    if (!isAsked.has(link[3])) continue
    if (tally === undefined || tally.source !== link[0] || tally.target !== link[1]) {
      if (tally !== undefined) keep(tally)
      tally = begin(link)
    }
    add(tally, link)
  }
  if (tally !== undefined) keep(tally)
  return edges
}

/**
 * The `+` keeps SQLite from asking its index for every pair of chosen entities: 400 million questions for 20,000 of them.
 */
const linksInOrder = (corpus: Corpus, question: GraphQuestion, isTimed: boolean): Iterable<Link> =>
  corpus
    .sql<Link>(
      `WITH chosen AS (${chosenEntities})${withinOf(question)}
       SELECT source_entity, target_entity, page_id, ${effectiveZone()}, ${isTimed ? timesSeen : 'first_visit, last_visit'} FROM link
       WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen
         ${writtenWithin(question.written, shownVisit(question.wave))} ${linksOf(question)}
       ORDER BY source_entity, target_entity`,
    )
    .raw()
    .iterate({ ...parametersOf(question), ...question.written }) as Iterable<Link>

/** As times, where visits are not in the order of the days that they speak of. */
const timesSeen = ['min', 'max']
  .map(
    which =>
      `(SELECT ${which}(at) FROM visit WHERE visit.page_id = link.page_id AND ${wasRead('visit')} AND ${seenIn('visit.id')})`,
  )
  .join(', ')

const begin = ([source, target, , , first, last]: Link): Tally => ({
  source,
  target,
  links: 0,
  pages: new Set(),
  openPages: new Set(),
  inTemplate: 0,
  first,
  last,
  linksByZone: { ...noneByZone },
})

const templates: ReadonlySet<Zone> = new Set(templateZones)

function add(tally: Tally, [, , page, zone, first, last]: Link): void {
  tally.links++
  tally.pages.add(page)
  if (templates.has(zone)) tally.inTemplate = 1
  else tally.openPages.add(page)
  if (first < tally.first) tally.first = first
  if (last > tally.last) tally.last = last
  tally.linksByZone[zone]++
}

const namesOf = (corpus: Corpus, { statuses }: GraphQuestion): ReadonlyMap<number, EntityId> =>
  new Map(
    corpus
      .sql<[number, EntityId]>(`SELECT id, name FROM entity WHERE id IN (${chosenEntities})`)
      .raw()
      .all({ statuses: JSON.stringify(statuses) }) as unknown as [number, EntityId][],
  )

/** ISO 8601 of a visit's time; many ties were seen by the same visits. */
function datesOf(corpus: Corpus): (visit: number) => string {
  const time = corpus.sql<number>('SELECT at FROM visit WHERE id = ?').pluck()
  const known = new Map<number, string>()
  return visit => {
    const found = known.get(visit) ?? isoTime(time.get(visit) as number)
    known.set(visit, found)
    return found
  }
}

interface EdgeCount {
  readonly links: number
  readonly pages: number
  readonly openPages: number
  /** 1 if any link stands in a template. */
  readonly inTemplate: number
}

/** A blogroll on 500 pages is one act of recognition: all template links of an edge together weigh 1. */
const weighers: Readonly<Record<Weight, (count: EdgeCount) => number>> = {
  evidence: count => count.openPages + count.inTemplate,
  pages: count => count.pages,
  links: count => count.links,
  binary: () => 1,
}
