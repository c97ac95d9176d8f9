import type { EntityId, Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { effectiveZone, templateList, inTemplates, betweenEntities } from '../base/rules.ts'

/** An address of one entity that is known to lead to another's. Rows of `entity`. */
export interface ForeignRedirect {
  readonly source: number
  readonly target: number
  readonly from: Url
  readonly to: Url
}

export const foreignRedirects = (corpus: Corpus): ForeignRedirect[] =>
  corpus
    .sql<ForeignRedirect>(
      `SELECT page.entity_id AS source, final.entity_id AS target, page.url AS "from", final.url AS "to"
       FROM page JOIN page final ON final.id = page.leads_to WHERE page.entity_id <> final.entity_id
       ORDER BY length(page.url), page.url`,
    )
    .all()

/** A link that repeats in an entity's templates, on so many of its pages. */
export interface TemplateSign {
  readonly source: number
  readonly target: number
  readonly targetId: EntityId
  readonly url: Url
  readonly anchor: string
  readonly mark: string
  readonly pages: number
}

/** Links of footers: those inside the entity, too. Credits and share buttons are left out: the same on others' sites. */
export const footerLinks = (corpus: Corpus): TemplateSign[] => templateLinks(corpus, `= 'footer' AND mark = ''`)

/** What an entity's templates name as its profiles on platforms. */
export const profileLinks = (corpus: Corpus): TemplateSign[] =>
  templateLinks(corpus, `IN (${templateList}) AND mark = 'profile' AND ${betweenEntities()}`)

const templateLinks = (corpus: Corpus, condition: string): TemplateSign[] =>
  corpus
    .sql<TemplateSign>(
      `SELECT counted.source, target, entity.name AS targetId, page.url, coalesce(snippet.value, '') AS anchor, mark, pages FROM (
         SELECT source_entity AS source, target_entity AS target, target_id, anchor, mark, count(DISTINCT page_id) AS pages
         FROM link WHERE ${effectiveZone()} ${condition} GROUP BY 1, 2, 3, 4, 5) counted
       JOIN page ON page.id = target_id JOIN entity ON entity.id = target LEFT JOIN snippet ON snippet.id = anchor`,
    )
    .all()

/** A tie between entities by unmarked links; `inTemplate`: at least one stands in a template. */
export interface PlainTie {
  readonly source: number
  readonly target: number
  readonly inTemplate: number
}

export const plainTies = (corpus: Corpus): PlainTie[] =>
  corpus
    .sql<PlainTie>(
      `SELECT source_entity AS source, target_entity AS target, max(${inTemplates()}) AS inTemplate
       FROM link WHERE ${betweenEntities()} AND mark = '' GROUP BY 1, 2`,
    )
    .all()

/** Where the few links of a small entity go, marked or not. */
export interface SmallSiteTarget {
  readonly source: number
  readonly targetId: EntityId
  readonly links: number
}

/** The targets of entities of which at most `pages` pages were read. */
export const smallSiteTargets = (corpus: Corpus, pages: number): SmallSiteTarget[] =>
  corpus
    .sql<SmallSiteTarget>(
      `SELECT source_entity AS source, entity.name AS targetId, count(*) AS links
       FROM link JOIN entity ON entity.id = target_entity
       WHERE ${betweenEntities()} AND source_entity IN (
         SELECT entity_id FROM page WHERE state = 'fetched' GROUP BY 1 HAVING count(*) <= ?)
       GROUP BY 1, 2`,
    )
    .all(pages)
