import { templateZones, zones, type Zone } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Evidence as StoredEvidence } from '#data/store/evidence/evidence.ts'
import type { EvidenceAnswer, EvidenceData, SourcePage, TemplateLink } from '../protocol/evidence.ts'

export interface EvidenceQuestion {
  readonly source: string
  readonly target: string
  /** Undefined: all. */
  readonly zone: Zone | undefined
  /** Label of a wave: hyperlinks that a page read in it bore; undefined: all. */
  readonly wave?: string
  /** Only hyperlinks in the matter of pages that state a date within these days. */
  readonly written?: WrittenRange | undefined
  readonly offset: number
  /** Source pages in one answer. */
  readonly limit: number
}

export const samplePages = 5
const isTemplate = ({ zone }: StoredEvidence): boolean => templateZones.includes(zone)

/**
 * Arranges the hyperlinks of one tie for reading: those outside templates by source page, latest published first; those
 * of templates once per place and text, with the number of pages that carry them.
 */
export function groupEvidence(links: readonly StoredEvidence[], question: EvidenceQuestion): EvidenceData {
  const { source, target, zone, offset, limit } = question
  const asked = zone === undefined ? links : links.filter(link => link.zone === zone)
  const pages = bySourcePage(asked.filter(link => !isTemplate(link)))
  return {
    source,
    target,
    byZone: zones
      .map(name => [name, links.filter(link => link.zone === name).length] as const)
      .filter(([, count]) => count > 0),
    total: links.length,
    pages: pages.slice(offset, offset + limit),
    pagesTotal: pages.length,
    offset,
    templates: byTemplate(asked.filter(isTemplate)),
  }
}

const bySourcePage = (links: readonly StoredEvidence[]): SourcePage[] =>
  [...Map.groupBy(links, link => link.sourceUrl)].map(([url, ofPage]) => sourcePage(url, ofPage)).sort(byPublication)

/** @param links those of the page, at least one. */
export const sourcePage = (url: string, links: readonly StoredEvidence[]): SourcePage => ({
  url,
  title: links[0]!.pageTitle,
  language: links[0]!.pageLanguage,
  published: links[0]!.pagePublished,
  links: links.map(toEvidence),
})

interface Dated {
  readonly published: string
  readonly url: string
}

/** The latest published first; those without a date last; equal ones by address. */
export const byPublication = (a: Dated, b: Dated): number => compare(b.published, a.published) || compare(a.url, b.url)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function byTemplate(links: readonly StoredEvidence[]): TemplateLink[] {
  const same = ({ zone, targetUrl, anchor, element }: StoredEvidence): string =>
    JSON.stringify([zone, targetUrl, anchor, element])
  return [...Map.groupBy(links, same).values()]
    .map(group => {
      const pages = new Map(group.map(link => [link.sourceUrl, link.pageTitle]))
      return {
        ...toEvidence(group[0]!),
        firstSeen: group.reduce(
          (least, link) => (link.firstSeen < least ? link.firstSeen : least),
          group[0]!.firstSeen,
        ),
        lastSeen: group.reduce((most, link) => (link.lastSeen > most ? link.lastSeen : most), group[0]!.lastSeen),
        pageCount: pages.size,
        samples: [...pages].slice(0, samplePages).map(([url, title]) => ({ url, title })),
      }
    })
    .sort((a, b) => b.pageCount - a.pageCount)
}

export function toEvidence(link: StoredEvidence): EvidenceAnswer {
  const { targetUrl, href, anchor, context, anchorAt, heading, zone, mark, rel, element, firstSeen, lastSeen } = link
  const { memento, capturedAt } = link
  return {
    ...{ targetUrl, href, anchor, context, anchorAt, heading, zone, mark, rel, element, firstSeen, lastSeen },
    ...(memento !== '' && { memento, capturedAt }),
  }
}
