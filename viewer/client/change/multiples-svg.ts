import { type KindOfChange, kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import { changeLook } from '../draw/change-look.ts'
import { fontFamily } from '../draw/labels/choose-labels.ts'
import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import { mapInFrame } from '../picture/picture.ts'
import { short, svgText } from '../picture/svg-text.ts'
import type { View } from '../view/view.ts'
import type { Speech } from '../words/format.ts'

/** One wave of the row. */
export interface Multiple {
  readonly title: string
  readonly model: Model
  readonly shown: Shown
  /** Since the wave before; null: it is the first one. */
  readonly changes: {
    readonly change: readonly KindOfChange[]
    readonly kindOf: (source: number, target: number) => KindOfChange | undefined
  } | null
}

interface MultiplesQuestion {
  readonly multiples: readonly Multiple[]
  readonly view: Pick<View, 'colour' | 'shape' | 'size' | 'label' | 'ink'>
  readonly speech: Speech
  readonly widthOf: (text: string, font: string) => number
}

const [width, gap, head, cellHeight, foot] = [680, 16, 48, 250, 46]
const columnsOf = (count: number): number => (count <= 4 ? 2 : 3)

/** Pixels at 96 to the inch: a page in portrait. */
export const multiplesSize = (count: number): { readonly width: number; readonly height: number } => ({
  width,
  height: Math.ceil(count / columnsOf(count)) * (cellHeight + head) + foot,
})

/** Every wave at the same places and in the same signs; lines are told apart by their dashes, too. Pure but for `widthOf`. */
export function multiplesSvg({ multiples, view, speech, widthOf }: MultiplesQuestion): string {
  const { words } = speech
  const columns = columnsOf(multiples.length)
  const { height } = multiplesSize(multiples.length)
  const cellWidth = (width - gap * (columns - 1)) / columns
  const cells = multiples.map((multiple, at) => {
    const [left, top] = [(at % columns) * (cellWidth + gap), Math.floor(at / columns) * (cellHeight + head)]
    const frame = { left: 0, top: 0, width: cellWidth, height: cellHeight, padding: 14 }
    const map = mapInFrame({ ...multiple, view, speech, widthOf }, frame)
    const counts = countsOf(multiple, speech)
    return [
      `<g transform="translate(${short(left)} ${short(top)})">`,
      `<text y="14" font-size="12" font-weight="600">${svgText(multiple.title)}</text>`,
      ...counts.map((line, nth) => `<text y="${27 + nth * 11}" font-size="8.5" fill="#50555f">${svgText(line)}</text>`),
      `<g transform="translate(0 ${head})"><clipPath id="wave-${at}"><rect width="${short(cellWidth)}" height="${cellHeight}"/></clipPath>`,
      `<g clip-path="url(#wave-${at})">${map}</g>`,
      `<rect width="${short(cellWidth)}" height="${cellHeight}" fill="none" stroke="#c9c6c0" stroke-width="0.7"/></g></g>`,
    ].join('')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${svgText(fontFamily)}" lang="${speech.language}" role="img" aria-label="${svgText(words.multiplesTitle)}">`,
    `<title>${svgText(words.multiplesTitle)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<g fill="#1d2025">${cells.join('')}</g>`,
    `<g transform="translate(0 ${height - foot + 16})" fill="#1d2025" font-size="9.5">${keyOf(view, speech, widthOf)}</g>`,
    '</svg>',
  ].join('\n')
}

/** How many ties each kind has, in two lines: those that are known, and those that nobody knows. */
function countsOf({ model, changes }: Multiple, { words, count }: Speech): string[] {
  if (changes === null) return [words.ties(model.tieCount)]
  const said = (kind: KindOfChange): string =>
    `${words.kindsOfChange[kind]}${words.colon} ${count(changes.change.filter(one => one === kind).length)}`
  return [
    kindsOfChange
      .filter(kind => kind !== 'unknown')
      .map(said)
      .join(' · '),
    said('unknown'),
  ]
}

function keyOf(view: Pick<View, 'ink'>, { words }: Speech, widthOf: MultiplesQuestion['widthOf']): string {
  let x = 0
  return kindsOfChange
    .map(kind => {
      const { ink, period, share } = changeLook(kind, view.ink)
      const dashes = period === 0 ? '' : ` stroke-dasharray="${short(period * share)} ${short(period * (1 - share))}"`
      const name = words.kindsOfChange[kind]
      const at = x
      x += 42 + widthOf(name, `9.5px ${fontFamily}`) + 14
      return `<path d="M${short(at)},0h32" stroke="${ink}" stroke-width="2.4"${dashes}/><text x="${short(at + 37)}" y="3.3">${svgText(name)}</text>`
    })
    .join('')
}
