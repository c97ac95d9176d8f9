import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface ClientFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Files of the page by path ('/assets/index-x.js'). Read once, so no request can name another file. */
export type ClientFiles = ReadonlyMap<string, ClientFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Reads the built page in `folder`. */
export function readClientFiles(folder: string): ClientFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      const address = path.slice(folder.length).replaceAll('\\', '/')
      return [
        address,
        { type: types[extname(name)] ?? 'application/octet-stream', bytes: new Uint8Array(readFileSync(path)) },
      ]
    }),
  )
}
