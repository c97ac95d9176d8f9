import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { packedAnswer } from '#viewer/server/packed/packed-answer.ts'

const data = { title: 'Élections', numbers: Array.from({ length: 400 }, (_, at) => at / 7) }
const app = new Hono().get('/', packedAnswer(data))
const plain = (bytes: Uint8Array): Uint8Array => bytes
const unpack = { zstd: zstdDecompressSync, gzip: gunzipSync, '': plain }

describe('packedAnswer(data)', () => {
  it.each<[string, string | undefined, keyof typeof unpack]>([
    ['Chromium on this machine', 'gzip, deflate, br, zstd', 'zstd'],
    ['Firefox over http', 'gzip, deflate', 'gzip'],
    ['who refuses zstd', 'zstd;q=0, GZIP;q=0.5', 'gzip'],
    ['who refuses both', 'zstd; q=0.0, gzip;q=0', ''],
    ['who names what only looks like one', 'x-gzip2', ''],
    ['who says nothing', undefined, ''],
  ])('answers %s in a packing that it takes, the second time as the first', async (_, taken, packing) => {
    for (let asked = 0; asked < 2; asked++) {
      const answer = await app.request('/', taken === undefined ? {} : { headers: { 'accept-encoding': taken } })
      expect([answer.headers.get('content-encoding') ?? '', answer.headers.get('vary')]).toEqual([packing, 'accept-encoding']) // prettier-ignore
      const bytes = unpack[packing](new Uint8Array(await answer.arrayBuffer()))
      expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(data)
    }
  })
})
