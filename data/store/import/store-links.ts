import type { LinkRow } from '#data/evidence-rows.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Corpus } from '../base/corpus.ts'
import type { KnownPage } from '../base/intern-page.ts'
import { internSnippet } from '../base/snippets.ts'
import { noteUntold } from '../visits/absences.ts'
import { commentsAreWithheld } from '../visits/withhold-comments.ts'
import { type EvidenceGround, placePage, secondsOf } from './evidence-ground.ts'
import { type Sightings, type VisitFinder } from './store-visits.ts'
import { effectiveZone } from '../base/rules.ts'

/** A link whose ends have their place. Times in seconds since 1970. */
export interface PlacedLink {
  readonly link: LinkRow
  readonly page: KnownPage
  readonly target: KnownPage
  readonly first: number
  readonly last: number
}

export interface StoredLinks {
  readonly made: number
  readonly known: number
  /** Hyperlinks that count for other entities here, as the corpus' prefixes say. */
  readonly elsewhere: number
}

const stretch = 5_000

/** Finds the pages of links, and when they were seen. Links of entities that were left out are left out. */
export function* placeLinks(
  ground: EvidenceGround,
  links: readonly LinkRow[],
  sightings: Sightings,
): Generator<number, readonly PlacedLink[]> {
  const placed: PlacedLink[] = []
  for (const [index, link] of links.entries()) {
    const page = placePage(ground, link.sourceUrl, link.source)
    const target = placePage(ground, link.targetUrl, link.target)
    if (page !== null && target !== null) {
      const last = secondsOf(link.lastSeen) ?? secondsOf(link.firstSeen) ?? Math.floor(ground.now / 1000)
      const first = secondsOf(link.firstSeen) ?? last
      sightings.add(page.id, first)
      sightings.add(page.id, last)
      placed.push({ link, page, target, first, last })
    }
    if (index % stretch === stretch - 1) yield index
  }
  return placed
}

/** What a reader of links.csv sees of a link of one page: two that agree are the same, the first with the first. */
const identityOf = (target: number, link: Omit<LinkRow, 'source' | 'target' | 'sourceUrl' | 'targetUrl'>): string =>
  JSON.stringify([target, link.href, link.anchor, link.context, link.zone, link.rel, link.element])

interface Seen {
  readonly id: number
  readonly firstAt: number
  readonly lastAt: number
  readonly firstVisit: number
  readonly lastVisit: number
}

interface PageLinks {
  readonly known: Map<string, Seen[]>
  /** Of the next link that is added. */
  ordinal: number
}

/**
 * Stores hyperlinks as evidence. One that the page has already (by all that an export shows of it, and the n-th of its
 * like) only widens its sightings, so that a file imported twice doubles nothing. A corpus that withholds the words of
 * comments does so here, too. Yields now and then.
 */
export function* storeLinks(
  { corpus }: EvidenceGround,
  placed: readonly PlacedLink[],
  visitAt: VisitFinder,
): Generator<number, StoredLinks> {
  const pages = new Map<number, PageLinks>()
  const isWithheld = commentsAreWithheld(corpus)
  let [made, elsewhere] = [0, 0]
  for (const [index, worded] of placed.entries()) {
    const one = isWithheld ? withoutWords(worded) : worded
    const links = pages.get(one.page.id) ?? knownLinks(corpus, one.page.id)
    pages.set(one.page.id, links)
    const ends = endsOf(corpus, one)
    if (ends.source !== one.link.source || ends.target !== one.link.target) elsewhere += 1
    const seen = links.known.get(identityOf(ends.final, one.link))?.shift()
    if (seen === undefined) {
      insertLink(corpus, one, ends.row, links.ordinal, visitAt)
      links.ordinal += 1
      made += 1
    } else widenSighting(corpus, one, seen, visitAt)
    if (index % stretch === stretch - 1) yield index
  }
  return { made, known: placed.length - made, elsewhere }
}

/** A link of a comment as a corpus keeps it that withholds their words. */
const withoutWords = (placed: PlacedLink): PlacedLink => {
  const { link } = placed
  if (link.zone !== 'comment') return placed
  return { ...placed, link: { ...link, href: normalizeUrl(link.href) ?? link.targetUrl, anchor: '', context: '' } }
}

interface Ends {
  /** Page that the target is known to lead to. */
  readonly final: number
  readonly row: { readonly sourceEntity: number; readonly targetEntity: number }
  readonly source: string
  readonly target: string
}

