import type { PageCopy } from '#data/store/evidence/archived-copies.ts'
import type { LinkRow } from '#data/evidence-rows.ts'
import type { ToldOfTie } from '#data/records.ts'
import type { Zone } from '#data/vocabulary/zones.ts'

/** Answer of /api/evidence?source=…&target=…: the hyperlinks behind one tie. */
export interface EvidenceData {
  readonly source: string
  readonly target: string
  /** What an imported file said of the tie; absent: nothing. */
  readonly told?: ToldOfTie
  /** Hyperlinks by zone, zones without any left out, whatever the zone asked for. */
  readonly byZone: readonly (readonly [Zone, number])[]
  readonly total: number
  /** Hyperlinks outside templates, by source page. */
  readonly pages: readonly SourcePage[]
  /** Source pages with such hyperlinks; `pages` holds a part of them from `offset`. */
  readonly pagesTotal: number
  readonly offset: number
  /** Links of templates: the same link on many pages is one entry. */
  readonly templates: readonly TemplateLink[]
}

/** Answer of /api/links?to=… or from=…, or column=…&row=…&col=…: the hyperlinks of a site, or of a cell of the matrix. */
export type LinksData = Omit<EvidenceData, 'source' | 'target' | 'told'>

export interface SourcePage {
  /** Its site, where hyperlinks of several are shown together. */
  readonly source?: string
  readonly url: string
  readonly title: string
  readonly language: string
  /** ISO 8601 as the page states it, or empty. */
  readonly published: string
  readonly links: readonly EvidenceAnswer[]
}

export interface EvidenceAnswer extends Omit<LinkRow, 'source' | 'target' | 'sourceUrl'> {
  /** The site that it leads to, where there are several. */
  readonly target?: string
  /** Where the anchor begins in the sentence; -1: not there. */
  readonly anchorAt: number
  readonly heading: string
  /** 'credit', 'share', 'profile' … where the link is known to be one, else empty. */
  readonly mark: string
  /** When an archive took its page as it is cited (`memento`), ISO 8601; absent: it was read on the Web. */
  readonly capturedAt?: string
  /** Of its page, where the crawl's archive holds one: see /archived?visit=… */
  readonly copy?: PageCopy
}

export interface TemplateLink extends EvidenceAnswer {
  /** The site whose template it is, where there are several. */
  readonly source?: string
  /** Distinct source pages. */
  readonly pageCount: number
  /** A few of them. */
  readonly samples: readonly { readonly url: string; readonly title: string; readonly copy?: PageCopy }[]
}
