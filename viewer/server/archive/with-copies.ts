import { archivedCopies, copyOfSighting, ownedPage, type OwnedPage } from '#data/store/evidence/archived-copies.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { LinksData } from '#viewer/protocol/evidence.ts'

interface Seen {
  readonly firstSeen: string
  readonly lastSeen: string
}

/** Hyperlinks with the archived copy of their page, where the corpus knows of one. `of`: the site whose pages they are, where it is one for all. */
export function withCopies<Data extends LinksData>(corpus: Corpus, data: Data, of = ''): Data {
  const owned = ({ source = of, url }: Partial<OwnedPage> & Pick<OwnedPage, 'url'>): OwnedPage => ({ source, url })
  const samples = data.templates.flatMap(({ source = of, samples: some }) => some.map(({ url }) => ({ source, url })))
  const copies = archivedCopies(corpus, [...data.pages.map(owned), ...samples])
  if (copies.size === 0) return data
  const copyFor = (page: OwnedPage, seen: Seen) => {
    const copy = copyOfSighting(copies.get(ownedPage(page)) ?? [], seen)
    return copy && { copy }
  }
  return {
    ...data,
    pages: data.pages.map(page => ({
      ...page,
      links: page.links.map(link => ({ ...link, ...copyFor(owned(page), link) })),
    })),
    templates: data.templates.map(link => ({
      ...link,
      samples: link.samples.map(sample => ({
        ...sample,
        ...copyFor({ source: link.source ?? of, url: sample.url }, link),
      })),
    })),
  }
}
