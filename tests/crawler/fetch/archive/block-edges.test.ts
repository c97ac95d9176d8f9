import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readIndex } from '#crawler/fetch/archive/read-index.ts'
import { readRecord } from '#crawler/fetch/archive/read-record.ts'
import { bufferBlocks, type FileBlocks } from '#crawler/fetch/archive/file-blocks.ts'
import type { WarcSource } from '#crawler/fetch/archive/warc-source.ts'

const blockBytes = 65_536

/** Blocks end where those of a file do, whatever is asked for. */
function inBlocks(bytes: Buffer): FileBlocks {
  const at = async (offset: number): Promise<Buffer> =>
    bytes.subarray(offset, offset - (offset % blockBytes) + blockBytes)
  async function* from(offset: number): AsyncGenerator<Buffer> {
    for (let next = offset; next < bytes.length; next += blockBytes - (next % blockBytes)) yield await at(next)
  }
  return { ...bufferBlocks(bytes), at, from }
}

const sourceOf = (bytes: Buffer): WarcSource => ({
  name: 'edge.warc.gz',
  begin: 0,
  open: async () => inBlocks(bytes),
  placeOf: () => null,
  close: async () => undefined,
})

function record(url: string): Buffer {
  const block = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x'
  const head = ['WARC/1.0', 'WARC-Type: response', `WARC-Target-URI: ${url}`, 'WARC-Date: 2024-01-01T00:00:00Z']
  return Buffer.from([...head, `Content-Length: ${block.length}`, '', `${block}\r\n\r\n`].join('\r\n'))
}

/** A member of `size` bytes: a comment in its head (RFC 1952, FCOMMENT) makes it as long as that. */
function memberOf(url: string, size: number): Buffer {
  const member = gzipSync(record(url))
  const comment = Buffer.concat([Buffer.alloc(size - member.length - 1, 'x'), Buffer.from([0])])
  return Buffer.concat([member.subarray(0, 3), Buffer.from([16]), member.subarray(4, 10), comment, member.subarray(10)])
}

const sites = ['a', 'b', 'c', 'd'].map(name => `http://${name}.example/`)
/** From where a member begins behind the edge of a block to where the one before has its deflate stream and trailer across it. */
const begins = Array.from({ length: 24 }, (_, at) => blockBytes - 6 + at)

describe('a record wherever a block of its file ends', () => {
  it('is found and read: packed, with every byte of head, trailer and next member on either side', async () => {
    for (const begin of begins) {
      const bytes = Buffer.concat([
        memberOf(sites[0]!, begin),
        ...sites.slice(1).map(site => memberOf(site, blockBytes)),
      ])
      const told: string[] = []
      const { index } = await readIndex([sourceOf(bytes)], text => told.push(text))
      expect([begin, [...index.urls()], told]).toEqual([begin, sites, []])
      const { head } = await readRecord(sourceOf(bytes), begin, 10)
      expect(head.url).toBe(sites[1])
    }
  })

  it('is found and read: plain, with every byte of its first line on either side', async () => {
    for (const begin of begins) {
      const first = record(sites[0]!)
      const bytes = Buffer.concat([first, Buffer.alloc(begin - first.length, '\n'), ...sites.slice(1).map(record)])
      const told: string[] = []
      const { index } = await readIndex([sourceOf(bytes)], text => told.push(text))
      expect([begin, [...index.urls()], told]).toEqual([begin, sites, []])
    }
  })
})
