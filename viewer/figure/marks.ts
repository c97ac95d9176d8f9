/** What a figure is made of, in pixels from its upper left corner; each writer (SVG, PDF) draws the same list. */
export type PrintMark = PathMark | TextMark | GroupMark

export interface PathMark {
  readonly kind: 'path'
  /** SVG path data, filled by the even-odd rule. */
  readonly d: string
  readonly fill?: string
  /** Of the fill, 0 to 1. */
  readonly opacity?: number
  readonly stroke?: string
  readonly strokeWidth?: number
  /** What it stands for, in words. */
  readonly title?: string
}

export interface TextMark {
  readonly kind: 'text'
  readonly text: string
  /** Where its baseline begins, or has its middle or end. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly isBold: boolean
  readonly fill: string
  /** A rim of the paper's colour, so that lines beneath don't cut the letters. */
  readonly halo?: string
}

export interface GroupMark {
  readonly kind: 'group'
  readonly id: string
  readonly marks: readonly PrintMark[]
}

export interface PageBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface PrintSheet {
  readonly width: number
  readonly height: number
  /** Null: no paper. */
  readonly paper: string | null
  readonly marks: readonly PrintMark[]
}
