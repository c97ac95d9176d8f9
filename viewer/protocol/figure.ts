import type { Language } from '#data/vocabulary/languages.ts'

/** The wire about figures: what a person chose of one, and how it came out. */

export const figureUnits = ['mm', 'px'] as const
export type FigureUnit = (typeof figureUnits)[number]

/** Metric-compatible with Arial and Times New Roman, so that a figure keeps its lines where those stand in. */
export const figureFonts = ['sans', 'serif'] as const
export type FigureFont = (typeof figureFonts)[number]

/** 'print': greys with numbers. */
export const figureInks = ['colour', 'print', 'own'] as const
export type FigureInk = (typeof figureInks)[number]

export const figurePapers = ['white', 'cream', 'black', 'none'] as const
export type FigurePaper = (typeof figurePapers)[number]

export const legendPlaces = ['left', 'right', 'below', 'none'] as const
export type LegendPlace = (typeof legendPlaces)[number]

export const legendBlocks = ['counts', 'colours', 'shapes', 'sizes', 'ties'] as const
export type LegendBlock = (typeof legendBlocks)[number]

/** Turned so that the longest axis of the map stands upright or lies across, or the map fits its sheet best; or by degrees, counter-clockwise. */
export const figureTurns = ['upright', 'across', 'fit'] as const
export type FigureTurn = (typeof figureTurns)[number] | number

/** All ties; those heavy enough that their direction can be read; or all without a direction, under arrows from colour to colour. */
export const figureLines = ['all', 'readable', 'groups'] as const
export type FigureLines = (typeof figureLines)[number]

/** From this share of lines on, directions are read on a figure; below it says that they can't be. */
export const enoughReadable = 0.5

export const figureKinds = ['svg', 'pdf', 'png'] as const
export type FigureKind = (typeof figureKinds)[number]

/** Everything that a person decides about a figure; the same corpus and the same settings give the same bytes. */
export interface FigureSettings {
  readonly unit: FigureUnit
  readonly width: number
  readonly height: number
  /** Null: the map's own words; empty: none. */
  readonly title: string | null
  readonly caption: string | null
  readonly source: string | null
  readonly legend: LegendPlace
  readonly blocks: readonly LegendBlock[]
  /** The largest so many sites are named. */
  readonly names: number
  /** Of names, in points; all other letters follow. */
  readonly nameSize: number
  readonly font: FigureFont
  /** Whether the letters of an SVG stay text, which needs the font where it is opened, or become outlines. */
  readonly isText: boolean
  readonly ink: FigureInk
  /** With 'own': '#rrggbb' by the category's value, or a class's number from 0; what is not said keeps its colour. */
  readonly palette: Readonly<Record<string, string>>
  readonly paper: FigurePaper
  readonly turn: FigureTurn
  /** The map fills its sheet: separate parts packed anew for its shape, the whole stretched within a bound; else it keeps the layout's proportions. */
  readonly isFilled: boolean
  readonly lines: FigureLines
  /** How much larger than usual dots are. */
  readonly dots: number
  readonly language: Language
  /** What is shown of the map, as its address says it after '#'. */
  readonly view: string
  /** By id: from the dot's middle to the middle of its name, in points, where a person put it. */
  readonly moved: Readonly<Record<string, readonly [x: number, y: number]>>
}

/** Bounds of numbers; widths and heights by unit. */
export const figureBounds = {
  mm: { least: 30, most: 1200 },
  px: { least: 120, most: 8000 },
  names: { least: 0, most: 300 },
  nameSize: { least: 4, most: 60 },
  dots: { least: 0.3, most: 4 },
} as const

export const firstFigure = (language: Language, view: string): FigureSettings => ({
  unit: 'mm',
  width: 180,
  height: 125,
  title: null,
  caption: null,
  source: null,
  legend: 'left',
  blocks: legendBlocks,
  names: 30,
  nameSize: 7,
  font: 'sans',
  isText: true,
  ink: 'colour',
  palette: {},
  paper: 'white',
  turn: 0,
  isFilled: true,
  lines: 'all',
  dots: 1,
  language,
  view,
  moved: {},
})

