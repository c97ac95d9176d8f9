import type { ExtractedLink } from '#data/records.ts'
import type { Url } from '#data/url/brand.ts'
import type { Block, FoundLink } from './page-document.ts'
import { rememberingLast } from './remembering-last.ts'
import { copyText } from './text/copy-text.ts'
import { sentenceAround, type Context } from './text/sentence-around.ts'
import { sentenceEnds } from './text/sentence-ends.ts'
import { zoneOf } from './zones/classify-zone.ts'
import type { Frame } from './zones/page-frame.ts'
import { placeOf } from './zones/place-of.ts'

const maxRel = 200
const nothing: Context = { text: '', anchorAt: null }

/** Makes links of found ones, for one page: sentences of a block are found once, and headings copied once. */
export function linkEvidence(
  frame: Frame,
): (found: FoundLink, href: string, url: Url, ordinal: number) => ExtractedLink {
  const copies = new Map<string, string>()
  const once = (text: string): string => {
    const known = copies.get(text)
    if (known !== undefined) return known
    const copy = copyText(text)
    copies.set(copy, copy)
    return copy
  }
  const endsOf = rememberingLast((block: Block) => sentenceEnds(block.text))
  return (found, href, url, ordinal) => {
    const { text, anchorAt } = contextOf(found, endsOf)
    return {
      ordinal,
      element: found.element,
      href,
      url,
      anchor: copyText(found.text.trim() || found.alt.trim()),
      context: copyText(text),
      anchorAt,
      heading: once(found.heading),
      zone: zoneOf(found, frame),
      place: placeOf(found.region),
      rel: once(relOf(found.rel)),
    }
  }
}

function contextOf({ block, start, end, spans }: FoundLink, endsOf: (block: Block) => readonly number[]): Context {
  if (spans || !block.hasWords) return nothing
  const from = block.text[start] === ' ' || block.text[start] === '\n' ? start + 1 : start
  return sentenceAround(block.text, Math.min(from, end), end, endsOf(block))
}

function relOf(rel: string): string {
  return rel === '' ? '' : rel.slice(0, maxRel).toLowerCase().slice(0, maxRel).split(/\s+/).filter(Boolean).join(' ')
}
