import PdfDocument from 'pdfkit'
import type { PrintMark, PathMark, PrintSheet, TextMark } from '../marks.ts'
import type { Typeface } from '../typeface.ts'
import { haloWidth, outlineOf } from './write-figure-svg.ts'

export interface PdfQuestion {
  readonly sheet: PrintSheet
  readonly face: Typeface
  readonly language: string
  readonly title: string
  readonly description: string
  /** JSON of the figure's settings and data. */
  readonly data: string
  readonly program: string
  /** Noted as when it was made: that of what it shows, not the clock's. */
  readonly at: Date
}

const pointsPerPixel = 72 / 96

/**
 * The figure as PDF/A-3b: lines as lines, letters as text of fonts that are inside, the settings and data as an attached
 * file. Rejected: PDF/A-1, which knows no transparency.
 */
export async function writePdf(question: PdfQuestion): Promise<Uint8Array> {
  const { sheet, face, title, description, program, at } = question
  const document = new PdfDocument({
    size: [sheet.width * pointsPerPixel, sheet.height * pointsPerPixel],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    lang: question.language,
    displayTitle: true,
    info: { Title: title, Subject: description, Creator: program, Producer: program, CreationDate: at, ModDate: at },
    font: face.fileOf(false),
  })
  const parts: Uint8Array[] = []
  document.on('data', (part: Uint8Array) => parts.push(part))
  const ended = new Promise(resolve => {
    document.on('end', resolve)
  })
  document.registerFont('plain', face.fileOf(false)).registerFont('bold', face.fileOf(true))
  document.scale(pointsPerPixel)
  if (sheet.paper !== null) document.rect(0, 0, sheet.width, sheet.height).fill(sheet.paper)
  for (const mark of sheet.marks) draw(document, mark, face)
  const attached = {
    name: 'figure.json',
    type: 'application/json',
    description: 'Settings and data of this figure',
    creationDate: at,
    modifiedDate: at,
    // What PDF/A-3 asks for, and pdfkit's types don't know.
    relationship: 'Source',
  }
  document.file(Buffer.from(question.data), attached)
  document.end()
  await ended
  return Buffer.concat(parts)
}

type Document = InstanceType<typeof PdfDocument>

function draw(document: Document, mark: PrintMark, face: Typeface): void {
  if (mark.kind === 'group') for (const one of mark.marks) draw(document, one, face)
  else if (mark.kind === 'path') drawPath(document, mark)
  else drawText(document, mark, face)
}

function drawPath(document: Document, { d, fill, opacity = 1, stroke, strokeWidth = 1 }: PathMark): void {
  document.path(d)
  if (stroke !== undefined) document.lineWidth(strokeWidth).strokeColor(stroke, 1)
  if (fill === undefined) return void document.stroke()
  document.fillColor(fill, opacity)
  if (stroke === undefined) document.fill('even-odd')
  else document.fillAndStroke(undefined, undefined, 'even-odd')
}

function drawText(document: Document, mark: TextMark, face: Typeface): void {
  const { text, x, y, size, anchor, isBold, fill, halo } = mark
  if (text === '') return
  // The rim is drawn as outlines, so that whoever reads or copies the page finds each name once.
  if (halo !== undefined)
    document.path(outlineOf(mark, face)).lineWidth(haloWidth(size)).lineJoin('round').strokeColor(halo, 1).stroke()
  const width = anchor === 'start' ? 0 : face.widthOf(text, size, isBold)
  document
    .font(isBold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(fill, 1)
    .text(text, anchor === 'middle' ? x - width / 2 : x - width, y, { lineBreak: false, baseline: 'alphabetic' })
}
