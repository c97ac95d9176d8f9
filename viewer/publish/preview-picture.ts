import { crc32, deflateSync } from 'node:zlib'
import type { MapData } from '../protocol/map.ts'

/** What those who show a link to a page ask for: Open Graph pictures are cut to 1.91 : 1. */
export const pictureSize = { width: 1200, height: 630 } as const

const { width, height } = pictureSize
const margin = 70
/** Drawn at most; the heaviest. */
const mostTies = 4000

/** The map as a PNG without words: ties and dots in the colours of its communities. Drawn here, since a page is made where no browser is. */
export function previewPicture(map: MapData): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(width * height * 3).fill(0xfc)
  const { x, y } = placesOf(map)
  const { source, target, weight } = map.ties
  const heaviest = [...source.keys()].sort((a, b) => weight[b]! - weight[a]! || a - b).slice(0, mostTies)
  for (const tie of heaviest.toReversed()) {
    const [from, to] = [source[tie]!, target[tie]!]
    drawLine(pixels, [x[from]!, y[from]!, x[to]!, y[to]!])
  }
  const radius = radiiOf(map)
  const colour = coloursOf(map)
  const order = [...map.ids.keys()].sort((a, b) => radius[b]! - radius[a]!)
  for (const site of order) {
    drawDot(pixels, [x[site]!, y[site]!, radius[site]! + 1.6], [0xfc, 0xfc, 0xfc])
    drawDot(pixels, [x[site]!, y[site]!, radius[site]!], colour[site]!)
  }
  return png(pixels)
}

type Ink = readonly [red: number, green: number, blue: number]

function placesOf({ x, y }: MapData): { x: number[]; y: number[] } {
  const span = (values: readonly number[]) => {
    const [least, most] = values.reduce(
      ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
      [Infinity, -Infinity],
    )
    return { middle: (least + most) / 2, size: most - least }
  }
  const [across, down] = [span(x), span(y)]
  const scale = Math.min((width - 2 * margin) / (across.size || 1), (height - 2 * margin) / (down.size || 1))
  return {
    x: x.map(value => width / 2 + (value - across.middle) * scale),
    y: y.map(value => height / 2 - (value - down.middle) * scale),
  }
}

function radiiOf({ ids, ties }: MapData): number[] {
  const cited = ids.map(() => 0)
  for (const site of ties.target) cited[site]! += 1
  const most = cited.reduce((one, other) => Math.max(one, other), 1)
  return cited.map(count => 4 + 18 * Math.sqrt(count / most))
}

function coloursOf({ ids, columns }: MapData): Ink[] {
  const column = ['community', 'country', 'kind', 'status'].flatMap(
    name => columns.find(one => one.name === name && one.kind === 'category') ?? [],
  )[0]
  const grey: Ink = [0x8a, 0x8d, 0x93]
  return ids.map((_, site) => {
    const found = column?.kind === 'category' ? column.categories[column.values[site]!]?.colour : undefined
    if (found === undefined || !/^#[0-9a-f]{6}$/i.test(found)) return grey
    return [1, 3, 5].map(at => parseInt(found.slice(at, at + 2), 16)) as unknown as Ink
  })
}

/** Lays ink over the pixels of a box, each by the share of it that is covered. */
function cover(
  pixels: Uint8Array,
  [left, top, right, bottom]: readonly [number, number, number, number],
  ink: Ink,
  shareAt: (x: number, y: number) => number,
): void {
  for (let row = Math.max(0, Math.floor(top)); row <= Math.min(height - 1, Math.ceil(bottom)); row++)
    for (let column = Math.max(0, Math.floor(left)); column <= Math.min(width - 1, Math.ceil(right)); column++) {
      const share = Math.max(0, Math.min(1, shareAt(column + 0.5, row + 0.5)))
      if (share === 0) continue
      const at = (row * width + column) * 3
      for (let part = 0; part < 3; part++)
        pixels[at + part] = Math.round(pixels[at + part]! * (1 - share) + ink[part]! * share)
    }
}

const drawDot = (pixels: Uint8Array, [x, y, radius]: readonly [number, number, number], ink: Ink): void =>
  cover(
    pixels,
    [x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1],
    ink,
    (px, py) => radius + 0.5 - Math.hypot(px - x, py - y),
  )

const lineInk: Ink = [0x6d, 0x73, 0x80]

/** A pixel and a half wide, half transparent. */
function drawLine(pixels: Uint8Array, [x1, y1, x2, y2]: readonly [number, number, number, number]): void {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length]
  // Piece by piece: the box of a long slanted line is mostly empty.
  for (let from = 0; from < length; from += 16) {
    const to = Math.min(length, from + 16)
    const [ax, ay, bx, by] = [x1 + dx * from, y1 + dy * from, x1 + dx * to, y1 + dy * to]
    const box = [Math.min(ax, bx) - 1, Math.min(ay, by) - 1, Math.max(ax, bx) + 1, Math.max(ay, by) + 1] as const
    cover(pixels, box, lineInk, (px, py) => {
      const along = (px - x1) * dx + (py - y1) * dy
      const isOfPiece = along >= from && (along < to || (to === length && along <= to))
      return isOfPiece ? 0.4 * Math.min(1, 1.25 - Math.abs((px - x1) * dy - (py - y1) * dx)) : 0
    })
  }
}

/** PNG (W3C, third edition): 8 bits a channel, no filter. */
function png(pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (width * 3 + 1))
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width * 3, (row + 1) * width * 3), row * (width * 3 + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const parts = [Buffer.from(signature), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))] // prettier-ignore
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
