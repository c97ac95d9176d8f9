import type { Markable } from './markable.ts'
import { buildMarker } from './build-marker.ts'
import { linkMarks, type Mark } from './link-marks.ts'

const byTable = buildMarker(linkMarks)

/** What `link` is beside recognition, by the built-in table: a share button, a profile, a credit …; empty when it is none of these. */
export function markLink(link: Markable): Mark | '' {
  return byTable(link)
}
