const side = 8
/** Red, green, blue of each pixel of the pattern: never the same twice, never paper. */
const patternAt = (pixel: number): readonly [number, number, number] => [
  pixel * 3 + 10,
  250 - pixel * 3,
  (pixel * 37) % 256,
]

/**
 * Whether what a canvas gives is what was drawn on it. Browsers that guard against fingerprinting (Firefox with
 * privacy.resistFingerprinting, some extensions) give noise or plain white instead, and say nothing. A small pattern takes
 * the road of a saved picture, to a PNG and back, and must arrive as it went.
 */
export async function trustsCanvas(): Promise<boolean> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  const context = canvas.getContext('2d')!
  for (let pixel = 0; pixel < side * side; pixel++) {
    context.fillStyle = `rgb(${patternAt(pixel).join(' ')})`
    context.fillRect(pixel % side, Math.floor(pixel / side), 1, 1)
  }
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/png')
  })
  const pixels = blob === null ? null : await pixelsOf(blob, side, side).catch(() => null)
  if (pixels === null) return false
  return Array.from({ length: side * side }, (_, pixel) => [...patternAt(pixel), 255]).every((wanted, pixel) =>
    wanted.every((value, channel) => pixels[pixel * 4 + channel] === value),
  )
}

/** The first pixels of a picture, from its upper left corner: red, green, blue, opacity. @throws when it is no picture. */
export async function pixelsOf(blob: Blob, width: number, height: number): Promise<Uint8ClampedArray> {
  const image = await createImageBitmap(blob, 0, 0, width, height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, width, height).data
}
