import { extractPage, type PageAnswer } from '#crawler/extract/extract-page.ts'
import type { ExtractedLink, ExtractedPage } from '#data/records.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

export const pageAddress = normalizeUrl('https://site.example/blog/post')!

/** What is taken from `html`, a page at https://site.example/blog/post unless said otherwise. */
export function extract(html: string, answer: Partial<PageAnswer> = {}): ExtractedPage {
  return extractPage(html, { url: pageAddress, ...answer })
}

/** The only hyperlink of `html`. */
export function onlyLink(html: string): ExtractedLink {
  const { links } = extract(html)
  if (links.length !== 1) throw new Error(`${links.length} links in ${html}, expected one`)
  return links[0]!
}

/** The context with its anchor in brackets. */
export function marked({ context, anchorAt }: Pick<ExtractedLink, 'context' | 'anchorAt'>): string {
  if (anchorAt === null) return context
  return `${context.slice(0, anchorAt[0])}[${context.slice(...anchorAt)}]${context.slice(anchorAt[1])}`
}
