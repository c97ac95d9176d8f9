import type { FigurePart } from './figure-part.ts'

/** How a legend is written: size of its letters in parts of the usual one, and lines that a name may take. */
interface LegendLook {
  readonly scale: number
  readonly nameLines: 1 | 2
}

/** Ever tighter, down to letters that print can still show: 5.5 points where names have 7. */
const looks: readonly LegendLook[] = [
  { scale: 1, nameLines: 2 },
  { scale: 1, nameLines: 1 },
  { scale: 0.88, nameLines: 1 },
  { scale: 0.78, nameLines: 1 },
]

interface LegendMade {
  readonly blocks: readonly FigurePart[]
  readonly lay: (blocks: readonly FigurePart[]) => FigurePart
}

export interface FittedLegend {
  readonly part: FigurePart
  /** Its last blocks found no room. */
  readonly isCut: boolean
  /** 0: as wide as can be; the more, the smaller its letters and the shorter its names. */
  readonly tightness: number
}

/** The legend in the widest look that is no higher than `room`; where none is, the tightest without the last blocks: it never runs into what stands below. */
export function fitLegend(room: number, make: (look: LegendLook) => LegendMade): FittedLegend {
  for (const [tightness, look] of looks.entries()) {
    const { blocks, lay } = make(look)
    const part = lay(blocks)
    if (part.height <= room) return { part, isCut: false, tightness }
  }
  const { blocks, lay } = make(looks.at(-1)!)
  for (let count = blocks.length - 1; count > 0; count--) {
    const part = lay(blocks.slice(0, count))
    if (part.height <= room) return { part, isCut: true, tightness: looks.length }
  }
  return { part: lay([]), isCut: true, tightness: looks.length }
}
