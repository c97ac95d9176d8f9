import type { Random } from '../random.ts'
import type { Point } from './point.ts'

/** Angle between one and the next of a sunflower's seeds: fills a disc evenly without rows. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/**
 * First positions: each community is a small disc, and the discs stand side by side, the largest in the middle, so that
 * the forces begin near a good arrangement. Nodes stand at random inside their disc.
 */
export function placeCommunities(community: readonly number[], random: Random): Point[] {
  const size = new Map<number, number>()
  for (const own of community) size.set(own, (size.get(own) ?? 0) + 1)
  const order = [...size.keys()].sort((a, b) => size.get(b)! - size.get(a)! || a - b)
  const step = 2.2 * Math.sqrt(Math.max(1, ...size.values()))
  const centre = new Map(order.map((own, rank) => [own, onSunflower(rank, step)]))
  return community.map(own => {
    const { x, y } = centre.get(own)!
    const angle = 2 * Math.PI * random.next()
    const radius = Math.sqrt(size.get(own)! * random.next())
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }
  })
}

function onSunflower(rank: number, step: number): Point {
  const radius = step * Math.sqrt(rank)
  return { x: radius * Math.cos(rank * goldenAngle), y: radius * Math.sin(rank * goldenAngle) }
}
