import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { packedAnswer, packedFile } from '#viewer/server/packed/packed-answer.ts'

const data = { title: 'Élections', numbers: Array.from({ length: 400 }, (_, at) => at / 7) }
const file = { type: 'text/javascript; charset=utf-8', bytes: new TextEncoder().encode(JSON.stringify(data)) }
const app = new Hono().get('/', packedAnswer(data)).get('/file', context => packedFile(file)(context))
const plain = (bytes: Uint8Array): Uint8Array => bytes
const unpack = { zstd: zstdDecompressSync, gzip: gunzipSync, '': plain }

describe('packedAnswer(data) and packedFile(file)', () => {
  it.each<[string, string | undefined, keyof typeof unpack]>([
    ['Chromium on this machine', 'gzip, deflate, br, zstd', 'zstd'],
    ['Firefox over http', 'gzip, deflate', 'gzip'],
    ['who refuses zstd', 'zstd;q=0, GZIP;q=0.5', 'gzip'],
    ['who refuses both', 'zstd; q=0.0, gzip;q=0', ''],
    ['who names what only looks like one', 'x-gzip2', ''],
    ['who says nothing', undefined, ''],
  ])('answers %s in a packing that it takes, the second time as the first', async (_, taken, packing) => {
    for (const address of ['/', '/', '/file', '/file']) {
      const answer = await app.request(address, taken === undefined ? {} : { headers: { 'accept-encoding': taken } })
      expect([answer.headers.get('content-encoding') ?? '', answer.headers.get('vary')]).toEqual([packing, 'accept-encoding']) // prettier-ignore
      expect(answer.headers.get('content-type')).toBe(address === '/' ? 'application/json' : file.type)
      const bytes = unpack[packing](new Uint8Array(await answer.arrayBuffer()))
      expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(data)
    }
  })
})
