import { createRequire } from 'node:module'
import { type Font, openSync } from 'fontkit'
import type { FigureFont } from '../protocol/figure.ts'

/** Letters of a figure: how wide they are, how they look, whether there are any. Sizes in pixels. */
export interface Typeface {
  /** For the `font-family` of an SVG: itself, then those with the same widths. */
  readonly family: string
  readonly fileOf: (isBold: boolean) => string
  readonly widthOf: (text: string, size: number, isBold: boolean) => number
  /** SVG path data of a text whose baseline begins at (x, y). */
  readonly outlineOf: (text: string, x: number, y: number, size: number, isBold: boolean) => string
  /** Whether it has every letter of a text. */
  readonly canWrite: (text: string) => boolean
}

const files = createRequire(import.meta.url)
const known = new Map<FigureFont, Typeface>()

const faces: Readonly<Record<FigureFont, { readonly family: string; readonly files: readonly [string, string] }>> = {
  sans: {
    family: "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif",
    files: [
      '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
      '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
    ],
  },
  serif: {
    family: "Tinos, 'Times New Roman', 'Liberation Serif', Times, serif",
    files: [
      '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
      '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
    ],
  },
}

/** Arimo or Tinos, read once. */
export function typefaceOf(name: FigureFont): Typeface {
  const made = known.get(name) ?? openTypeface(name)
  known.set(name, made)
  return made
}

function openTypeface(name: FigureFont): Typeface {
  const { family, files: paths } = faces[name]
  const [plain, bold] = paths.map(path => files.resolve(path)) as [string, string]
  const fonts = [plain, bold].map(file => openSync(file) as Font) as [Font, Font]
  const fontOf = (isBold: boolean): Font => fonts[isBold ? 1 : 0]
  const widths = new Map<string, number>()
  return {
    family,
    fileOf: isBold => (isBold ? bold : plain),
    widthOf: (text, size, isBold) => {
      const key = `${isBold ? 'b' : ''}${text}`
      const width = widths.get(key) ?? widthInEms(fontOf(isBold), text)
      // Names come again with each stroke of a key; a page of a million words would not.
      if (widths.size < 20_000) widths.set(key, width)
      return width * size
    },
    outlineOf: (text, x, y, size, isBold) => outline(fontOf(isBold), text, x, y, size),
    canWrite: text => [...text].every(letter => fonts[0].hasGlyphForCodePoint(letter.codePointAt(0)!)),
  }
}

const widthInEms = (font: Font, text: string): number => font.layout(text).advanceWidth / font.unitsPerEm

function outline(font: Font, text: string, x: number, y: number, size: number): string {
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  let [right, up] = [0, 0]
  return glyphs
    .map((glyph, index) => {
      const { xAdvance, yAdvance, xOffset, yOffset } = positions[index]!
      const [left, base] = [x + (right + xOffset) * scale, y - (up + yOffset) * scale]
      right += xAdvance
      up += yAdvance
      return glyph.path.scale(scale, -scale).translate(left, base).toSVG()
    })
    .join('')
}
