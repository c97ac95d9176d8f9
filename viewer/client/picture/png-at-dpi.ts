/** Returns the PNG with its size on paper written in: a pHYs chunk before the first IDAT. PNG specification, 11.3.5.3. */
export function pngAtDpi(png: Uint8Array<ArrayBuffer>, dpi: number): Uint8Array<ArrayBuffer> {
  const perMetre = Math.round(dpi / 0.0254)
  const chunk = new Uint8Array(21)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, 9)
  chunk.set([0x70, 0x48, 0x59, 0x73], 4)
  view.setUint32(8, perMetre)
  view.setUint32(12, perMetre)
  chunk[16] = 1
  view.setUint32(17, crc32(chunk.subarray(4, 17)))
  // The signature (8 bytes) and IHDR (25) come first in every PNG.
  const start = 33
  const whole = new Uint8Array(png.length + chunk.length)
  whole.set(png.subarray(0, start))
  whole.set(chunk, start)
  whole.set(png.subarray(start), start + chunk.length)
  return whole
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
