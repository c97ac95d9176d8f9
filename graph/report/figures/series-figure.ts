import { scaleLinear } from 'd3-scale'
import type { Figure } from '../document/block.ts'
import type { ToldChange, ToldPoint } from '../findings/change.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { disc, square } from './plot-marks.ts'
import { at, element, ink, rule, shortened, softInk, svgLabel, writeSvg } from './svg.ts'

const left = 56
const top = 16
const plotWidth = 480
const plotHeight = 220
const longestLabel = 16
const followed = ['ei_index', 'asymmetry'] as const

/**
 * E-I index (discs) and asymmetry of two countries (squares) in each wave, on what every wave looked at, with their
 * intervals; waves stand at their day. Null where neither is defined.
 */
export function seriesFigure(
  { series, waves }: ToldChange,
  titles: readonly string[],
  speech: ReportSpeech,
): Figure | null {
  const told = speech.words.change
  const days = waves.map(({ day }) => Date.parse(day))
  const points = followed.map(measure =>
    waves.map(({ wave }) => series.find(own => own.scope === 'panel' && own.measure === measure && own.wave === wave)),
  )
  if (!points.flat().some(point => point?.value)) return null
  const x = scaleLinear()
    .domain([Math.min(...days), Math.max(...days, Math.min(...days) + 1)])
    .range([left + 24, left + plotWidth - 24])
  const y = scaleLinear()
    .domain([-1, 1])
    .range([top + plotHeight, top])
  const number = (value: number): string => speech.number(value, 'plain', 2)
  const alt = titles
    .map((title, nth) => {
      const values = points[nth]!.flatMap((point, wave) =>
        point?.value ? [`${waves[wave]!.wave} ${number(point.value.value)}`] : [],
      )
      return `${title}${speech.typeset(speech.words.colon)}${values.join(', ')}`
    })
    .join(speech.typeset(speech.words.semicolon))
  const body = [
    ...y
      .ticks(4)
      .flatMap(tick => [
        element('line', { x1: left, x2: left + plotWidth, y1: at(y(tick)), y2: at(y(tick)), stroke: rule }),
        svgLabel(left - 8, y(tick) + 4, speech.tick(tick), { 'text-anchor': 'end', fill: softInk }),
      ]),
    ...waves.map(({ wave }, nth) =>
      svgLabel(x(days[nth]!), top + plotHeight + 20, shortened(wave, longestLabel), {
        'text-anchor': 'middle',
        fill: softInk,
      }),
    ),
    ...points.flatMap((own, nth) => drawLine(own, nth, day => x(days[day]!) + (nth === 0 ? -4 : 4), y)),
    ...titles.map((title, nth) =>
      [
        mark(nth, left + 8, top + plotHeight + 44 + 20 * nth),
        svgLabel(left + 22, top + plotHeight + 48 + 20 * nth, title),
      ].join(''),
    ),
  ]
  const size = { width: left + plotWidth + 24, height: top + plotHeight + 80 }
  const svg = writeSvg({ name: 'series', ...size, title: told.series, alt, body })
  return { kind: 'figure', name: 'series', caption: [told.seriesFigure], alt, svg }
}

type Scale = (value: number) => number

function drawLine(points: readonly (ToldPoint | undefined)[], nth: number, x: Scale, y: Scale): string[] {
  const known = points.flatMap((point, wave) => (point?.value ? [{ wave, value: point.value.value, point }] : []))
  const line = known.map(({ wave, value }) => `${at(x(wave))},${at(y(value))}`).join(' ')
  return [
    element('polyline', {
      points: line,
      fill: 'none',
      stroke: ink,
      ...(nth === 0 ? {} : { 'stroke-dasharray': '5 4' }),
    }),
    ...known.flatMap(({ wave, value, point: { low, high } }) => [
      ...(low === null || high === null
        ? []
        : [
            element('line', {
              x1: at(x(wave)),
              x2: at(x(wave)),
              y1: at(y(low.value)),
              y2: at(y(high.value)),
              stroke: softInk,
            }),
          ]),
      mark(nth, x(wave), y(value)),
    ]),
  ]
}

const mark = (nth: number, x: number, y: number): string => (nth === 0 ? disc(x, y) : square(x, y))
