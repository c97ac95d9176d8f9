import { dotPath } from '#viewer/client/picture/dot-path.ts'
import { short } from '#viewer/client/picture/svg-text.ts'
import { textWidth } from '#viewer/client/picture/text-width.ts'
import { tiePath } from '#viewer/client/picture/tie-path.ts'
import { chooseLabels, fontFamily, ringRadius, type ChosenLabel, type LabelScene } from '../labels/choose-labels.ts'
import { besideNote, loneNote, loneNoteSize, type LoneNote } from '../labels/lone-note.ts'
import { leaderWidth, numberSize } from '../draw-overlay.ts'
import { densityLines } from '../density/density-lines.ts'
import { densityFill, densityInk, densityStroke, frameTransform } from '../density/density-look.ts'
import { inkOn } from '../ink-on.ts'
import type { Paper } from '../paper.ts'
import { tieForm } from '../tie-form.ts'
import type { PlainFrame } from './plain-frame.ts'
import { svgElement } from './svg-element.ts'

export interface PlainScene extends LabelScene {
  readonly isPointed: boolean
  readonly hasDensity?: boolean
  readonly paper: Paper
  readonly letters: number
}

export function densityLayer({ model, shown, paper, hasDensity = false }: PlainScene, frame: PlainFrame): SVGElement[] {
  if (!hasDensity) return []
  const look = { fill: densityInk(paper), 'fill-opacity': densityFill, 'fill-rule': 'evenodd' } as const
  const line = {
    stroke: densityInk(paper),
    'stroke-opacity': densityStroke,
    'vector-effect': 'non-scaling-stroke',
  } as const
  const group = svgElement('g', { transform: frameTransform(frame.layout), ...look, ...line })
  group.append(...densityLines(model, shown).map(d => svgElement('path', { d })))
  return [group]
}

/** A path for each ink and opacity instead of one for each tie: a browser draws a hundred paths at once, not ten thousand. */
export function tieLayer({ model, look, shown, places }: PlainScene, only: Iterable<number> | null): SVGPathElement[] {
  const { source, target } = model.ties
  const outlines = new Map<string, string[]>()
  for (const tie of only ?? model.ties.source.keys()) {
    if (shown.ties[tie] === 0) continue
    const [a, b] = [source[tie]! * 2, target[tie]! * 2]
    const ends = [places[a]!, places[a + 1]!, places[b]!, places[b + 1]!] as const
    const dashes = { period: look.tiePeriod[tie]!, share: look.tieShare[tie]! }
    const key = `${look.tieInk[tie]} ${only === null ? short(look.tieOpacity[tie]!) : litOpacity}`
    const same = outlines.get(key) ?? []
    same.push(tiePath(ends, look.tieWidth[tie]!, tieForm(model, tie), dashes))
    outlines.set(key, same)
  }
  return Array.from(outlines, ([key, paths]) => {
    const [fill = '', opacity = ''] = key.split(' ')
    return svgElement('path', { d: paths.join(''), fill, 'fill-opacity': opacity })
  })
}

/** What stands out is drawn in full ink. */
const litOpacity = 0.9

/** Large dots first, so that small ones lie above them. */
export function dotLayer(scene: PlainScene, only: ReadonlySet<number> | null): SVGElement[] {
  const { look, shown, places, paper } = scene
  const sites = [...(only ?? look.radius.keys())].filter(site => shown.sites[site] === 1)
  sites.sort((a, b) => look.radius[b]! - look.radius[a]!)
  return sites.flatMap(site => {
    const [x, y, radius] = [places[site * 2]!, places[site * 2 + 1]!, scene.radius(site)]
    const d = dotPath(look.shape[site]!, x, y, radius)
    const fill = look.colour[site]!
    const rim = { d, fill, 'fill-rule': 'evenodd', stroke: paper.isDark ? '#000000' : '#3d4148', 'stroke-width': 0.8 }
    const number = look.number[site]!
    if (number === '' || radius < 7.5) return [svgElement('path', rim)]
    return [svgElement('path', rim), numberText(number, { x, y, radius }, numberInk(scene, site))]
  })
}

/** A ring is written in on the paper of its hole. */
const numberInk = ({ look, paper }: PlainScene, site: number): string =>
  look.shape[site] === 'ring' ? paper.ink : inkOn(look.colour[site]!)

interface NumberPlace {
  readonly x: number
  readonly y: number
  readonly radius: number
}

const numberText = (number: string, { x, y, radius }: NumberPlace, fill: string): SVGTextElement =>
  svgElement(
    'text',
    {
      x: short(x),
      y: short(y + numberSize(radius) * 0.36),
      'font-size': short(numberSize(radius)),
      'font-weight': 600,
      'text-anchor': 'middle',
      fill,
    },
    number,
  )

/** Rings around what the focus is on. */
export const ringLayer = ({ lit, places, radius, paper, isPointed }: PlainScene): SVGCircleElement[] =>
  [...(lit?.heads ?? [])].map(site =>
    svgElement('circle', {
      cx: short(places[site * 2]!),
      cy: short(places[site * 2 + 1]!),
      r: short(ringRadius(radius(site))),
      fill: 'none',
      stroke: paper.ink,
      'stroke-width': isPointed ? 1.2 : 2,
    }),
  )

/** Names by the rule of all maps; and how many found no place. */
export function nameLayer(scene: PlainScene): { readonly names: SVGElement[]; readonly leftOut: number } {
  const { letters, paper } = scene
  const note = loneNote(scene, text => textWidth(text, `italic 400 ${loneNoteSize * letters}px ${fontFamily}`))
  const stage = besideNote(scene.stage, note)
  const { labels, leftOut } = chooseLabels({ ...scene, stage }, textWidth, { letters, areaPerLabel: 14_000 * letters })
  const lines = labels.flatMap(({ leader }) =>
    leader === null ? [] : [svgElement('line', { ...leader, stroke: paper.leader, 'stroke-width': leaderWidth })],
  )
  const names = [...lines, ...labels.map(label => nameText(label, paper))]
  return { names: note === null ? names : [noteText(note, scene), ...names], leftOut }
}

const noteText = ({ text, x, y }: LoneNote, { paper, letters }: PlainScene): SVGTextElement =>
  svgElement(
    'text',
    {
      x: short(x),
      y: short(y + loneNoteSize * letters * 0.35),
      'font-size': short(loneNoteSize * letters),
      'font-style': 'italic',
      fill: paper.leader,
    },
    text,
  )

const nameText = ({ text, x, y, size, strong }: ChosenLabel, paper: Paper): SVGTextElement =>
  svgElement(
    'text',
    {
      x: short(x),
      y: short(y + size * 0.35),
      'font-size': short(size),
      'font-family': fontFamily,
      'font-weight': strong ? 600 : 400,
      fill: paper.ink,
      stroke: paper.colour,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    text,
  )
