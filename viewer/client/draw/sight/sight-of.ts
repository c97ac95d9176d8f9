import type { Camera } from '#viewer/client/view/view.ts'
import type { Room } from '../free-margin.ts'
import type { Places } from '../nearest-tie.ts'
import type { MapPlace } from '../stage-events.ts'
import { boxAround, leastRatio } from '../stage-parts.ts'

/** Where a camera should stand: what comes to the middle, in pixels of the stage as it is now, and how much of the map is seen. */
export interface Sight extends MapPlace {
  readonly ratio: Camera['ratio']
}

/** A strip of map above an open sheet, pixels: whatever is whole in it is a point, so that what is selected is brought near. */
export const lowStage = 200
const mostRatio = 4

/** At least so far from the edge is in sight; what is brought there is put a little further in. Less than stays free around the whole map. */
const [edge, rim] = [24, 40]
const side = ({ width, height }: Room): number => Math.min(width, height)

/**
 * What brings `sites` into sight; null: they are. On a low stage several of them are drawn as far apart as it lets them; elsewhere
 * the scale stays, unless they would not fit. `ratio`: of the camera now.
 */
export function sightOf(sites: readonly number[], places: Places, room: Room, ratio: number): Sight | null {
  const box = boxAround(sites, places)
  if (box === null || room.width === 0 || room.height === 0) return null
  const [near, free] = [Math.min(edge, side(room) / 8), Math.min(rim, side(room) / 6)]
  const isSeen =
    box.x - box.width / 2 >= near &&
    box.y - box.height / 2 >= near &&
    box.x + box.width / 2 <= room.width - near &&
    box.y + box.height / 2 <= room.height - near
  const filled = Math.max(box.width / (room.width - 2 * free), box.height / (room.height - 2 * free))
  const isFramed = room.height < lowStage && sites.length > 1
  if (isSeen && (!isFramed || filled > 0.6)) return null
  const wanted = isFramed ? Math.max(leastRatio, ratio * filled) : ratio * Math.max(1, filled)
  // One that is nearer already than the nearest that a frame goes stays so.
  return { x: box.x, y: box.y, ratio: Math.min(mostRatio, isSeen ? Math.min(ratio, wanted) : wanted) }
}
