import { version } from '#data/command/version.ts'
import type { FigureKind } from '../protocol/figure.ts'
import { drawFigure, type PrintedFigure } from './draw-figure.ts'
import { figureData } from './figure-data.ts'
import type { FigureScene } from './figure-scene.ts'
import { writePdf } from './write/write-pdf.ts'
import { writePng } from './write/write-png.ts'
import { writeFigureSvg } from './write/write-figure-svg.ts'

/**
 * The bytes of a figure's file, settings and data inside. The same scene gives the same bytes.
 * @param dpi of a PNG in millimetres; one in pixels has those. @throws Mistake when a PNG is too large to be drawn.
 */
export async function writeFigure(
  scene: FigureScene,
  kind: FigureKind,
  dpi: number,
  figure: PrintedFigure = drawFigure(scene),
): Promise<Uint8Array> {
  const { sheet, words } = figure
  const { settings, face, model } = scene
  const data = JSON.stringify(figureData(scene, figure))
  const program = `Toile ${version}`
  const about = { title: words.title, description: words.caption, language: settings.language }
  if (kind === 'pdf') {
    const at = new Date(model.data.corpus.crawl?.endedAt ?? 0)
    return writePdf({ ...about, sheet, face, data, program, at })
  }
  if (kind === 'svg') return Buffer.from(svgOfFigure(scene, figure, { isText: settings.isText, data }))
  const svg = svgOfFigure(scene, figure, { isText: false, data: null })
  const texts = [
    ['Title', words.title],
    ['Description', words.caption],
    ['Source', words.source],
    ['Software', program],
    ['Figure data', data],
  ] as const
  return writePng({ svg, width: sheet.width, height: sheet.height, dpi: settings.unit === 'px' ? 96 : dpi, texts })
}

/** The figure as SVG, with letters as text or as outlines. */
export function svgOfFigure(
  { settings, face }: FigureScene,
  { sheet, words }: PrintedFigure,
  { isText, data }: { readonly isText: boolean; readonly data: string | null },
): string {
  const { unit, width, height, language } = settings
  return writeFigureSvg({
    sheet,
    size: [`${width}${unit}`, `${height}${unit}`],
    face,
    isText,
    data,
    language,
    title: words.title,
    description: words.caption,
    source: words.source,
  })
}
