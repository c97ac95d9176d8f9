import type { InventedCapture } from '../webs/invented-replay.ts'
import { linking } from './crawl-web.ts'

/** The one site that the archives of these tests hold. */
export const site = 'http://site.example'

/** A capture of a path of it: a page without links unless `more` says otherwise. */
export const capture = (digits: string, path: string, more: Partial<InventedCapture> = {}): InventedCapture => ({
  digits,
  url: `${site}${path}`,
  body: linking(),
  ...more,
})
