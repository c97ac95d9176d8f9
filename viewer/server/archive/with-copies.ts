import { archivedCopies, copyOfSighting } from '#data/store/evidence/archived-copies.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { LinksData } from '#viewer/protocol/evidence.ts'

interface Seen {
  readonly firstSeen: string
  readonly lastSeen: string
}

/** Hyperlinks with the archived copy of their page, where the corpus knows of one. */
export function withCopies<Data extends LinksData>(corpus: Corpus, data: Data): Data {
  const urls = [...data.pages, ...data.templates.flatMap(({ samples }) => samples)].map(({ url }) => url)
  const copies = archivedCopies(corpus, urls)
  if (copies.size === 0) return data
  const copyFor = (url: string, seen: Seen) => {
    const copy = copyOfSighting(copies.get(url) ?? [], seen)
    return copy && { copy }
  }
  return {
    ...data,
    pages: data.pages.map(page => ({
      ...page,
      links: page.links.map(link => ({ ...link, ...copyFor(page.url, link) })),
    })),
    templates: data.templates.map(link => ({
      ...link,
      samples: link.samples.map(sample => ({ ...sample, ...copyFor(sample.url, link) })),
    })),
  }
}
