import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import type { MapData } from '#viewer/protocol/map.ts'

/** Of a package whose main file stands in `dist`. */
const distOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(name))

/** The folder of our sigma's built files. */
export const ownSigma = (): string => distOf('sigma')

/** A page of sigma as it comes (its built files in `sigma`), with default settings, that draws the same sites and ties and nothing else. */
export async function serveBare(
  { x, y, ties }: MapData,
  sigma: string,
): Promise<{ address: string; close: () => void }> {
  const files: Readonly<Record<string, () => string | Buffer>> = {
    '/': () => readFileSync(join(import.meta.dirname, 'bare-sigma.html')),
    '/sigma.js': () => readFileSync(join(sigma, 'sigma.min.js')),
    '/graphology.js': () => readFileSync(join(distOf('graphology'), 'graphology.umd.min.js')),
    '/bare.json': () => JSON.stringify({ x, y, source: ties.source, target: ties.target }),
  }
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    if (file === undefined) return void response.writeHead(204).end()
    response.setHeader('content-type', request.url === '/' ? 'text/html' : 'text/javascript')
    response.end(file())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
