import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'
import { noteAbsence } from '../visits/absences.ts'

/** A visit, and the wave that it is of. */
export interface Reading {
  readonly id: number
  readonly wave: number
  /** Of a wave of the past: when its capture was taken. Null: the day of the wave counts. */
  readonly at: number | null
  /** When its capture was taken, in a wave of the past or not; null: no archive gave it. */
  readonly captured: number | null
}

/** The columns of a Reading, of `visit` joined with `wave`. */
export const readingColumns = `visit.id, wave_id AS wave, CASE WHEN wave.past <> '' THEN captured_at END AS at, captured_at AS captured`

/** Which readings of its page saw a link; of those that are `unkept` nobody knows. */
interface Sightings {
  readonly link: number
  readonly seen: readonly Reading[]
  readonly unkept: ReadonlySet<number>
}

interface Span {
  readonly first: number
  readonly last: number
  readonly pageId: number
}

function sightingsOf(corpus: Corpus, link: number): Sightings {
  const { first, last, pageId } = corpus
    .sql<Span>('SELECT first_visit AS first, last_visit AS last, page_id AS pageId FROM link WHERE id = ?')
    .get(link)!
  const absences = corpus
    .sql<{ after: number; before: number; known: number }>(
      'SELECT after_visit AS after, before_visit AS before, known FROM absence WHERE link_id = ?',
    )
    .all(link)
  const [from, to] = [Math.min(first, last), Math.max(first, last)]
  const readings = corpus
    .sql<Reading>(
      `SELECT ${readingColumns} FROM visit JOIN wave ON wave.id = wave_id
       WHERE page_id = ? AND visit.id BETWEEN ? AND ? AND (${wasRead('visit')} OR visit.id IN (?, ?)) ORDER BY visit.id`,
    )
    .all(pageId, from, to, first, last)
  const isEnd = (id: number): boolean => id === first || id === last
  const away = (id: number, known: number): boolean =>
    absences.some(absence => absence.known === known && id > absence.after && id < absence.before)
  // A link whose first sighting has the higher number came with a file: it was seen in its two sightings alone.
  const unkept = readings.filter(({ id }) => !isEnd(id) && (first > last || away(id, 0)))
  return {
    link,
    seen: readings.filter(({ id }) => isEnd(id) || (first <= last && !away(id, 0) && !away(id, 1))),
    unkept: new Set(unkept.map(({ id }) => id)),
  }
}

/** Makes the link one that exactly these readings of its page saw. */
function writeSightings(corpus: Corpus, { link, seen, unkept }: Sightings): void {
  const [first, last] = [seen[0]!, seen.at(-1)!]
  corpus.sql('DELETE FROM absence WHERE link_id = ?').run(link)
  corpus.sql('UPDATE link SET first_visit = ?, last_visit = ? WHERE id = ?').run(first.id, last.id, link)
  const between = corpus.sql<{ id: number }>(
    `SELECT visit.id FROM visit JOIN link ON link.page_id = visit.page_id
     WHERE link.id = ? AND visit.id > ? AND visit.id < ? AND ${wasRead('visit')}`,
  )
  for (const [at, { id: before }] of seen.entries()) {
    const after = seen[at - 1]?.id
    if (after === undefined) continue
    const missed = between.all(link, after, before)
    if (missed.length > 0) noteAbsence(corpus, { link, after, before, known: !missed.some(({ id }) => unkept.has(id)) })
  }
}

/** All of a link but its row; a new one of the same. */
const copied = `target_id, source_entity, target_entity, ordinal, element, zone, zone_site, mark, rel, href, anchor, context,
  anchor_at, heading, place, first_visit, last_visit`

/**
 * Gives each of the links to the pages that `sideOf` names for the readings that saw it, by its column `end`: one that two sides saw becomes
 * a link on each. `meanwhile` is done once all sightings are known and before any is written.
 */
export function moveSightings(
  corpus: Corpus,
  links: readonly number[],
  end: 'page_id' | 'target_id',
  sideOf: (reading: Reading, now: number) => number,
  meanwhile: () => void,
): void {
  const endOf = corpus.sql<{ now: number }>(`SELECT ${end} AS now FROM link WHERE id = ?`)
  const all = links.map(link => ({ ...sightingsOf(corpus, link), now: endOf.get(link)!.now }))
  meanwhile()
  const place = corpus.sql(`UPDATE link SET ${end} = ? WHERE id = ?`)
  const copy = corpus.sql(`INSERT INTO link (page_id, ${copied}) SELECT page_id, ${copied} FROM link WHERE id = ?`)
  for (const { link, seen, unkept, now } of all)
    for (const [at, [page, ofSide]] of [...Map.groupBy(seen, reading => sideOf(reading, now))].entries()) {
      const row = at === 0 ? link : Number(copy.run(link).lastInsertRowid)
      place.run(page, row)
      writeSightings(corpus, { link: row, seen: ofSide, unkept })
    }
}

/** A link that the visit before saw, too: from this one on its address is another row's, since its owner is another. */
export function seeAs(
  corpus: Corpus,
  link: number,
  {
    previousVisit,
    visitId,
    target,
  }: { readonly previousVisit: number; readonly visitId: number; readonly target: number },
): void {
  const { lastInsertRowid } = corpus
    .sql(`INSERT INTO link (page_id, ${copied}) SELECT page_id, ${copied} FROM link WHERE id = ?`)
    .run(link)
  corpus.sql('UPDATE link SET last_visit = ? WHERE id = ?').run(previousVisit, link)
  corpus
    .sql(
      `UPDATE link SET target_id = @target, first_visit = @visitId, last_visit = @visitId, target_entity = (
         SELECT final.entity_id FROM page named JOIN page final ON final.id = coalesce(named.leads_to, named.id) WHERE named.id = @target)
       WHERE id = @row`,
    )
    .run({ target, visitId, row: lastInsertRowid })
}

interface Alike {
  readonly id: number
  readonly like: string
}

/** Links of these pages that are one, seen in different readings, become one again: what a split had made of it. */
export function joinAlike(corpus: Corpus, pages: readonly number[]): void {
  const linksOn = corpus.sql<Alike>(
    `SELECT id, json_array(target_id, element, zone, rel, href, anchor, context) AS "like" FROM link WHERE page_id = ? ORDER BY id`,
  )
  for (const page of pages)
    for (const alike of Map.groupBy(linksOn.all(page), ({ like }) => like).values())
      if (alike.length > 1)
        joinDisjoint(
          corpus,
          alike.map(({ id }) => sightingsOf(corpus, id)),
        )
}

function joinDisjoint(corpus: Corpus, all: readonly Sightings[]): void {
  const kept: Sightings[] = []
  for (const one of all) {
    const seen = new Set(one.seen.map(({ id }) => id))
    const at = kept.findIndex(other => !other.seen.some(({ id }) => seen.has(id)))
    if (at < 0) {
      kept.push(one)
      continue
    }
    const other = kept[at]!
    const joined = [...other.seen, ...one.seen].toSorted((a, b) => a.id - b.id)
    kept[at] = { link: other.link, seen: joined, unkept: new Set([...other.unkept, ...one.unkept]) }
    corpus.sql('DELETE FROM absence WHERE link_id = ?').run(one.link)
    corpus.sql('DELETE FROM link WHERE id = ?').run(one.link)
    writeSightings(corpus, kept[at])
  }
}
