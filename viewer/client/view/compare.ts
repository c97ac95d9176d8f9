import { templateZones } from '#data/vocabulary/zones.ts'
import type { TieColumns } from '#viewer/protocol/map.ts'
import { wholeLayer, type View } from './view.ts'

/** The comparison that the field asks first: what authors write against their blogrolls; without any, against all templates. */
export function startComparing({ zones }: TieColumns): Partial<View> {
  return {
    screen: 'map',
    layer: { ...wholeLayer, zones: ['content'] },
    against: { ...wholeLayer, zones: zones.blogroll > 0 ? ['blogroll'] : templateZones },
  }
}

/** Two waves of a crawl. */
export const compareWaves = (before: string, last: string): Partial<View> => ({
  screen: 'map',
  layer: { ...wholeLayer, wave: before },
  against: { ...wholeLayer, wave: last },
})

export const stopComparing: Partial<View> = { against: null, layer: wholeLayer }
