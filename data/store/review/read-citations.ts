import { matterZones, type Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, effectiveZone, isLiving } from '../base/rules.ts'

/** Somebody to be reviewed, or reviewed already, as the corpus has it. */
export interface CitedEntity {
  readonly row: number
  readonly id: EntityId
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly kind: string
  readonly status: Status
  /** Event of the decision; null: none was made in a review. */
  readonly event: number | null
  readonly drawn: boolean
}

/** Where a site cites another. `untold`: in a network that was imported without zones. */
export const places = ['text', 'list', 'frame', 'comment', 'untold'] as const
export type CitedPlace = (typeof places)[number]

/** One IN entity that cites another. */
export interface CitedBy {
  readonly source: number
  readonly places: ReadonlySet<CitedPlace>
  /** Rows of the texts it uses for it; those of comments name private persons, and are left out. */
  readonly anchors: ReadonlySet<number>
  readonly pages: number
}

/** Living entities that are discovered, or were and have been reviewed, by row. */
export const citedEntities = (corpus: Corpus): CitedEntity[] =>
  corpus
    .sql<Omit<CitedEntity, 'drawn'> & { drawn: number }>(
      `SELECT entity.id AS row, name AS id, label, homepage, country, kind, status, event_id AS event, coalesce(drawn, 0) AS drawn
       FROM entity LEFT JOIN review_decision ON entity_id = entity.id
       WHERE ${isLiving()} AND (status = 'DISCOVERED' OR event_id IS NOT NULL) ORDER BY entity.id`,
    )
    .all()
    .map(row => ({ ...row, drawn: row.drawn === 1 }))

interface Tally {
  readonly source: number
  readonly places: Set<CitedPlace>
  readonly anchors: Set<number>
  readonly pages: Set<number>
  told: number
}

/** A page has many words for one address at most; a site's thousand pages may have a thousand. */
const mostAnchors = 40

/** By row of `targets`: who of the living IN entities cites it, and where. Counted here: grouped in SQLite it takes four times as long. */
export function readCitations(corpus: Corpus, targets: ReadonlySet<number>): Map<number, CitedBy[]> {
  const found = new Map<number, Map<number, Tally>>()
  const tally = (target: number, source: number): Tally => {
    const own = found.get(target) ?? new Map<number, Tally>()
    found.set(target, own)
    const known = own.get(source)
    if (known !== undefined) return known
    const made = {
      source,
      places: new Set<CitedPlace>(),
      anchors: new Set<number>(),
      pages: new Set<number>(),
      told: 0,
    }
    own.set(source, made)
    return made
  }
  for (const [target, source, zone, anchor, page] of hyperlinks(corpus)) {
    if (!targets.has(target)) continue
    const one = tally(target, source)
    const place = placeOf(zone)
    one.places.add(place)
    one.pages.add(page)
    if (anchor !== null && place !== 'comment' && one.anchors.size < mostAnchors) one.anchors.add(anchor)
  }
  for (const { target, source, pages, byZone } of importedCitations(corpus)) {
    if (!targets.has(target)) continue
    const one = tally(target, source)
    one.told += pages
    for (const place of placesTold(byZone)) one.places.add(place)
  }
  return new Map(
    [...found].map(([target, own]) => [
      target,
      [...own.values()].map(({ pages, told, ...one }) => ({ ...one, pages: pages.size + told })),
    ]),
  )
}

type Hyperlink = readonly [target: number, source: number, zone: Zone, anchor: number | null, page: number]

const hyperlinks = (corpus: Corpus): Iterable<Hyperlink> =>
  corpus
    .sql<Hyperlink>(
      `SELECT target_entity, source_entity, ${effectiveZone()}, anchor, page_id FROM link
       WHERE ${betweenEntities()} AND source_entity IN (SELECT id FROM entity WHERE status = 'IN' AND ${isLiving()})`,
    )
    .raw()
    .iterate() as Iterable<Hyperlink>

const matter: ReadonlySet<Zone> = new Set(matterZones)

const placeOf = (zone: Zone): CitedPlace =>
  zone === 'comment' ? 'comment' : zone === 'blogroll' ? 'list' : matter.has(zone) ? 'text' : 'frame'

interface ImportedCitation {
  readonly target: number
  readonly source: number
  readonly pages: number
  readonly byZone: string
}

/** Both ends where they live on; loops that a merge made are left out. */
const importedCitations = (corpus: Corpus): ImportedCitation[] =>
  corpus
    .sql<ImportedCitation>(
      `SELECT coalesce(cited.merged_into, cited.id) AS target, source.id AS source, pages, by_zone AS byZone
       FROM imported_edge JOIN entity cited ON cited.id = target_entity
         JOIN entity teller ON teller.id = source_entity JOIN entity source ON source.id = coalesce(teller.merged_into, teller.id)
       WHERE source.status = 'IN' AND ${isLiving('source')} AND coalesce(cited.merged_into, cited.id) <> source.id`,
    )
    .all()

/** A file that tells no zones says nothing of where. */
function placesTold(byZone: string): readonly CitedPlace[] {
  const zoned = Object.entries(JSON.parse(byZone) as Partial<Record<Zone, number>>)
  const told = zoned.filter(([, links]) => links > 0).map(([zone]) => placeOf(zone as Zone))
  return told.length === 0 ? ['untold'] : told
}

/** The texts of these rows. */
export const anchorTexts = (corpus: Corpus, rows: Iterable<number>): ReadonlyMap<number, string> =>
  new Map(
    corpus
      .sql('SELECT id, value FROM snippet WHERE id IN (SELECT value FROM json_each(?))')
      .raw()
      .all(JSON.stringify([...rows])) as [number, string][],
  )

/** By row: country, and whether it was kept in a review, of the living IN entities. */
export interface CiterFacts {
  readonly row: number
  readonly id: EntityId
  readonly country: string
  readonly reviewed: boolean
}

export const readCiters = (corpus: Corpus): ReadonlyMap<number, CiterFacts> =>
  new Map(
    corpus
      .sql<Omit<CiterFacts, 'reviewed'> & { reviewed: number }>(
        `SELECT entity.id AS row, name AS id, country, event_id IS NOT NULL AS reviewed
         FROM entity LEFT JOIN review_decision ON entity_id = entity.id WHERE status = 'IN' AND ${isLiving()}`,
      )
      .all()
      .map(citer => [citer.row, { ...citer, reviewed: citer.reviewed === 1 }]),
  )

/** By row: the community of the last analysis, where it has two sites or more. */
export function lastCommunities(corpus: Corpus): ReadonlyMap<number, number> {
  const rows = corpus
    .sql(
      `SELECT entity_id, value FROM node_value WHERE measure = 'community' AND analysis_id = (SELECT max(id) FROM analysis)`,
    )
    .raw()
    .all() as [number, number][]
  const sizes = new Map<number, number>()
  for (const [, community] of rows) sizes.set(community, (sizes.get(community) ?? 0) + 1)
  return new Map(rows.filter(([, community]) => sizes.get(community)! > 1))
}
