import { archiveFolder } from '#data/store/visits/archive-place.ts'

/** How the settings that a crawl stored are said on the command line, in the order of the call. */
const flags: readonly (readonly [setting: string, flag: string])[] = [
  ['depth', '--depth'],
  ['maxPages', '--max-pages'],
  ['delay', '--delay'],
  ['concurrency', '--concurrency'],
  ['render', '--render'],
  ['resolve', '--resolve'],
  ['sitemaps', '--sitemaps'],
  ['proxy', '--proxy'],
  ['shard', '--shard'],
  ['copyTo', '--copy-to'],
  ['copyEvery', '--copy-every'],
  ['contact', '--contact'],
  ['userAgent', '--user-agent'],
  ['archive', '--archive'],
  ['fromArchive', '--from-archive'],
  ['past', '--past'],
  ['from', '--from'],
  ['within', '--within'],
  ['timeout', '--timeout'],
  ['maxBytes', '--max-bytes'],
  ['maxHours', '--max-hours'],
  ['texts', '--texts'],
  ['allowPrivate', '--allow-private'],
]

/** Settings that mean something with another only, and whose defaults were stored without it. */
const needs: Readonly<Record<string, string>> = { within: 'past', copyEvery: 'copyTo' }

export interface CrawlWish {
  readonly depth?: number | undefined
  readonly maxPages?: number | undefined
  readonly delay?: number | undefined
  readonly sitemaps?: boolean | undefined
  /** Whether every exchange is kept as WARC files, in a folder beside the corpus unless one is known. */
  readonly archive?: boolean | undefined
  /** False: the words of comments stay out. */
  readonly comments?: boolean | undefined
  readonly again?: string | undefined
}

/** The arguments that go on with a crawl as its `settings` were stored, with what is wished otherwise. */
export function crawlArgs(corpusFile: string, settings: Readonly<Record<string, unknown>>, wish: CrawlWish): string[] {
  const { again, archive, ...limits } = wish
  const kept = typeof settings['archive'] === 'string' ? settings['archive'] : archiveFolder(corpusFile)
  const asked: Readonly<Record<string, unknown>> = {
    ...settings,
    ...Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    ...(archive !== undefined && { archive: archive ? kept : undefined }),
  }
  const args = ['crawl', String(settings['seeds']), '--corpus', corpusFile]
  for (const [setting, flag] of flags) {
    const value = isOfUse(setting, settings) ? asked[setting] : undefined
    if (value === true) args.push(flag)
    else if (typeof value === 'string' || typeof value === 'number') args.push(flag, String(value))
  }
  if (asked['comments'] === false) args.push('--no-comments')
  return again === undefined ? args : [...args, '--again', again]
}

const isOfUse = (setting: string, settings: Readonly<Record<string, unknown>>): boolean => {
  const other = needs[setting]
  // What was asked of an archive was never archived anew.
  const isReplayed = setting === 'archive' && (isText(settings['fromArchive']) || isText(settings['past']))
  return !isReplayed && (other === undefined || isText(settings[other]))
}

const isText = (value: unknown): boolean => typeof value === 'string'
