import { chooseLabels, fontFamily, type ChosenLabel, type ChosenLabels } from '../draw/labels/choose-labels.ts'
import { besideNote, loneNote, loneNoteSize, type LoneNote } from '../draw/labels/lone-note.ts'
import { densityLines } from '../draw/density/density-lines.ts'
import { densityFill, densityInk, densityStroke, frameTransform } from '../draw/density/density-look.ts'
import { leaderWidth, numberSize } from '../draw/draw-overlay.ts'
import { papers } from '../draw/paper.ts'
import { inkOn } from '../draw/ink-on.ts'
import { lookOf, type Look } from '../draw/look.ts'
import type { Places } from '../draw/nearest-tie.ts'
import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import { pictureLegend } from './picture-legend.ts'
import type { PictureQuestion } from './picture-question.ts'
import { layoutFrame, placesIn, type PictureFrame } from './places-in.ts'
import { dotPath } from './dot-path.ts'
import { short, svgText } from './svg-text.ts'
import { tieForm } from '../draw/tie-form.ts'
import { tiePath } from './tie-path.ts'

const legendWidth = 190
const margin = 14

/** The map with its title, legend and source as one SVG: lines as lines, text as text. Pure but for `widthOf`. */
export function pictureSvg(question: PictureQuestion): string {
  const { model, shown, view, speech, width, height, widthOf } = question
  const frame: PictureFrame = { left: legendWidth, top: 0, width: width - legendWidth, height, padding: 34 }
  const dotScale = Math.min(frame.width, frame.height) / 860
  const look = lookOf(model, view, speech, Math.max(0.5, dotScale), question.changes)
  const places = placesIn(frame, model, view.camera)
  const scene = { model, look, shown, places }
  const { labels, leftOut, note } = labelsOf(scene, frame, widthOf)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${svgText(fontFamily)}" lang="${speech.language}">`,
    `<title>${svgText(`${speech.words.relationTitles[model.as]}, ${model.data.corpus.title}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<clipPath id="map"><rect x="${legendWidth}" width="${frame.width}" height="${height}"/></clipPath>`,
    `<g clip-path="url(#map)">`,
    ...density(scene, view.density),
    `<g id="ties">${ties(scene)}</g>`,
    `<g id="sites" stroke-width="0.8">${dots(scene)}</g>`,
    ...(note === null ? [] : [noteText(note)]),
    `<g id="labels" fill="#1d2025">${labels.map(labelText).join('')}</g>`,
    '</g>',
    `<g id="legend" transform="translate(${margin} ${margin})" fill="#1d2025" font-size="9.5">${pictureLegend({ ...question, width: legendWidth - margin * 2, height: height - margin * 2, dotScale: Math.max(0.5, dotScale), leftOut })}</g>`,
    '</svg>',
  ].join('\n')
}

interface PictureScene {
  readonly model: Model
  readonly look: Look
  readonly shown: Shown
  readonly places: Places
}

function density({ model, shown, places }: PictureScene, isAsked: boolean): string[] {
  const frame = isAsked ? layoutFrame(model, places) : null
  if (frame === null) return []
  const ink = densityInk(papers.light)
  const paths = densityLines(model, shown).map(d => `<path d="${d}"/>`)
  return [
    `<g id="density" transform="${frameTransform(frame)}" fill="${ink}" fill-opacity="${densityFill}" fill-rule="evenodd" stroke="${ink}" stroke-opacity="${densityStroke}" stroke-width="${short(0.7 / frame.scale)}">${paths.join('')}</g>`,
  ]
}

function ties({ model, look, shown, places }: PictureScene): string {
  const { source, target } = model.ties
  const paths: string[] = []
  for (let tie = 0; tie < model.tieCount; tie++) {
    if (shown.ties[tie] === 0) continue
    const [a, b] = [source[tie]! * 2, target[tie]! * 2]
    const ends = [places[a]!, places[a + 1]!, places[b]!, places[b + 1]!] as const
    const dashes = { period: look.tiePeriod[tie]!, share: look.tieShare[tie]! }
    const d = tiePath(ends, look.tieWidth[tie]! * 0.6, tieForm(model, tie), dashes)
    paths.push(`<path d="${d}" fill="${look.tieInk[tie]}" fill-opacity="${short(look.tieOpacity[tie]!)}"/>`)
  }
  return paths.join('')
}

function dots({ model, look, shown, places }: PictureScene): string {
  const bySize = Array.from({ length: model.siteCount }, (_, site) => site)
    .filter(site => shown.sites[site] === 1)
    .sort((a, b) => look.radius[b]! - look.radius[a]!)
  return bySize
    .map(site => {
      const [x, y, radius] = [places[site * 2]!, places[site * 2 + 1]!, look.radius[site]!]
      const fill = look.colour[site]!
      const number = look.number[site]!
      const text =
        number === '' || radius < 4
          ? ''
          : `<text x="${short(x)}" y="${short(y + numberSize(radius) * 0.36)}" font-size="${short(numberSize(radius))}" font-weight="600" text-anchor="middle" fill="${look.shape[site] === 'ring' ? '#1d2025' : inkOn(fill)}" stroke="none">${svgText(number)}</text>`
      return `<g><title>${svgText(model.data.labels[site]!)}</title><path d="${dotPath(look.shape[site]!, x, y, radius)}" fill="${fill}" fill-rule="evenodd" stroke="#ffffff" stroke-width="2.2"/><path d="${dotPath(look.shape[site]!, x, y, radius)}" fill="${fill}" fill-rule="evenodd" stroke="#3d4148"/>${text}</g>`
    })
    .join('')
}

function labelsOf(
  scene: PictureScene,
  frame: PictureFrame,
  widthOf: (text: string, font: string) => number,
): ChosenLabels & { readonly note: LoneNote | null } {
  const stage = { left: frame.left, width: frame.left + frame.width, height: frame.height }
  const question = { ...scene, stage, radius: (site: number) => scene.look.radius[site]!, lit: null }
  const note = loneNote(question, text => widthOf(text, `italic 400 ${noteSize}px ${fontFamily}`))
  const free = { ...question, stage: besideNote(stage, note) }
  return { ...chooseLabels(free, widthOf, { areaPerLabel: 4_500, letters: 0.74 }), note }
}

const noteSize = loneNoteSize * 0.74

const noteText = ({ text, x, y }: LoneNote): string =>
  `<g id="notes"><text x="${short(x)}" y="${short(y + noteSize * 0.35)}" font-size="${short(noteSize)}" font-style="italic" fill="${papers.light.leader}">${svgText(text)}</text></g>`

function labelText({ text, x, y, size, strong, leader }: ChosenLabel): string {
  const [colour, width] = [papers.light.leader, leaderWidth]
  const line =
    leader === null
      ? ''
      : `<path d="M${short(leader.x1)},${short(leader.y1)}L${short(leader.x2)},${short(leader.y2)}" stroke="${colour}" stroke-width="${width * 0.7}"/>`
  return `${line}<text x="${short(x)}" y="${short(y + size * 0.35)}" font-size="${short(size)}"${strong ? ' font-weight="600"' : ''} stroke="#ffffff" stroke-width="2.4" stroke-linejoin="round" paint-order="stroke">${svgText(text)}</text>`
}

/** The map alone, as groups of SVG whose names that found no place are left out. Pure but for `widthOf`. */
export function mapInFrame(
  question: Pick<PictureQuestion, 'model' | 'shown' | 'speech' | 'widthOf'> & {
    readonly view: Parameters<typeof lookOf>[1]
    readonly changes: Parameters<typeof lookOf>[4]
  },
  frame: PictureFrame,
): string {
  const { model, shown, view, speech, changes, widthOf } = question
  const look = lookOf(model, view, speech, Math.max(0.4, Math.min(frame.width, frame.height) / 860), changes)
  const scene = { model, look, shown, places: placesIn(frame, model, null) }
  const { labels } = labelsOf(scene, frame, widthOf)
  return `<g>${ties(scene)}</g><g stroke-width="0.8">${dots(scene)}</g><g fill="#1d2025">${labels.map(labelText).join('')}</g>`
}
