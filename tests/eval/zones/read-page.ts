import { readFileSync } from 'node:fs'
import { extractPage } from '#crawler/extract/extract-page.ts'
import type { ExtractedLink } from '#data/records.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

export interface ReadPage {
  readonly address: string
  readonly html: string
  readonly links: readonly ExtractedLink[]
}

/** A page kept in the file `path`, as if it had been fetched from `address`. */
export function readPage(path: string, address: string): ReadPage {
  const html = readFileSync(path, 'utf8')
  return { address, html, links: extractPage(html, { url: normalizeUrl(address)! }).links }
}
