import type { Look } from '../client/draw/look.ts'
import { atScale, type FigureScene } from './figure-scene.ts'
import type { FigureWords } from './figure-words.ts'
import { unstretched } from './fit-to-sheet.ts'
import type { LineChoice } from './lines/choose-lines.ts'
import type { PageBox, GroupMark, PrintSheet } from './marks.ts'
import { nameFigureSites, type PlacedNames } from './names/name-figure-sites.ts'
import { type BlankSheet, blankSheet, type PagePlan, planPage } from './page-plan.ts'
import { arrowMarks } from './parts/arrow-marks.ts'
import { hasRemarks, type Remarks } from './parts/figure-notes.ts'
import { dotMarks, nameMarks, tieMarks } from './parts/map-marks.ts'
import { type OnSheet, placeOnSheet } from './place-on-sheet.ts'

/** How much of its room the map takes, across and down, and how large names are in parts of what was asked for. */
export interface Spread {
  readonly across: number
  readonly down: number
  /** Of a side of its part of the room that dots reach over at least, if need be stretched: names stand at its ends. */
  readonly fill: number
  readonly letters: number
  /** Places of names are looked for longer. */
  readonly isThorough?: boolean
}

/** A figure before its marks are made. */
export interface LaidOut extends PlacedNames, OnSheet {
  readonly draw: () => PrintSheet
  readonly look: Look
  readonly lines: LineChoice
  /** The map's room: names stand inside of it, too. */
  readonly frame: PageBox
  readonly words: FigureWords
  /** Of names, in points: smaller than asked for where not all found a place otherwise. */
  readonly nameSize: number
  /** Something of the page did not fit and was left out. */
  readonly isCut: boolean
}

/** Smaller letters aren't read in print: names become so small only where they are asked for so. */
const leastPoints = 5

/** @param lines of chooseLines. @param leftOut names of which a note says that they are left out. */
export function layOutFigure(scene: FigureScene, lines: LineChoice, spread: Spread, leftOut: number): LaidOut {
  const { settings } = scene
  const { sheet, plan, look, onSheet } = planMap(scene, lines, spread, leftOut)
  const letters = Math.max(spread.letters, Math.min(1, leastPoints / settings.nameSize))
  const placed = nameFigureSites(scene, look, onSheet.places, plan.frame, letters, spread.isThorough === true)
  const draw = (): PrintSheet => {
    const notes = plan.notesOf({ leftOut: placed.leftOut.length, stretch: onSheet.stretch })
    return {
      width: sheet.width,
      height: sheet.height,
      paper: settings.paper === 'none' ? null : scene.paper.colour,
      marks: [
        group('ties', tieMarks(scene, lines, onSheet.places)),
        group('sites', dotMarks(scene, look, onSheet.places)),
        ...(lines.arrows === null ? [] : [group('arrows', arrowMarks(scene, lines.arrows, onSheet.places))]),
        group('labels', nameMarks(scene, placed.names)),
        group('legend', plan.legend?.part.marksAt(plan.legend.x, plan.legend.y) ?? []),
        group(
          'words',
          [plan.title, notes].flatMap(({ part, x, y }) => part.marksAt(x, y)),
        ),
      ],
    }
  }
  const nameSize = settings.nameSize * letters
  return {
    draw,
    look,
    lines,
    frame: plan.frame,
    words: sheet.words,
    nameSize,
    isCut: plan.isCut,
    ...onSheet,
    ...placed,
  }
}

interface PlannedMap {
  readonly sheet: BlankSheet
  readonly plan: PagePlan
  readonly look: Look
  readonly onSheet: OnSheet
}

/** The sites on their sheet. What must be said of how they came there takes room, so it is made again where there is something to say. */
export function planMap(scene: FigureScene, lines: LineChoice, spread: Spread, leftOut: number): PlannedMap {
  const sheet = blankSheet(scene)
  const dotScaleOf = ({ width, height }: PageBox): number =>
    Math.max(0.22, Math.min(width * spread.across, height * spread.down) / 860)
  const planned = (remarks: Remarks): PlannedMap => {
    const plan = planPage(scene, sheet, { remarks, lines, dotScaleOf })
    const look = atScale(lines.look, dotScaleOf(plan.frame))
    return { sheet, plan, look, onSheet: placeOnSheet(scene, look, middleOf(plan.frame, spread), spread.fill) }
  }
  const first = planned({ leftOut, stretch: unstretched })
  const remarks = { leftOut, stretch: first.onSheet.stretch }
  return hasRemarks({ ...remarks, leftOut: 0 }) ? planned(remarks) : first
}

/** The part of a box around its middle. */
const middleOf = ({ left, top, width, height }: PageBox, { across, down }: Spread): PageBox => ({
  left: left + (width * (1 - across)) / 2,
  top: top + (height * (1 - down)) / 2,
  width: width * across,
  height: height * down,
})

const group = (id: string, marks: GroupMark['marks']): GroupMark => ({ kind: 'group', id, marks })
