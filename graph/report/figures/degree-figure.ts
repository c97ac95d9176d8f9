import { scaleLog } from 'd3-scale'
import type { Figure } from '../document/block.ts'
import type { Degrees } from '../findings/network.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { disc, square } from './plot-marks.ts'
import { at, element, svgLabel, rule, softInk, writeSvg } from './svg.ts'

const left = 72
const top = 16
const plotWidth = 460
const plotHeight = 260

type Scale = (value: number) => number

/** Share of the sites with at least k edges in (discs) and out (squares), both axes logarithmic; null without edges. */
export function degreeFigure(degrees: Degrees, speech: ReportSpeech): Figure | null {
  const points = [...degrees.in, ...degrees.out]
  if (points.length === 0) return null
  const told = speech.words.network
  const most = Math.max(...points.map(([k]) => k), 2)
  const least = Math.min(...points.map(([, share]) => share), 0.5)
  const x = scaleLog()
    .domain([1, most])
    .range([left, left + plotWidth])
  const y = scaleLog()
    .domain([least, 1])
    .range([top + plotHeight, top])
  const number = (value: number): string => speech.number(value, 'plain')
  const alt = told.degreeAlt(number(degrees.greatestIn.value), number(degrees.greatestOut.value))
  const body = [
    ...acrossLines(powersWithin(1, most), x, speech),
    ...downLines(powersWithin(least, 1), y, speech),
    svgLabel(left + plotWidth / 2, top + plotHeight + 40, told.degreeX, { 'text-anchor': 'middle', fill: softInk }),
    svgLabel(-(top + plotHeight / 2), 16, told.degreeY, {
      'text-anchor': 'middle',
      fill: softInk,
      transform: 'rotate(-90)',
    }),
    ...degrees.out.map(([k, share]) => square(x(k), y(share))),
    ...degrees.in.map(([k, share]) => disc(x(k), y(share))),
    ...key(told.degreeIn, told.degreeOut),
  ]
  const size = { width: left + plotWidth + 140, height: top + plotHeight + 52 }
  const svg = writeSvg({ name: 'degrees', ...size, title: told.degreeTable, alt, body })
  return { kind: 'figure', name: 'degrees', caption: [told.degreeFigure], alt, svg }
}

/** 1, 2, 5, 10, 20 … (and 0.5, 0.2 …) from `least` to `most`. */
export function powersWithin(least: number, most: number): number[] {
  const found: number[] = []
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++)
    for (const step of [1, 2, 5]) {
      const value = Number(`${step}e${power}`)
      if (value >= least && value <= most) found.push(value)
    }
  return found
}

const acrossLines = (ticks: readonly number[], x: Scale, speech: ReportSpeech): string[] =>
  ticks.flatMap(tick => [
    element('line', { x1: at(x(tick)), x2: at(x(tick)), y1: top, y2: top + plotHeight, stroke: rule }),
    svgLabel(x(tick), top + plotHeight + 18, speech.tick(tick), { 'text-anchor': 'middle', fill: softInk }),
  ])

const downLines = (ticks: readonly number[], y: Scale, speech: ReportSpeech): string[] =>
  ticks.flatMap(tick => [
    element('line', { x1: left, x2: left + plotWidth, y1: at(y(tick)), y2: at(y(tick)), stroke: rule }),
    svgLabel(left - 8, y(tick) + 4, speech.number(tick, 'share'), { 'text-anchor': 'end', fill: softInk }),
  ])

function key(incoming: string, outgoing: string): string[] {
  const x = left + plotWidth + 24
  return [
    disc(x, top + 10),
    svgLabel(x + 12, top + 14, incoming),
    square(x, top + 34),
    svgLabel(x + 12, top + 38, outgoing),
  ]
}
