import { crc32, deflateSync } from 'node:zlib'

/** The signature (8 bytes) and IHDR (25) come first in every PNG. */
const start = 33

/** A PNG with further chunks before its first data. PNG specification, 3rd edition, 5 and 11.3. */
export function withChunks(png: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([png.subarray(0, start), ...chunks, png.subarray(start)])
}

/** Its size on paper: pHYs. */
export function densityChunk(dpi: number): Uint8Array {
  const data = Buffer.alloc(9)
  const perMetre = Math.round(dpi / 0.0254)
  data.writeUInt32BE(perMetre, 0)
  data.writeUInt32BE(perMetre, 4)
  data[8] = 1
  return chunk('pHYs', data)
}

/** A text of any language under an ASCII keyword of 1 to 79 letters: iTXt, packed when it is long. */
export function textChunk(keyword: string, text: string): Uint8Array {
  const plain = Buffer.from(text)
  const isPacked = plain.length > 1000
  const head = Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.from([0, isPacked ? 1 : 0, 0, 0, 0])])
  return chunk('iTXt', Buffer.concat([head, isPacked ? deflateSync(plain, { level: 9 }) : plain]))
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
