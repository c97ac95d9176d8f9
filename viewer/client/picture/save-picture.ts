import { pngAtDpi } from './png-at-dpi.ts'

export const printDpi = 300
const screenDpi = 96

export const svgBlob = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' })

/** The SVG as a PNG with 300 points to the inch. @throws when the machine has no room for so large a picture. */
export async function pngBlob(svg: string, width: number, height: number): Promise<Blob> {
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
  if (blob === null) throw new Error('the picture is too large for this browser')
  return new Blob([pngAtDpi(new Uint8Array(await blob.arrayBuffer()), printDpi)], { type: 'image/png' })
}

/** Hands a file to the user. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
