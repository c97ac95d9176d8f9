import { type PlacedClass, placeTraffic } from '#data/vocabulary/traffic/place-traffic.ts'
import type { OrderedMatrix } from '#data/vocabulary/traffic/order-matrix.ts'
import type { Figure } from '../document/block.ts'
import type { BlockPicture, TrafficRing } from '../findings/blocks/block-picture.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { at, element, ink, rule, shortened, softInk, svgLabel, writeSvg } from './svg.ts'

const side = 360
const top = 34
const gap = 40
/** Lightest first; the deepest is the arrows' colour, too. */
const shades = ['#a9c1d6', '#7399bb', '#41719c', '#1d4467'] as const
const [deep, paper] = ['#1d4467', '#ffffff'] as const

interface Drawn {
  readonly speech: ReportSpeech
  readonly undirected: boolean
}

/** The ties with the sites in the order of their blocks, and beside it the arrows between blocks. */
export function blockFigure({ matrix, blocks }: BlockPicture, drawn: Drawn): Figure {
  const { speech } = drawn
  const told = speech.words.blocks
  const left = 34
  const body = [
    svgLabel(left, 14, speech.typeset(drawn.undirected ? told.matrixTied : told.matrixGets), { fill: softInk }),
    element('g', { transform: `translate(${left} ${top})` }, drawMatrix(matrix)),
    element('g', { transform: `translate(${left + side + gap} ${top})` }, drawRing(blocks, blocks.names, drawn)),
  ]
  const alt = told.figureAlt(arrowNames(blocks, told.block, drawn))
  const width = left + 2 * side + gap
  const svg = writeSvg({ name: 'blocks', width, height: top + side + 8, title: told.figureTitle, alt, body })
  return { kind: 'figure', name: 'blocks', caption: [drawn.undirected ? told.figureTied : told.figure], alt, svg }
}

/** The arrows between countries. */
export function countryFlowFigure(ring: TrafficRing, drawn: Drawn): Figure {
  const { speech } = drawn
  const told = speech.words.blocks
  const names = ring.names.map(speech.country)
  const alt = told.countriesAlt(arrowNames(ring, name => speech.country(name), drawn))
  const margin = 90
  const body = [element('g', { transform: `translate(${margin} 4)` }, drawRing(ring, names, drawn))]
  const size = { width: side + 2 * margin, height: side + 28 }
  const svg = writeSvg({ name: 'flows', ...size, title: told.countriesTitle, alt, body })
  return {
    kind: 'figure',
    name: 'flows',
    caption: [drawn.undirected ? told.countriesTied : told.countriesFigure],
    alt,
    svg,
  }
}

function drawMatrix({ cells, ends, shades: paths }: OrderedMatrix): string[] {
  const scale = side / cells
  const edges = ends.map(end => at(end * scale))
  return [
    element('rect', { width: side, height: side, fill: paper, stroke: rule }),
    element('g', { transform: `scale(${Math.round(scale * 1e5) / 1e5})` }, paths.flatMap((d, depth) => (d === '' ? [] : [element('path', { d, fill: shades[depth]! })]))), // prettier-ignore
    ...edges.slice(0, -1).map(edge => element('path', { d: `M0 ${edge}H${side}M${edge} 0V${side}`, stroke: softInk, 'stroke-width': 0.7, fill: 'none' })), // prettier-ignore
    ...edges.flatMap((edge, block) => {
      const before = edges[block - 1] ?? 0
      // A band lower than its number has none: the ring tells its size.
      if (edge - before < 12) return []
      const [middle, text] = [(edge + before) / 2, String(block + 1)]
      const small = { 'font-size': 11, fill: softInk }
      return [
        svgLabel(middle, -5, text, { ...small, 'text-anchor': 'middle' }),
        svgLabel(-6, middle + 4, text, { ...small, 'text-anchor': 'end' }),
      ]
    }),
  ]
}

function drawRing({ sizes, flows }: TrafficRing, names: readonly string[], { undirected }: Drawn): string[] {
  const placed = placeTraffic(flows, { side, sizes, undirected })
  return [
    ...placed.flows.flatMap(({ line, head, width, isMore }) => [
      element('path', { d: line, stroke: isMore ? deep : shades[0], 'stroke-width': width, fill: 'none' }),
      ...(head === '' ? [] : [element('path', { d: head, fill: isMore ? deep : shades[0] })]),
    ]),
    ...placed.classes.flatMap(one => drawClass(one, names[one.at]!)),
  ]
}

/** A short name stands in its disc, a longer one below it. */
function drawClass({ x, y, radius, isClosed }: PlacedClass, name: string): string[] {
  const isShort = [...name].length <= 3
  return [
    element('circle', { cx: x, cy: y, r: radius, fill: '#eef2f6', stroke: deep, 'stroke-width': isClosed ? 4 : 1 }),
    isShort
      ? svgLabel(x, y + 4.5, name, { 'text-anchor': 'middle', 'font-weight': 600 })
      : svgLabel(x, y + radius + 16, shortened(name, 22), { 'text-anchor': 'middle', 'font-weight': 600, stroke: paper, 'stroke-width': 3, 'paint-order': 'stroke', fill: ink }), // prettier-ignore
  ]
}

/** The arrows in words, for who doesn't see them. */
function arrowNames(
  { names, sizes, flows }: TrafficRing,
  nameOf: (name: string) => string,
  { speech, undirected }: Drawn,
): string {
  // prettier-ignore
  const drawn = placeTraffic(flows, { side, sizes, undirected }).flows
  const between = undirected ? ' – ' : ' → '
  return drawn.filter(({ isMore }) => isMore).map(({ flow: { from, to } }) => nameOf(names[from]!) + between + nameOf(names[to]!)).join(speech.typeset(speech.words.semicolon)) // prettier-ignore
}
