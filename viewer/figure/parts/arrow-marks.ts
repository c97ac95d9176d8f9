import { bow } from '#viewer/client/draw/curve.ts'
import { inkFor } from '#viewer/client/draw/tie-ink.ts'
import { short } from '#viewer/client/picture/svg-text.ts'
import { groupOf } from '#viewer/client/view/scales.ts'
import type { FigurePlaces, PaperPoint } from '../figure-places.ts'
import { figureFill, type FigureScene } from '../figure-scene.ts'
import type { GroupArrow, GroupArrows } from '../lines/group-arrows.ts'
import type { PathMark } from '../marks.ts'
import { pointInPixels } from '../names/name-figure-sites.ts'

/** Width of the heaviest arrow, and of the thinnest one that is seen to be one, in parts of the letters of names. */
const [widest, thinnest] = [0.8, 0.12]

/** In pixels. It grows with the weight itself: twice the weight, twice the ink. */
export const arrowWidth = ({ settings }: FigureScene, { drawn }: GroupArrows, weight: number): number =>
  settings.nameSize * pointInPixels * Math.max(thinnest, (widest * weight) / drawn[0]!.weight)

interface Hub extends PaperPoint {
  /** Half of the members stand nearer to the middle than twice this. */
  readonly reach: number
}

/** From the middle of one group to that of another, the lightest above the heavier ones; bowed, so that two that answer each other part. */
export function arrowMarks(scene: FigureScene, arrows: GroupArrows, places: FigurePlaces): PathMark[] {
  const column = scene.model.columns.get(scene.view.colour)
  const hubs = new Map<number, Hub>()
  const hubOf = (group: number): Hub => {
    const found = hubs.get(group) ?? hubAmid(places.filter((place, site) => place !== undefined && groupOf(column, site) === group) as PaperPoint[]) // prettier-ignore
    hubs.set(group, found)
    return found
  }
  return arrows.drawn.map((arrow): PathMark => ({
    kind: 'path',
    d: arrowPath(...endsOf(arrow, hubOf), arrowWidth(scene, arrows, arrow.weight)),
    fill: inkFor(figureFill(scene, arrow.from), scene.paper),
    opacity: 0.9,
    stroke: scene.paper.colour,
    strokeWidth: 1.2,
  }))
}

/** The middle one across and down: no far member pulls it away. */
function hubAmid(members: readonly PaperPoint[]): Hub {
  const middle = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const [x, y] = [middle(members.map(one => one.x)), middle(members.map(one => one.y))]
  return { x, y, reach: middle(members.map(one => Math.hypot(one.x - x, one.y - y))) / 2 }
}

function endsOf({ from, to }: GroupArrow, hubOf: (group: number) => Hub): readonly [PaperPoint, PaperPoint] {
  const [a, b] = [hubOf(from), hubOf(to)]
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const along = (share: number): PaperPoint => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share })
  return [along(Math.min(0.3, a.reach / length)), along(1 - Math.min(0.3, b.reach / length))]
}

const parts = 14

/** A bent shaft of one width and a head; y points down. */
export function arrowPath(from: PaperPoint, to: PaperPoint, width: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const head = Math.min(length * 0.5, width * 1.6 + 4)
  const spot = (t: number, side: number): string => {
    const bend = bow * 4 * t * (1 - t)
    const slope = bow * 4 * (1 - 2 * t)
    const [tx, ty] = [dx + dy * slope, dy - dx * slope]
    const run = Math.hypot(tx, ty) || 1
    return `${short(from.x + dx * t + dy * bend + (ty / run) * side)},${short(from.y + dy * t - dx * bend - (tx / run) * side)}`
  }
  const base = 1 - head / length
  const steps = Array.from({ length: parts + 1 }, (_, step) => (base * step) / parts)
  const wing = width * 0.5 + 2 + width * 0.5
  const outline = [
    ...steps.map(t => spot(t, width / 2)),
    spot(base, wing),
    spot(1, 0),
    spot(base, -wing),
    ...steps.toReversed().map(t => spot(t, -width / 2)),
  ]
  return `M${outline.join('L')}Z`
}
