import { extname } from 'node:path'
import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { figureKinds, type FigureKind, type FigureSettings } from '../protocol/figure.ts'

export interface AskedFile {
  readonly list?: true
  readonly out?: string
  readonly format?: FigureKind
  /** Options that stand in the call, by their names. */
  readonly given: readonly string[]
}

/** @throws Mistake when a list is asked for with what only a drawing takes. */
export function expectListAlone({ list, given }: AskedFile, number: number | undefined): void {
  if (!list) return
  const others = [...(number === undefined ? [] : [`the number ${number}`]), ...given.map(name => `--${name}`)]
  if (others.length > 0)
    throw new Mistake(`--list draws nothing: ${others.join(', ')} found; expected --list with --corpus alone`)
}

/** The kind of file: as --format says, else the end of --out, else SVG. @throws Mistake when they say nothing that a figure can be, or two things. */
export function kindOf({ format, out }: AskedFile): FigureKind {
  if (out === undefined) return format ?? 'svg'
  const ending = extname(out).slice(1).toLowerCase()
  const kind = figureKinds.find(one => one === ending)
  if (format === undefined && kind === undefined)
    throw new Mistake(`--out: '${printable(out)}' found; expected a name that ends in .svg, .pdf or .png, or --format`)
  if (format !== undefined && kind !== undefined && kind !== format)
    throw new Mistake(`--out ends in .${kind} and --format is ${format}; expected the same of both`)
  return format ?? kind ?? 'svg'
}

/** @throws Mistake when dots to the inch are asked of what has none, or has them already. */
export function expectDots(kind: FigureKind, { given }: AskedFile, { unit }: Pick<FigureSettings, 'unit'>): void {
  if (!given.includes('dpi')) return
  if (kind !== 'png') throw new Mistake(`--dpi: a file of the kind ${kind} found, which has no dots; expected a PNG`)
  if (unit === 'px')
    throw new Mistake('--dpi: a figure in pixels found, of which each is a dot; expected one in millimetres')
}
