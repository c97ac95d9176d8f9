import { archiveName } from '#data/vocabulary/archive-name.ts'
import type { EvidenceAnswer, LinksData } from '#viewer/protocol/evidence.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import type { Speech } from '#viewer/client/words/format.ts'

/** 'as archived on 14 April 2012 by web.archive.org (address)', of a page that was read from an archive; else empty. */
function archivedAs({ memento = '', capturedAt = '' }: EvidenceAnswer, { words, date }: Speech): string {
  return memento === '' ? '' : `${words.asArchived(date(capturedAt), archiveName(memento))} (${memento})`
}

/** Hyperlinks as text for a paper's appendix: a line per hyperlink, then where it all comes from. */
export function citationOf(title: string, data: LinksData, { corpus }: MapData, speech: Speech): string {
  const { words, date, dates } = speech
  const seen = ({ firstSeen, lastSeen }: EvidenceAnswer): string => {
    const [first, last] = [date(firstSeen), date(lastSeen)]
    return first === last ? words.seen(last) : words.seenFromTo(first, last)
  }
  const line = (parts: readonly string[], link: EvidenceAnswer): string => {
    const text = link.context === '' ? link.anchor || words.noAnchor : link.context
    const copy = link.copy === undefined ? '' : words.archivedIn(link.copy.record)
    const facts = [...parts, words.zones[link.zone], archivedAs(link, speech) || seen(link), copy]
      .filter(part => part !== '')
      .join(', ')
    return `– ${facts}${words.colon} ${words.quote(text)} → ${link.targetUrl}`
  }
  const pages = data.pages.flatMap(page => {
    const published = page.published === '' ? '' : words.published(date(page.published))
    return page.links.map(link => line([words.quote(page.title || words.untitled), page.url, published], link))
  })
  const templates = data.templates.map(link => line([words.templateOn(words.pages(link.pageCount))], link))
  const crawl = corpus.crawl ? dates(corpus.crawl.startedAt, corpus.crawl.endedAt) : ''
  return [title, ...pages, ...templates, words.collectedBy(corpus.version, corpus.title, crawl)].join('\n')
}
