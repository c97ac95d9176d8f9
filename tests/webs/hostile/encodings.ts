import type { Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { failed, fetched, hazard, page, sendHtml } from './hazard.ts'
import type { Asked, Hazard } from './hazard.ts'

/** Text that doesn't pack to nothing: sines are as good as words. */
const text = (title: string) => Buffer.from(page(title, Array.from({ length: 12_000 }, (_, at) => `<p>${Math.sin(at)}</p>`).join('')))
const bombBytes = 10 * 1024 ** 3

/** Compression, in order and out of it. */
export const encodingHazards: readonly Hazard[] = [
  ...encoded('gzip', 'gzip', body => zlib.gzipSync(body)),
  ...encoded('x-gzip', 'x-gzip', body => zlib.gzipSync(body)),
  ...encoded('deflate', 'deflate', body => zlib.deflateSync(body)),
  ...encoded('deflate-raw', 'deflate', body => zlib.deflateRawSync(body)),
  ...encoded('br', 'br', body => pack('br', body)),
  ...encoded('zstd', 'zstd', body => zlib.zstdCompressSync(body)),
  ...encoded('twice', 'deflate, gzip', body => zlib.gzipSync(zlib.deflateSync(body))),
  ...encoded('unknown', 'utf-8', body => body),
  ...encoded('rubbish-after', 'gzip', body => Buffer.concat([zlib.gzipSync(body), Buffer.from('<!-- cached -->')])),
  ...['gzip', 'deflate', 'br', 'zstd'].map(name =>
    hazard(`/truncated-${name}`, fetched(`truncated ${name}`), `${name} data that stop in the middle`, asked => {
      const packed = pack(name, text(`truncated ${name}`))
      sendHtml(asked, packed.subarray(0, packed.length - 20), { 'content-encoding': name })
    }),
  ),
  ...['gzip', 'deflate', 'br', 'zstd'].map(name =>
    hazard(`/not-${name}`, failed('bad-encoding'), `says ${name}, is text`, asked => {
      sendHtml(asked, text('not packed'), { 'content-encoding': name })
    }),
  ),
  hazard('/compress', failed('bad-encoding'), 'an encoding that nobody reads any more', asked => {
    sendHtml(asked, Buffer.from([0x1f, 0x9d, 0x90, 0x61]), { 'content-encoding': 'compress' })
  }),
  hazard('/empty-gzip', fetched(''), 'says gzip, has no body', asked => {
    sendHtml(asked, '', { 'content-encoding': 'gzip' })
  }),
  ...['gzip', 'br', 'zstd'].map(name =>
    hazard(`/${name}-bomb`, failed('too-large'), `ten gigabytes of spaces in ${name}`, asked => {
      asked.response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': name })
      explode(asked, packers[name]!())
    }),
  ),
]

function encoded(name: string, header: string, packing: (body: Buffer) => Buffer): readonly Hazard[] {
  return [
    hazard(`/packed-${name}`, fetched(name), `Content-Encoding: ${header}`, asked => {
      sendHtml(asked, packing(text(name)), { 'content-encoding': header })
    }),
  ]
}

function pack(name: string, body: Buffer): Buffer {
  if (name === 'gzip') return zlib.gzipSync(body)
  if (name === 'deflate') return zlib.deflateSync(body)
  return name === 'br' ? zlib.brotliCompressSync(body, quick) : zlib.zstdCompressSync(body)
}

const quick = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 2 } }

const packers: Readonly<Record<string, () => Transform>> = {
  gzip: () => zlib.createGzip(),
  br: () => zlib.createBrotliCompress(quick),
  zstd: () => zlib.createZstdCompress(),
}

function explode({ response }: Asked, packer: Transform) {
  packer.pipe(response)
  response.once('close', () => packer.destroy())
  const block = Buffer.alloc(1024 * 1024, 0x20)
  let sent = 0
  const more = () => {
    for (; sent < bombBytes && !packer.destroyed; sent += block.length)
      if (!packer.write(block)) return void packer.once('drain', more)
    packer.end()
  }
  more()
}
