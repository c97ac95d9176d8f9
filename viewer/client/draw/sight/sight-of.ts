import type { Camera } from '#viewer/client/view/view.ts'
import type { Room } from '../free-margin.ts'
import type { Places } from '../nearest-tie.ts'
import type { MapPlace } from '../stage-events.ts'
import { boxOfSites, leastRatio } from '../stage-parts.ts'

/** Where a camera should stand: what comes to the middle, in pixels of the stage as it is now, and how much of the map is seen. */
interface Sight extends MapPlace {
  readonly ratio: Camera['ratio']
}

/** What an open sheet, or a story, leaves of a phone, pixels: two sites of the whole map are a point there, so that they are brought near. */
export const lowStage = 320
const mostRatio = 4

/** At least so far from the edge is in sight; what is brought there is put a little further in. Less than stays free around the whole map. */
const [edge, rim] = [24, 40]
/** Around two sites that are brought near: rings and names are around them. */
const frameShare = 1 / 4
const side = ({ width, height }: Room): number => Math.min(width, height)

/**
 * What brings `sites` into sight; null: they are. On a low stage several of them are drawn as far apart as it lets them; elsewhere
 * the scale stays, unless they would not fit. `ratio`: of the camera now. `mayFrame`: false where somebody chose the camera, who is
 * followed as long as all are seen.
 */
export function sightOf(
  sites: readonly number[],
  places: Places,
  room: Room,
  { ratio, mayFrame }: { readonly ratio: number; readonly mayFrame: boolean },
): Sight | null {
  const box = boxOfSites(sites, places)
  if (box === null || room.width === 0 || room.height === 0) return null
  const isFramed = mayFrame && room.height < lowStage && sites.length > 1
  const near = Math.min(edge, side(room) / 8)
  const free = isFramed ? side(room) * frameShare : Math.min(rim, side(room) / 6)
  const isSeen =
    box.x - box.width / 2 >= near &&
    box.y - box.height / 2 >= near &&
    box.x + box.width / 2 <= room.width - near &&
    box.y + box.height / 2 <= room.height - near
  const filled = Math.max(box.width / (room.width - 2 * free), box.height / (room.height - 2 * free))
  if (isSeen && (!isFramed || filled > 0.6)) return null
  const wanted = isFramed ? Math.max(leastRatio, ratio * filled) : ratio * Math.max(1, filled)
  // One that is nearer already than the nearest that a frame goes stays so.
  return { x: box.x, y: box.y, ratio: Math.min(mostRatio, isSeen ? Math.min(ratio, wanted) : wanted) }
}
