import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { ExtractedLink } from '#data/records.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { discoverEntity } from '../entities/entities.ts'
import { forgottenEntities } from '../entities/forgotten-entities.ts'
import { entityOfPage, internPage } from '../base/intern-page.ts'
import { internSnippet } from '../base/snippets.ts'
import { isOutside } from '../entities/is-outside.ts'
import { joinAlike, seeAs } from '../entities/move-sightings.ts'
import { noteAbsence, readingBefore } from './absences.ts'
import { commentsAreWithheld, withoutWords } from './withhold-comments.ts'

export interface LinkSource {
  readonly pageId: number
  readonly entityId: number
  readonly visitId: number
  readonly at: number
  /** The page was never read before: none of its links can be known. Default false. */
  readonly isFirst?: boolean
}

/**
 * Stores the hyperlinks of a visit. One seen before on the page (same target, element, texts, zone, and the n-th of its
 * like) moves its last sighting, and that it was away in between is noted; a new one is added; one that is gone keeps its last
 * sighting. So visiting again never
 * doubles. Links inside the entity keep anchor and place only; links to what was forgotten on objection are not kept, nor their
 * sentences where others stand in them, too, nor words of comments in a corpus that withholds them. Returns the links whose words were not kept, with them: they
 * stand in no text of the page either.
 */
export function recordLinks(
  corpus: Corpus,
  entities: PrefixTable<number>,
  source: LinkSource,
  links: readonly ExtractedLink[],
): readonly ExtractedLink[] {
  const known = source.isFirst ? new Map<string, KnownLink[]>() : knownLinks(corpus, source.pageId)
  const texts = pageTexts(corpus)
  const forgotten = forgottenEntities(corpus, entities)
  // Asked anew: a person may have moved the page's prefix while it was fetched.
  const standing = { ...source, entityId: entityOfPage(corpus, source.pageId) }
  const isWithheld = commentsAreWithheld(corpus)
  const previous = known.size === 0 ? 0 : readingBefore(corpus, source.pageId, source.visitId)
  const said = isWithheld ? links.map(withoutWords) : links
  const withheld = isWithheld ? links.filter(({ zone }) => zone === 'comment') : []
  const targetOf = ({ url }: ExtractedLink): readonly [id: number, entity: number] => {
    const target = internPage(corpus, entities, url, made => discoverEntity(corpus, entities, made, source.at))
    return [target.id, target.leadsTo === null ? target.entityId : entityOfPage(corpus, target.leadsTo)]
  }
  const keep = (link: ExtractedLink, [target, targetEntity]: readonly [number, number]): void => {
    const row = toRow(texts, standing, link, target, targetEntity)
    const seen = takeSame(known, row)
    if (seen === undefined) insertLink(corpus, row)
    else seeAgain(corpus, seen, row, previous)
  }
  if (forgotten.size === 0) {
    for (const link of said) keep(link, targetOf(link))
    return withheld
  }
  const aimed = said.map(link => ({ link, target: targetOf(link) }))
  const leftOut = aimed.filter(({ target }) => forgotten.has(target[1])).map(({ link }) => link)
  const unsaid = new Set(leftOut.map(({ context }) => context))
  for (const { link, target } of aimed)
    if (!forgotten.has(target[1]))
      keep(unsaid.has(link.context) ? { ...link, context: '', anchorAt: null } : link, target)
  return [...leftOut, ...withheld]
}

/** An unchanged page: all links of its visit before are seen again. */
export function seeLinksAgain(
  corpus: Corpus,
  entities: PrefixTable<number>,
  { pageId, visitId, at }: LinkSource,
  previousVisit: number,
): void {
  corpus.sql('UPDATE link SET last_visit = ? WHERE page_id = ? AND last_visit = ?').run(visitId, pageId, previousVisit)
  if (corpus.sql('SELECT 1 FROM other_owner LIMIT 1').get() === undefined) return
  const turned = corpus
    .sql<{ id: number; url: Url; outside: number }>(
      `SELECT link.id, target.url, target.outside FROM link JOIN page target ON target.id = target_id
       WHERE page_id = ? AND last_visit = ? ORDER BY link.id`,
    )
    .all(pageId, visitId)
    .filter(({ url, outside }) => isOutside(entities, url) !== (outside === 1))
  for (const { id, url } of turned) {
    const target = internPage(corpus, entities, url, made => discoverEntity(corpus, entities, made, at))
    seeAs(corpus, id, { previousVisit, visitId, target: target.id })
  }
  if (turned.length > 0) joinAlike(corpus, [pageId])
}

/** The row of a text. */
type TextIds = (text: string) => number | null

