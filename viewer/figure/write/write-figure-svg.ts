import { short, svgText } from '#viewer/client/picture/svg-text.ts'
import type { PrintMark, PathMark, PrintSheet, TextMark } from '../marks.ts'
import type { Typeface } from '../typeface.ts'

export interface SvgQuestion {
  readonly sheet: PrintSheet
  /** As the page is measured: '180mm'. */
  readonly size: readonly [width: string, height: string]
  readonly face: Typeface
  /** Letters stay text, or become outlines that need no font. */
  readonly isText: boolean
  readonly language: string
  readonly title: string
  readonly description: string
  /** JSON of the figure's settings and data; null: none. */
  readonly data: string | null
  readonly source: string
}

/** The figure as SVG 1.1, with its groups `ties`, `sites`, `labels`, `legend` and `words`. */
export function writeFigureSvg(question: SvgQuestion): string {
  const { sheet, size, face, language, title } = question
  const [width, height] = [short(sheet.width), short(sheet.height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${width} ${height}" font-family="${svgText(face.family)}" lang="${language}">`,
    ...(title === '' ? [] : [`<title>${svgText(title)}</title>`]),
    ...(question.data === null ? [] : [metadata(question, question.data)]),
    ...(sheet.paper === null ? [] : [`<rect width="${width}" height="${height}" fill="${sheet.paper}"/>`]),
    ...sheet.marks.map(mark => markup(mark, question)),
    '</svg>',
    '',
  ].join('\n')
}

/** Dublin Core for those who read it (Inkscape, catalogues), and all else as JSON. */
const metadata = ({ title, description, source, language }: SvgQuestion, data: string): string =>
  `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about=""><dc:title>${svgText(title)}</dc:title><dc:description>${svgText(description)}</dc:description><dc:source>${svgText(source)}</dc:source><dc:language>${language}</dc:language></rdf:Description></rdf:RDF><figure xmlns="urn:toile:figure" type="application/json">${svgText(data)}</figure></metadata>`

function markup(mark: PrintMark, question: SvgQuestion): string {
  if (mark.kind === 'group') return `<g id="${mark.id}">${mark.marks.map(one => markup(one, question)).join('')}</g>`
  return mark.kind === 'path' ? path(mark) : question.isText ? text(mark) : outlined(mark, question.face)
}

function path({ d, fill, opacity, stroke, strokeWidth, title }: PathMark): string {
  const attributes = [
    `d="${d}"`,
    `fill="${fill ?? 'none'}"`,
    ...(fill === undefined ? [] : ['fill-rule="evenodd"']),
    ...(opacity === undefined || opacity >= 1 ? [] : [`fill-opacity="${short(opacity)}"`]),
    ...(stroke === undefined ? [] : [`stroke="${stroke}" stroke-width="${short(strokeWidth ?? 1)}"`]),
  ].join(' ')
  return title === undefined ? `<path ${attributes}/>` : `<path ${attributes}><title>${svgText(title)}</title></path>`
}

function text({ text: said, x, y, size, anchor, isBold, fill, halo }: TextMark): string {
  const attributes = [
    `x="${short(x)}" y="${short(y)}" font-size="${short(size)}"`,
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    ...(isBold ? ['font-weight="700"'] : []),
    `fill="${fill}"`,
    ...(halo === undefined
      ? []
      : [`stroke="${halo}" stroke-width="${short(haloWidth(size))}" stroke-linejoin="round" paint-order="stroke"`]),
  ].join(' ')
  return `<text ${attributes}>${svgText(said)}</text>`
}

export const haloWidth = (size: number): number => size * 0.26

function outlined(mark: TextMark, face: Typeface): string {
  const { fill, halo, size } = mark
  const d = outlineOf(mark, face)
  const rim =
    halo === undefined
      ? ''
      : ` stroke="${halo}" stroke-width="${short(haloWidth(size))}" stroke-linejoin="round" paint-order="stroke"`
  return d === '' ? '' : `<path d="${d}" fill="${fill}"${rim}/>`
}

/** A text's letters as path data, where it stands. */
export function outlineOf({ text: said, x, y, size, anchor, isBold }: TextMark, face: Typeface): string {
  const width = anchor === 'start' ? 0 : face.widthOf(said, size, isBold)
  return face.outlineOf(said, anchor === 'middle' ? x - width / 2 : x - width, y, size, isBold)
}
