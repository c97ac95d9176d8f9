import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { Mistake } from '#data/mistake.ts'
import { densityChunk, textChunk, withChunks } from './png-chunks.ts'

export interface PngQuestion {
  /** Letters as outlines: nothing of this machine's fonts enters the picture. */
  readonly svg: string
  /** Pixels at 96 to the inch. */
  readonly width: number
  readonly height: number
  readonly dpi: number
  /** Keyword and text of each iTXt chunk. */
  readonly texts: readonly (readonly [keyword: string, text: string])[]
}

/** More pixels than these are some hundred megabytes in memory. */
const mostPixels = 120_000_000

let ready: Promise<void> | undefined

/** Draws in WebAssembly, on every machine the same. @throws Mistake when it is too large to be drawn. */
export async function writePng({ svg, width, height, dpi, texts }: PngQuestion): Promise<Uint8Array> {
  const zoom = dpi / 96
  const [across, down] = [Math.round(width * zoom), Math.round(height * zoom)]
  if (across * down > mostPixels)
    throw new Mistake({ code: 'figure-too-large', values: { width: across, height: down, most: mostPixels } })
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  await ready
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: across } })
  const image = drawing.render()
  try {
    return withChunks(image.asPng(), [
      densityChunk(dpi),
      ...texts.filter(([, text]) => text !== '').map(([keyword, text]) => textChunk(keyword, text)),
    ])
  } finally {
    image.free()
    drawing.free()
  }
}
