import type { ExtractedLink } from '../records.ts'
import { buildMarker } from './build-marker.ts'
import { linkMarks, type Mark } from './link-marks.ts'

/** What of a hyperlink tells its mark; all of it is stored, so that links can be marked anew at any time. */
export type Markable = Pick<ExtractedLink, 'element' | 'url' | 'context' | 'anchorAt' | 'zone'>

const byTable = buildMarker(linkMarks)

/** What `link` is beside recognition, by the built-in table: a share button, a profile, a credit …; empty when it is none of these. */
export function markLink(link: Markable): Mark | '' {
  return byTable(link)
}
