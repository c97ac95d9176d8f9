import { templateZones, zones as allZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import {
  countOpenLinks,
  countTemplateLinks,
  linksOfRows,
  linksOnPages,
  type PageCount,
  type TemplateSample,
} from '#data/store/evidence/count-evidence.ts'
import { toldOfTie } from '#data/store/graph/told-of-ties.ts'
import { isoTime } from '#data/store/base/iso-time.ts'
import type { EvidenceData, TemplateLink } from '../protocol/evidence.ts'
import { byPublication, samplePages, sourcePage, toEvidence, type EvidenceQuestion } from './group-evidence.ts'

/** Hyperlinks in one answer, per source page asked for: pages with hundreds of them come in smaller parts. */
const linksPerPage = 10

/**
 * As groupEvidence of all hyperlinks of a tie, but only those that are shown are read: the heaviest ties of a corpus have
 * thousands. Pages come until `limit` of them, or ten times as many hyperlinks.
 */
export function readEvidence(corpus: Corpus, question: EvidenceQuestion): EvidenceData {
  const { source, target, zone, offset, limit, wave, written } = question
  const tie = { source, target, written, ...(wave !== undefined && { wave }) }
  const counts = countOpenLinks(corpus, tie)
  const templates = countTemplateLinks(corpus, tie, samplePages)
  const zones = zone === undefined ? allZones : [zone]
  const pages = pagesOf(counts.filter(count => zones.includes(count.zone)))
  const shown = firstPages(pages.slice(offset, offset + limit), limit * linksPerPage)
  const open = zones.filter(name => !templateZones.includes(name))
  const links = linksOnPages(corpus, tie, shown.map(({ page }) => page), open) // prettier-ignore
  const byZone = countZones(counts, templates)
  const told = toldOfTie(corpus, { source, target })
  return {
    source,
    target,
    ...(told && { told }),
    byZone,
    total: byZone.reduce((sum, [, count]) => sum + count, 0),
    pages: [...Map.groupBy(links, ({ sourceUrl }) => sourceUrl)]
      .map(([url, ofPage]) => sourcePage(url, ofPage))
      .sort(byPublication),
    pagesTotal: pages.length,
    offset,
    templates: templateLinks(corpus, tie, templates.filter(sample => zones.includes(sample.zone))), // prettier-ignore
  }
}

/** One entry per page, its zones taken together, in the order of reading. */
const pagesOf = (counts: readonly PageCount[]): PageCount[] =>
  [...Map.groupBy(counts, ({ page }) => page).values()]
    .map(ofPage => ({ ...ofPage[0]!, links: ofPage.reduce((sum, { links }) => sum + links, 0) }))
    .sort(byPublication)

/** The first pages, at least one, that hold no more than `most` hyperlinks together. */
function firstPages(pages: readonly PageCount[], most: number): PageCount[] {
  let links = 0
  return pages.filter((page, nth) => (links += page.links) <= most || nth === 0)
}

const sameTemplate = ({ zone, likeness }: TemplateSample): string => `${zone} ${likeness}`

function countZones(counts: readonly PageCount[], templates: readonly TemplateSample[]): [Zone, number][] {
  const once = new Map(templates.map(sample => [sameTemplate(sample), sample]))
  const all = [...counts, ...once.values()]
  return allZones
    .map((name): [Zone, number] => [
      name,
      all.filter(({ zone }) => zone === name).reduce((sum, { links }) => sum + links, 0),
    ])
    .filter(([, count]) => count > 0)
}

function templateLinks(
  corpus: Corpus,
  asked: Parameters<typeof linksOfRows>[1],
  samples: readonly TemplateSample[],
): TemplateLink[] {
  const texts = linksOfRows(corpus, asked, samples.map(({ row }) => row)) // prettier-ignore
  return [...Map.groupBy(samples, sameTemplate).values()].map(group => {
    const { pages, firstAt, lastAt } = group[0]!
    const links = group.map(({ row }) => texts.get(row)!)
    return {
      ...toEvidence(links[0]!),
      firstSeen: isoTime(firstAt),
      lastSeen: isoTime(lastAt),
      pageCount: pages,
      samples: links.map(({ sourceUrl, pageTitle }) => ({ url: sourceUrl, title: pageTitle })),
    }
  })
}