function endsOf(corpus: Corpus, { page, target }: PlacedLink): Ends {
  const found = corpus
    .sql<{ final: number; sourceEntity: number; targetEntity: number; source: string; target: string }>(
      `SELECT final.id AS final, source.id AS sourceEntity, target.id AS targetEntity, source.name AS source, target.name AS target
       FROM page named JOIN page final ON final.id = coalesce(named.leads_to, named.id)
         JOIN entity target ON target.id = final.entity_id
         JOIN page ON page.id = @page JOIN entity source ON source.id = page.entity_id
       WHERE named.id = @target`,
    )
    .get({ page: page.id, target: target.id })!
  const { sourceEntity, targetEntity, ...ends } = found
  return { ...ends, row: { sourceEntity, targetEntity } }
}

function knownLinks(corpus: Corpus, pageId: number): PageLinks {
  const rows = corpus
    .sql<Seen & Omit<LinkRow, 'source' | 'target' | 'sourceUrl' | 'targetUrl'> & { target: number; ordinal: number }>(
      `SELECT link.id, coalesce(named.leads_to, named.id) AS target, coalesce(href.value, named.url) AS href,
         coalesce(anchor.value, '') AS anchor, coalesce(context.value, '') AS context, ${effectiveZone()} AS zone, rel,
         element, ordinal, first.at / 1000 AS firstAt, last.at / 1000 AS lastAt,
         first_visit AS firstVisit, last_visit AS lastVisit
       FROM link JOIN page named ON named.id = link.target_id
         JOIN visit first ON first.id = first_visit JOIN visit last ON last.id = last_visit
         LEFT JOIN snippet href ON href.id = link.href LEFT JOIN snippet anchor ON anchor.id = link.anchor
         LEFT JOIN snippet context ON context.id = link.context
       WHERE link.page_id = ? ORDER BY ordinal, link.id`,
    )
    .all(pageId)
  const known = new Map<string, Seen[]>()
  for (const { target, ...row } of rows) {
    const key = identityOf(target, row)
    known.set(key, [...(known.get(key) ?? []), row])
  }
  return { known, ordinal: rows.reduce((most, { ordinal }) => Math.max(most, ordinal + 1), 0) }
}

function insertLink(
  corpus: Corpus,
  { link, page, target, first, last }: PlacedLink,
  entities: Ends['row'],
  ordinal: number,
  visitAt: VisitFinder,
): void {
  const [firstVisit, lastVisit] = [visitAt(page.id, first), visitAt(page.id, last)]
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO link (page_id, target_id, source_entity, target_entity, ordinal, element, zone, rel, href, anchor, context,
                         anchor_at, first_visit, last_visit)
       VALUES (@pageId, @targetId, @sourceEntity, @targetEntity, @ordinal, @element, @zone, @rel, @href, @anchor, @context,
               @anchorAt, @firstVisit, @lastVisit)`,
    )
    .run({
      ...entities,
      pageId: page.id,
      targetId: target.id,
      ordinal,
      element: link.element,
      zone: link.zone,
      rel: link.rel,
      href: link.href === link.targetUrl ? null : internSnippet(corpus, link.href),
      anchor: internSnippet(corpus, link.anchor),
      context: internSnippet(corpus, link.context),
      anchorAt: onlyPlaceOf(link.anchor, link.context),
      firstVisit,
      lastVisit,
    })
  noteUntold(corpus, Number(lastInsertRowid), page.id, [firstVisit, lastVisit])
}

/** Tables don't tell where the anchor stands in its sentence: it is known when it stands there once. */
function onlyPlaceOf(anchor: string, context: string): number {
  const at = anchor === '' ? -1 : context.indexOf(anchor)
  return at === context.lastIndexOf(anchor) ? at : -1
}

function widenSighting(corpus: Corpus, { page, first, last }: PlacedLink, seen: Seen, visitAt: VisitFinder): void {
  if (first < seen.firstAt) {
    const visit = visitAt(page.id, first)
    noteUntold(corpus, seen.id, page.id, [visit, seen.firstVisit])
    corpus.sql('UPDATE link SET first_visit = ? WHERE id = ?').run(visit, seen.id)
  }
  if (last > seen.lastAt) {
    const visit = visitAt(page.id, last)
    noteUntold(corpus, seen.id, page.id, [seen.lastVisit, visit])
    corpus.sql('UPDATE link SET last_visit = ? WHERE id = ?').run(visit, seen.id)
  }
}
