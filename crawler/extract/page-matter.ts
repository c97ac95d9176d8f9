import { openRegion } from './markup/region.ts'
import type { FoundLink, PageDocument, TextBlock } from './page-document.ts'
import { collapseSpaces } from './text/collapse-spaces.ts'
import { zoneOf } from './zones/classify-zone.ts'
import type { Frame } from './zones/page-frame.ts'

/** The page's own text: blocks that stand where a hyperlink would be of the zone `content`, one a line. Menus, columns and comments are left out. */
export function pageMatter({ blocks }: PageDocument, frame: Frame): string {
  return blocks
    .filter(block => zoneOf(asLink(block), frame) === 'content')
    .map(({ block }) => collapseSpaces(block.text.replaceAll('\n', ' ')).trim())
    .filter(text => text !== '')
    .join('\n')
}

/** A word of the block, as the classifier would meet it if it were a link that says nothing of itself. */
const asLink = ({ block, region }: TextBlock): FoundLink => ({
  element: 'a',
  href: '',
  rel: '',
  region: openRegion('a', {}, region, region?.massBefore ?? 0),
  heading: '',
  text: block.text,
  alt: '',
  block,
  start: 0,
  end: block.text.length,
  spans: false,
})
