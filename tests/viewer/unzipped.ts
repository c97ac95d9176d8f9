import { crc32, inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'

/** Files of a zip as its directory tells of them. */
export function unzipped(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x0605_4b50)
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x0201_4b50)
    const [crc, packed, size] = [16, 20, 24].map(place => zip.readUInt32LE(at + place)) as [number, number, number]
    const [name, offset] = [zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const path = zip.toString('utf8', at + 46, at + 46 + name)
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    const bytes = inflateRawSync(zip.subarray(start, start + packed))
    expect([bytes.length, crc32(bytes)], path).toEqual([size, crc])
    files.set(path, bytes)
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
