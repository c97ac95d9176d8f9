import type { Anchor, Inline, PageView } from './types.ts'

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** `text` for an element or a quoted attribute. */
export const esc = (text: string): string => text.replace(/[&<>"]/g, char => references[char]!)

/** A hyperlink or a frame, with further `attributes`, which begin with a space. */
export function anchor({ text, href, image, frame }: Anchor, attributes = ''): string {
  if (frame) return `<iframe src="${esc(href)}" title="${esc(text)}" width="560" height="320"></iframe>`
  const inside = image ? `<img src="/badge.png" alt="${esc(text)}" width="80" height="15">` : esc(text)
  return `<a href="${esc(href)}"${attributes}>${inside}</a>`
}

/** A run of text with its hyperlinks. */
export const run = (inlines: readonly Inline[]): string =>
  inlines.map(inline => (typeof inline === 'string' ? esc(inline) : anchor(inline))).join('')

export const paragraphs = (view: PageView): string =>
  view.paragraphs.map(paragraph => `<p>${run(paragraph)}</p>`).join('\n')

/** One `<li>` per anchor. */
export const items = (anchors: readonly Anchor[], attributes = ''): string =>
  anchors.map(one => `<li>${anchor(one, attributes)}</li>`).join('\n')

/** `content` when there is anything in `list`, else nothing. */
export const given = (list: readonly unknown[] | string, content: string): string => (list.length > 0 ? content : '')
