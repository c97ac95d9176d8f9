import { inkOn } from '#viewer/client/draw/ink-on.ts'
import { leaderWidth } from '#viewer/client/draw/draw-overlay.ts'
import type { Look } from '#viewer/client/draw/look.ts'
import { tieForm } from '#viewer/client/draw/tie-form.ts'
import { dotPath } from '#viewer/client/picture/dot-path.ts'
import { short } from '#viewer/client/picture/svg-text.ts'
import { tiePath } from '#viewer/client/picture/tie-path.ts'
import type { FigurePlaces } from '../figure-places.ts'
import { type FigureScene, lineScale } from '../figure-scene.ts'
import { type LineChoice, lineWidth } from '../lines/choose-lines.ts'
import type { PrintMark, PathMark } from '../marks.ts'
import type { FigureName } from '../names/name-figure-sites.ts'
import { rimOf } from './legend-parts.ts'

/** The lightest first, so that heavy ones lie above. Under arrows lines have no direction, and two that answer each other are one. */
export function tieMarks({ model }: FigureScene, { ties, look, arrows }: LineChoice, places: FigurePlaces): PathMark[] {
  const { source, target, weight } = model.ties
  const isTwice = (tie: number): boolean => arrows !== null && model.reverse[tie]! > tie
  const sorted = ties.filter(tie => !isTwice(tie)).sort((a, b) => weight[a]! - weight[b]! || a - b)
  return sorted.map(tie => {
    const [from, to] = [places[source[tie]!]!, places[target[tie]!]!]
    return {
      kind: 'path',
      d: tiePath([from.x, from.y, to.x, to.y], lineWidth(look, tie), arrows === null ? tieForm(model, tie) : 'even'),
      fill: look.tieInk[tie]!,
      opacity: look.tieOpacity[tie]!,
    }
  })
}

/** The largest first, so that small ones lie above. */
export function dotMarks(scene: FigureScene, look: Look, places: FigurePlaces): PrintMark[] {
  const { model, shown, paper } = scene
  const sites = [...shown.sites.keys()].filter(site => shown.sites[site] === 1)
  sites.sort((a, b) => look.radius[b]! - look.radius[a]! || a - b)
  return sites.flatMap(site => {
    const [{ x, y }, radius, fill] = [places[site]!, look.radius[site]!, look.colour[site]!]
    const d = dotPath(look.shape[site]!, x, y, radius)
    const hole = look.shape[site] === 'ring' ? 0.52 : 1
    const number = radius * hole < leastNumbered ? '' : look.number[site]!
    const size = Math.min(radius * hole * 1.2, 14)
    return [
      { kind: 'path', d, stroke: paper.colour, strokeWidth: 2.2 },
      { kind: 'path', d, fill, stroke: rimOf(scene), strokeWidth: 0.8, title: model.data.labels[site]! },
      ...(number === ''
        ? []
        : [{ kind: 'text', text: number, x: Number(short(x)), y: y + size * 0.36, size, anchor: 'middle', isBold: true, fill: look.shape[site] === 'ring' ? paper.ink : inkOn(fill) } as const]), // prettier-ignore
    ]
  })
}

/** Radius of the point in which a line over dots ends. */
const leaderEnd = 1.7

/** Smaller dots have no room for a number that can be read. */
const leastNumbered = 4

/** Lines to names first, so that no line lies on a name. One that runs over dots ends in a point on its own, which no other has. */
export function nameMarks({ paper, settings }: FigureScene, names: readonly FigureName[]): PrintMark[] {
  const width = leaderWidth * lineScale(settings)
  const leaders = names.flatMap(({ leader, isOver }): PrintMark[] => {
    if (leader === null) return []
    const d = `M${short(leader.x1)},${short(leader.y1)}L${short(leader.x2)},${short(leader.y2)}`
    return [
      { kind: 'path', d, stroke: paper.colour, strokeWidth: width * (isOver ? 2 : 2.6) },
      { kind: 'path', d, stroke: paper.ink, strokeWidth: width },
      ...(isOver
        ? [{ kind: 'path', d: dotPath('disc', leader.x1, leader.y1, leaderEnd * lineScale(settings)), fill: paper.ink, stroke: paper.colour, strokeWidth: 0.6 } as const]
        : []), // prettier-ignore
    ]
  })
  const texts = names.map(({ text, left, baseline, size, isBold }): PrintMark => ({ kind: 'text', text, x: left, y: baseline, size, anchor: 'start', isBold, fill: paper.ink, halo: paper.colour })) // prettier-ignore
  return [...leaders, ...texts]
}
