import { scaleLinear } from 'd3-scale'
import type { Figure } from '../document/block.ts'
import type { Community } from '../findings/communities.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { at, element, ink, svgLabel, rule, shortened, softInk, writeSvg } from './svg.ts'

const left = 300
const plot = 400
const row = 26
const top = 12
const longestName = 40

/** How often the sites of each community are put together again: a stroke per site, a diamond for their mean. */
export function stabilityFigure(communities: readonly Community[], speech: ReportSpeech): Figure {
  const { communities: told } = speech.words
  const x = scaleLinear()
    .domain([0, 1])
    .range([left, left + plot])
  const bottom = top + communities.length * row
  const rows = communities.filter(({ stability }) => stability !== null)
  const alt = told.figureAlt(
    rows
      .map(each => told.figureRow(nameOf(each, speech), speech.number(each.stability?.value ?? 0, 'plain')))
      .join(speech.typeset(speech.words.semicolon)),
  )
  const body = [
    ...x
      .ticks(5)
      .flatMap(tick => [
        element('line', { x1: at(x(tick)), x2: at(x(tick)), y1: top, y2: bottom, stroke: rule }),
        svgLabel(x(tick), bottom + 18, speech.tick(tick), { 'text-anchor': 'middle', fill: softInk }),
      ]),
    svgLabel(left + plot / 2, bottom + 38, told.figureAxis, { 'text-anchor': 'middle', fill: softInk }),
    ...communities.flatMap((each, nth) => drawRow(each, top + (nth + 0.5) * row, x, speech)),
  ]
  const size = { width: left + plot + 24, height: bottom + 48 }
  const svg = writeSvg({ name: 'stability', ...size, title: told.stability, alt, body })
  return { kind: 'figure', name: 'stability', caption: [told.figure], alt, svg }
}

const nameOf = ({ number, strongest }: Community, { words }: ReportSpeech): string =>
  words.communities.numbered(number, strongest.map(({ label: name }) => name).join(', '))

function drawRow(community: Community, y: number, x: (value: number) => number, speech: ReportSpeech): string[] {
  const strokes = community.stabilities.map(value =>
    element('line', {
      x1: at(x(value)),
      x2: at(x(value)),
      y1: at(y - 8),
      y2: at(y + 8),
      stroke: ink,
      'stroke-opacity': 0.45,
    }),
  )
  const mean = community.stability
  return [
    svgLabel(left - 14, y + 4, shortened(nameOf(community, speech), longestName), { 'text-anchor': 'end' }),
    ...strokes,
    ...(mean === null ? [] : [diamond(x(mean.value), y)]),
  ]
}

const diamond = (x: number, y: number): string =>
  element('path', { d: `M${at(x)} ${at(y - 7)}l6 7l-6 7l-6 -7z`, fill: '#ffffff', stroke: ink, 'stroke-width': 1.8 })
