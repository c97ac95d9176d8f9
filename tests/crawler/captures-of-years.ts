import type { InventedCapture } from '../webs/invented-replay.ts'
import { capture, site } from './capture-of-site.ts'
import { linking } from './crawl-web.ts'

/** A page of the day, one of after it, a redirect of then, an error, and what lies outside the window. */
export const years: readonly InventedCapture[] = [
  capture('20080301000000', '/', { body: linking('/early') }),
  capture('20120420090000', '/', { body: linking('/moved', '/gone', '/later', '/never', 'http://friend.example/') }),
  capture('20120501000000', '/', { body: linking('/second-best') }),
  capture('20120501000000', '/moved', { status: 301, location: `${site}/new`, body: '' }),
  capture('20120520000000', '/new', { body: linking('http://friend.example/') }),
  capture('20120422120000', '/gone', { status: 404, body: 'gone' }),
  capture('20120601000000', '/gone'),
  capture('20150302000000', '/later'),
]
