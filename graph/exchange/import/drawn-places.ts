import type { GroupPlaces } from '#data/store/graph/results.ts'
import { mutedColours } from '../model/colours.ts'
import type { ImportedNetwork } from './imported-network.ts'

/**
 * Places of the communities in the palette, from the colours that a file of ours draws their nodes with; empty when it
 * draws none (a table), so that numbers decide.
 */
export function drawnPlaces({ isOwn, nodes }: ImportedNetwork): Map<string, GroupPlaces> {
  const palette: readonly string[] = mutedColours
  const places = new Map<number, number>()
  for (const { community, colour } of isOwn ? nodes : []) {
    const place = palette.indexOf(colour ?? '') + 1
    if (community !== null && place > 0) places.set(community, place)
  }
  return places.size === 0 ? new Map() : new Map([['community', places]])
}