/** How figures were drawn when settings did not say it yet: those kept then stay as they were seen. */
export const olderFigure = { isFilled: false } as const satisfies Partial<FigureSettings>

/** Sheets on offer. */
export const figureSheets = {
  column: { unit: 'mm', width: 85, height: 150, legend: 'below', names: 20, nameSize: 6 },
  page: { unit: 'mm', width: 180, height: 125, legend: 'left', names: 30, nameSize: 7 },
  slide: { unit: 'px', width: 1920, height: 1080, legend: 'left', names: 40, nameSize: 16 },
  post: { unit: 'px', width: 1080, height: 1080, legend: 'left', names: 20, nameSize: 14 },
} as const satisfies Readonly<Record<string, Partial<FigureSettings>>>

/** Answer of /api/figures: those that the corpus keeps. */
export interface KeptFigures {
  readonly figures: readonly KeptFigure[]
}

export interface KeptFigure {
  readonly number: number
  readonly settings: FigureSettings
  /** When it was last saved. */
  readonly at: number
}

/** What is drawn otherwise than when the figure was saved. */
export interface FigureChanges {
  readonly sitesGained: readonly string[]
  readonly sitesLost: readonly string[]
  /** Sites that are gone from the corpus: merged or forgotten. */
  readonly sitesGone: number
  readonly tiesGained: readonly FigureTie[]
  readonly tiesLost: readonly FigureTie[]
  readonly tiesReweighted: readonly (FigureTie & { readonly from: number; readonly to: number })[]
  /** Sites in another group of the column that colours them. */
  readonly regrouped: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  /** Share of the map's longest side by which sites stand elsewhere, the median. */
  readonly displaced: number
  /** Sets of ties are only compared up to a number. */
  readonly tiesCompared: boolean
}

export interface FigureTie {
  readonly source: string
  readonly target: string
}

/** A name as it was placed, in pixels of the figure. */
export interface NameBox {
  readonly id: string
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Middle of its dot. */
  readonly x: number
  readonly y: number
  readonly isMoved: boolean
}

/** Two colours that some readers take for one. */
export interface AlikeColours {
  readonly one: string
  readonly other: string
  readonly sight: Sight
}

/** Kinds of sight; 'usual': everybody takes them for one. */
export const sights = ['usual', 'protan', 'deutan', 'tritan'] as const
export type Sight = (typeof sights)[number]

/** Answer of /api/figure: the figure as it will come out. */
export interface DrawnFigure {
  /** Letters as outlines, so that it looks the same in every browser. */
  readonly svg: string
  /** In pixels, 96 to the inch. */
  readonly width: number
  readonly height: number
  readonly names: readonly NameBox[]
  /** Of names, in points: smaller than asked for where not all found a place otherwise. */
  readonly nameSize: number
  /** Of its lines the share whose direction can be read, null: they show none; and what of lines was asked for and can't be. */
  readonly readable: number | null
  readonly linesRefused: 'weight' | 'groups' | null
  /** Names that found no place, and those put where they can't stand, which were placed anew. */
  readonly leftOut: readonly string[]
  readonly notThere: readonly string[]
  /** Names with letters that the font has not. */
  readonly unwritten: readonly string[]
  /** Columns that its view asks for and the map has not. */
  readonly unknown: readonly string[]
  readonly alike: readonly AlikeColours[]
  /** What colours stand for: values and fills, for a palette of one's own. */
  readonly groups: readonly { readonly value: string; readonly name: string; readonly fill: string }[]
  /** The words of the map where settings say null. */
  readonly words: { readonly title: string; readonly caption: string; readonly source: string }
  /** Text that did not fit on the page. */
  readonly cut: boolean
}
