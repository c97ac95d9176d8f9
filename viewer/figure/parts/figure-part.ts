import type { PrintMark, TextMark } from '../marks.ts'
import type { Typeface } from '../typeface.ts'
import { wrapText } from '#viewer/client/picture/wrap-text.ts'

/** A piece of the page that lies where it is put: its height is known for a width. */
export interface FigurePart {
  readonly height: number
  readonly marksAt: (x: number, y: number) => readonly PrintMark[]
}

/** Letters and inks of what is written beside the map. Sizes in pixels. */
export interface Pen {
  readonly face: Typeface
  readonly size: number
  readonly ink: string
  readonly soft: string
}

interface TextLook {
  /** In parts of the pen's size. */
  readonly scale?: number
  readonly isBold?: boolean
  readonly isSoft?: boolean
}

const leading = 1.28

/** A text in lines no wider than `width`. */
export function textBlock(pen: Pen, text: string, width: number, look: TextLook = {}): FigurePart {
  const { scale = 1, isBold = false, isSoft = false } = look
  const size = pen.size * scale
  const lines = text
    .split(/\r?\n/)
    .flatMap(part => wrapText(part.trim(), width, piece => pen.face.widthOf(piece, size, isBold)))
    .flatMap(line => breakLong(pen, line, width, size, isBold))
  const mark = (line: string, x: number, y: number): TextMark => ({
    kind: 'text',
    text: line,
    x,
    y,
    size,
    anchor: 'start',
    isBold,
    fill: isSoft ? pen.soft : pen.ink,
  })
  return {
    height: lines.length * size * leading,
    marksAt: (x, y) => lines.map((line, index) => mark(line, x, y + size * (leading * index + 1))),
  }
}

/** A word wider than the page (an address) is cut where the page ends. */
function breakLong(pen: Pen, line: string, width: number, size: number, isBold: boolean): string[] {
  if (pen.face.widthOf(line, size, isBold) <= width) return [line]
  const lines: string[] = []
  let rest = ''
  for (const letter of line) {
    if (rest !== '' && pen.face.widthOf(rest + letter, size, isBold) > width) {
      lines.push(rest)
      rest = letter
    } else rest += letter
  }
  return [...lines, rest]
}

/** Blocks one under the other. */
export function stack(blocks: readonly FigurePart[], gap = 0): FigurePart {
  const full = blocks.filter(({ height }) => height > 0)
  const gaps = gap * Math.max(0, full.length - 1)
  return {
    height: full.reduce((sum, { height }) => sum + height, gaps),
    marksAt: (x, y) => {
      let top = y
      return full.flatMap(block => {
        const marks = block.marksAt(x, top)
        top += block.height + gap
        return marks
      })
    },
  }
}

/** Blocks in columns of one width, each put into the column that is shortest by then. */
export function inColumns(blocks: readonly FigurePart[], width: number, count: number, gap: number): FigurePart {
  const heights = Array.from({ length: count }, () => 0)
  const places = blocks.map(block => {
    const column = heights.indexOf(Math.min(...heights))
    const top = heights[column]!
    heights[column] = top + block.height + gap
    return { block, left: column * (width + gap * 2), top }
  })
  return {
    height: Math.max(0, Math.max(0, ...heights) - gap),
    marksAt: (x, y) => places.flatMap(({ block, left, top }) => block.marksAt(x + left, y + top)),
  }
}
