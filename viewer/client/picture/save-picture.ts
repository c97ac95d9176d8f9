import { pngAtDpi } from './png-at-dpi.ts'
import { pixelsOf, trustsCanvas } from './trusts-canvas.ts'

export const printDpi = 300
const screenDpi = 96

export const svgBlob = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' })

/** A picture, or why there is none: the browser gives noise for it, or has no room for one so large. */
export type PngOutcome = Blob | 'noise' | 'too-large'

/** The SVG, whose paper is white, as a PNG with 300 points to the inch, checked before it is handed over. */
export async function pngBlob(svg: string, width: number, height: number): Promise<PngOutcome> {
  if (!(await trustsCanvas())) return 'noise'
  const scale = printDpi / screenDpi
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const image = new Image()
  // A data address: the page's policy lets no blob be an image.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null || !(await beginsWithPaper(blob))) return 'too-large'
  return new Blob([pngAtDpi(new Uint8Array(await blob.arrayBuffer()), printDpi)], { type: 'image/png' })
}

/** A canvas larger than the browser can hold comes out empty. */
async function beginsWithPaper(blob: Blob): Promise<boolean> {
  const corner = await pixelsOf(blob, 1, 1)
  return corner.every(value => value === 255)
}

/** Hands a file to the user. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
