import { scaleLinear } from 'd3-scale'
import type { Figure } from '../document/block.ts'
import { around, type Prose } from '#data/vocabulary/words/prose.ts'
import type { Exchange, MixingCell } from '../findings/exchange.ts'
import type { TestVerdict } from '../findings/tests.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { at, element, ink, svgLabel, shortened, softInk, widthOf, writeSvg } from './svg.ts'

const cellHeight = 64
const top = 64
/** Says in a sign how a number stands to chance. */
export const verdictSigns: Readonly<Record<TestVerdict, string>> = { more: ' ▲', less: ' ▼', chance: '', untested: '' }

/** Darker is a larger share of the row; light enough below a half for black text, dark enough above for white. */
const shade = scaleLinear<string>().domain([0, 1]).range(['#f4f6f8', '#1d4467'])
const darkFrom = 0.55

/** The mixing matrix: counts of edges from each country (row) to each (column), with what chance gives. */
export function mixingFigure(exchange: Exchange, speech: ReportSpeech): Figure {
  const { shown, matrix } = exchange
  const { borders } = speech.words
  const names = shown.map(country => shortened(speech.country(country), 22))
  const left = Math.max(...names.map(widthOf)) + 44
  const cellWidth = Math.max(96, Math.min(150, Math.max(...names.map(widthOf)) + 16))
  const width = left + shown.length * cellWidth + 8
  const alt = borders.figureAlt(
    matrix
      .flat()
      .map(cell => cellText(cell, speech))
      .join(speech.typeset(speech.words.semicolon)),
  )
  const body = [
    svgLabel(left, 16, speech.typeset(`${borders.citedSide} →`), { fill: softInk }),
    svgLabel(0, top - 10, speech.typeset(`${borders.citingSide} ↓`), { fill: softInk }),
    ...names.map((name, column) =>
      svgLabel(left + (column + 0.5) * cellWidth, top - 10, name, { 'text-anchor': 'middle', 'font-weight': 600 }),
    ),
    ...names.map((name, row) =>
      svgLabel(left - 12, top + (row + 0.5) * cellHeight + 5, name, { 'text-anchor': 'end', 'font-weight': 600 }),
    ),
    ...matrix.flatMap((cells, row) =>
      cells.map((cell, column) => drawCell(cell, left + column * cellWidth, top + row * cellHeight, cellWidth, speech)),
    ),
  ]
  const height = top + shown.length * cellHeight + 8
  const svg = writeSvg({ name: 'mixing', width: at(width), height, title: speech.words.borders.figureTitle, alt, body })
  return { kind: 'figure', name: 'mixing', caption: [borders.figure], alt, svg }
}

/** Numbers and words as a drawing has them. */
const proseText = (text: Prose, speech: ReportSpeech): string =>
  text
    .map(piece =>
      typeof piece === 'string'
        ? piece
        : piece.kind === 'number'
          ? speech.number(piece.num.value, piece.as, piece.decimals)
          : '',
    )
    .join('')

const cellText = ({ from, to, edges }: MixingCell, speech: ReportSpeech): string =>
  speech.words.borders.figureCell(speech.country(from), speech.country(to), speech.number(edges.value, 'plain'))

function drawCell(
  { edges, share, permute }: MixingCell,
  x: number,
  y: number,
  width: number,
  speech: ReportSpeech,
): string {
  const part = share?.value ?? 0
  const fill = part >= darkFrom ? '#ffffff' : ink
  const middle = { 'text-anchor': 'middle', fill }
  const count = speech.number(edges.value, 'plain') + verdictSigns[permute?.verdict ?? 'untested']
  const chance = permute?.mean ? proseText(around(permute.mean, permute.sd), speech) : ''
  return element('g', {}, [
    element('rect', { x: at(x), y: at(y), width: at(width - 3), height: cellHeight - 3, fill: shade(part) }),
    svgLabel(x + (width - 3) / 2, y + (chance === '' ? 38 : 30), count, {
      ...middle,
      'font-size': 18,
      'font-weight': 600,
    }),
    ...(chance === '' ? [] : [svgLabel(x + (width - 3) / 2, y + 50, chance, { ...middle, 'font-size': 12 })]),
  ])
}