/** The links of one page say the same place and the same anchor again and again: each text is looked up once. */
function pageTexts(corpus: Corpus): TextIds {
  const known = new Map<string, number | null>()
  return text => {
    const id = known.get(text)
    if (id !== undefined) return id
    const found = internSnippet(corpus, text)
    known.set(text, found)
    return found
  }
}

interface LinkRow {
  readonly pageId: number
  readonly targetId: number
  readonly sourceEntity: number
  readonly targetEntity: number
  readonly ordinal: number
  readonly element: string
  readonly zone: string
  readonly rel: string
  readonly href: number | null
  readonly anchor: number | null
  readonly context: number | null
  readonly anchorAt: number
  readonly heading: number | null
  readonly place: number | null
  readonly visit: number
}

function toRow(
  texts: TextIds,
  source: LinkSource,
  link: ExtractedLink,
  targetId: number,
  targetEntity: number,
): LinkRow {
  const internal = targetEntity === source.entityId
  return {
    pageId: source.pageId,
    targetId,
    sourceEntity: source.entityId,
    targetEntity,
    ordinal: link.ordinal,
    element: link.element,
    zone: link.zone,
    rel: link.rel,
    href: link.href === link.url ? null : texts(link.href),
    anchor: texts(link.anchor),
    context: internal ? null : texts(link.context),
    anchorAt: internal ? -1 : (link.anchorAt?.[0] ?? -1),
    heading: internal ? null : texts(link.heading),
    place: texts(link.place),
    visit: source.visitId,
  }
}

/** Values by position: by name, binding alone takes a third of the time. */
function insertLink(corpus: Corpus, row: LinkRow): void {
  corpus
    .sql(
      `INSERT INTO link (page_id, target_id, source_entity, target_entity, ordinal, element, zone, rel, href, anchor,
                         context, anchor_at, heading, place, first_visit, last_visit)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.pageId,
      row.targetId,
      row.sourceEntity,
      row.targetEntity,
      row.ordinal,
      row.element,
      row.zone,
      row.rel,
      row.href,
      row.anchor,
      row.context,
      row.anchorAt,
      row.heading,
      row.place,
      row.visit,
      row.visit,
    )
}

type Identity = Pick<LinkRow, 'targetId' | 'element' | 'zone' | 'rel' | 'href' | 'anchor'>

const identity = (link: Identity): string =>
  `${link.targetId} ${link.element} ${link.zone} ${link.href} ${link.anchor} ${link.rel}`

interface KnownLink {
  readonly id: number
  readonly lastVisit: number
  readonly context: number | null
}

/** The page's links by identity, each list in the order of the page. */
function knownLinks(corpus: Corpus, pageId: number): Map<string, KnownLink[]> {
  const rows = corpus
    .sql<Identity & KnownLink>(
      `SELECT id, target_id AS targetId, element, zone, rel, href, anchor, context,
         last_visit AS lastVisit
       FROM link WHERE page_id = ? ORDER BY ordinal, id`,
    )
    .all(pageId)
  const known = new Map<string, KnownLink[]>()
  for (const row of rows) {
    const key = identity(row)
    const same = known.get(key)
    if (same) same.push(row)
    else known.set(key, [row])
  }
  return known
}

/**
 * Takes the known link that `row` is: of its like the first in the same sentence, else one where either was kept without
 * it, because the entity was split or merged in between.
 */
function takeSame(known: ReadonlyMap<string, KnownLink[]>, row: LinkRow): KnownLink | undefined {
  if (known.size === 0) return undefined
  const alike = known.get(identity(row)) ?? []
  const exact = alike.findIndex(({ context }) => context === row.context)
  const at = exact >= 0 ? exact : alike.findIndex(({ context }) => context === null || row.context === null)
  return at < 0 ? undefined : alike.splice(at, 1)[0]
}

/** `previous`: the reading of the page before this one; a link not seen in it was away. */
function seeAgain(corpus: Corpus, { id, lastVisit, context }: KnownLink, row: LinkRow, previous: number): void {
  if (lastVisit < previous) noteAbsence(corpus, { link: id, after: lastVisit, before: row.visit, known: true })
  corpus.sql('UPDATE link SET last_visit = ?, ordinal = ? WHERE id = ?').run(row.visit, row.ordinal, id)
  if (context !== null || row.context === null) return
  corpus
    .sql('UPDATE link SET context = ?, anchor_at = ?, heading = ? WHERE id = ?')
    .run(row.context, row.anchorAt, row.heading, id)
}

/** How many hyperlinks of the page this visit saw. */
export const linksOfVisit = (corpus: Corpus, pageId: number, visitId: number): number =>
  corpus
    .sql<{ links: number }>('SELECT count(*) AS links FROM link WHERE page_id = ? AND last_visit = ?')
    .get(pageId, visitId)!.links
