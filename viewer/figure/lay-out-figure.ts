import type { Look } from '../client/draw/look.ts'
import { leastAndMost } from './least-and-most.ts'
import { angleOf, type FigurePlaces, fitPoints } from './figure-places.ts'
import { atScale, type FigureScene } from './figure-scene.ts'
import { figureWords, type FigureWords } from './figure-words.ts'
import type { PageBox, GroupMark, PrintSheet } from './marks.ts'
import { nameFigureSites, pointInPixels, type PlacedNames } from './names/name-figure-sites.ts'
import { figureNotes } from './parts/figure-notes.ts'
import { type FigurePart, inColumns, type Pen, stack, textBlock } from './parts/figure-part.ts'
import { fitLegend, type FittedLegend } from './parts/fit-legend.ts'
import { legendOf } from './parts/legend.ts'
import { dotMarks, lineWidth, nameMarks, tieMarks } from './parts/map-marks.ts'

/** How much of its room the map takes, and how large names are in parts of what was asked for. */
export interface Spread {
  readonly map: number
  readonly letters: number
}

/** A figure before its marks are made. */
export interface LaidOut extends PlacedNames {
  readonly draw: () => PrintSheet
  readonly look: Look
  readonly places: FigurePlaces
  /** The map's room: names stand inside of it, too. */
  readonly frame: PageBox
  readonly words: FigureWords
  /** Of names, in points: smaller than asked for where not all found a place otherwise. */
  readonly nameSize: number
  /** Something of the page did not fit and was left out. */
  readonly isCut: boolean
}

const pixelsPerMm = 96 / 25.4

/** @param whole of figureLook. @param leftOut names of which a note says that they are left out. */
export function layOutFigure(scene: FigureScene, whole: Look, spread: Spread, leftOut: number): LaidOut {
  const { settings, paper, face } = scene
  const unit = settings.unit === 'mm' ? pixelsPerMm : 1
  const [width, height] = [settings.width * unit, settings.height * unit]
  const size = settings.nameSize * pointInPixels
  const pen: Pen = { face, size, ink: paper.ink, soft: paper.leader }
  const margin = Math.max(8, size)
  const page: PageBox = { left: margin, top: margin, width: width - margin * 2, height: height - margin * 2 }
  const words = figureWords(scene)
  const above = textBlock(pen, words.title, page.width, { scale: 1.6, isBold: true })
  const below = (count: number): FigurePart => figureNotes(scene, pen, words, page.width, count)
  const side = settings.legend === 'left' || settings.legend === 'right'
  const column = side ? Math.min(page.width * 0.4, Math.max(page.width * 0.2, size * 17)) : 0
  const middle = between(page, above.height + size * 0.6, below(leftOut).height + size * 0.6)
  const beside = side ? without(middle, column + margin, settings.legend === 'left') : middle
  const hasLegend = settings.legend !== 'none'
  const room = side ? middle.height : beside.height - height * 0.25 - size
  const lines = linesOf(scene, whole)
  const legendFor = (dotScale: number): FittedLegend =>
    fitLegend(room, ({ scale, nameLines }) => {
      const small = { ...pen, size: size * scale }
      const width = side ? column : columnWidth(page, small.size)
      const blocks = legendOf({ scene, pen: small, width, nameLines, dotScale: dotScale * settings.dots, lines })
      return { blocks, lay: parts => (side ? stack(parts, small.size * 0.7) : flow(parts, page, small.size)) }
    })
  const scaleOf = (box: PageBox): number => Math.max(0.22, (Math.min(box.width, box.height) / 860) * spread.map)
  // Dots are as large as the map lets them be, and the legend shows some: its height is guessed first.
  const underMap = hasLegend && !side ? legendFor(scaleOf(beside)).part.height + size : 0
  const frame = { ...beside, height: Math.max(size * 4, beside.height - underMap) }
  const look = atScale(whole, scaleOf(frame))
  const legend = legendFor(scaleOf(frame))
  const places = placeSites(scene, look, middleOf(frame, spread.map))
  const placed = nameFigureSites(scene, look, places, frame, spread.letters)
  const legendAt = side
    ? { x: settings.legend === 'left' ? page.left : page.left + page.width - column, y: middle.top }
    : { x: page.left, y: frame.top + frame.height + size }
  const notesBlock = below(placed.leftOut.length)
  const draw = (): PrintSheet => ({
    width,
    height,
    paper: settings.paper === 'none' ? null : paper.colour,
    marks: [
      group('ties', tieMarks(scene, look, places)),
      group('sites', dotMarks(scene, look, places)),
      group('labels', nameMarks(scene, placed.names)),
      group('legend', hasLegend ? legend.part.marksAt(legendAt.x, legendAt.y) : []),
      group('words', [
        ...above.marksAt(page.left, page.top),
        ...notesBlock.marksAt(page.left, page.top + page.height - notesBlock.height),
      ]),
    ],
  })
  const isCut = (hasLegend && legend.isCut) || frame.height < height * 0.2
  return { draw, look, places, frame, words, nameSize: settings.nameSize * spread.letters, isCut, ...placed }
}

/** The part of a box around its middle. */
const middleOf = ({ left, top, width, height }: PageBox, share: number): PageBox => ({
  left: left + (width * (1 - share)) / 2,
  top: top + (height * (1 - share)) / 2,
  width: width * share,
  height: height * share,
})

const group = (id: string, marks: GroupMark['marks']): GroupMark => ({ kind: 'group', id, marks })

const between = (page: PageBox, above: number, below: number): PageBox => ({
  ...page,
  top: page.top + above,
  height: Math.max(20, page.height - above - below),
})

const without = (box: PageBox, width: number, isLeft: boolean): PageBox => ({
  ...box,
  left: isLeft ? box.left + width : box.left,
  width: Math.max(20, box.width - width),
})

const columnCount = (page: PageBox, size: number): number => Math.max(1, Math.floor(page.width / (size * 14.5)))
const columnWidth = (page: PageBox, size: number): number => {
  const count = columnCount(page, size)
  return (page.width - (count - 1) * size * 1.6) / count
}

const flow = (blocks: readonly FigurePart[], page: PageBox, size: number): FigurePart =>
  inColumns(blocks, columnWidth(page, size), columnCount(page, size), size * 0.8)

/** Width of the lightest and of the heaviest line that is shown. */
function linesOf({ model, shown }: FigureScene, look: Look): readonly [number, number] {
  const kept = [...shown.ties.keys()].filter(tie => shown.ties[tie] === 1)
  if (kept.length === 0) return [0, 0]
  const { weight } = model.ties
  const ends = leastAndMost(kept, tie => weight[tie]!)
  return [lineWidth(look, ends[0]), lineWidth(look, ends[1])]
}

function placeSites({ model, shown, settings }: FigureScene, look: Look, frame: PageBox): FigurePlaces {
  const sites = [...shown.sites.keys()].filter(site => shown.sites[site] === 1)
  const points = sites.map(site => ({ x: model.data.x[site]!, y: model.data.y[site]! }))
  const head = sites.indexOf(look.rank.find(site => shown.sites[site] === 1) ?? -1)
  const largest = sites.reduce((most, site) => Math.max(most, look.radius[site]!), 0)
  const room = largest * 1.3 + (settings.names > 0 ? settings.nameSize * pointInPixels : 0)
  const fitted = fitPoints(points, angleOf(settings.turn, points, points[head]), frame, room)
  const places: FigurePlaces[number][] = model.data.ids.map(() => undefined)
  for (const [index, site] of sites.entries()) places[site] = fitted[index]!
  return places
}
