import type { Surroundings } from '#data/command/command.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { Wave } from '#data/store/frontier/waves.ts'
import type { Url } from '#data/url/brand.ts'
import type { CrawlSettings } from '../crawl-options.ts'
import type { Identity } from '../fetch/identity.ts'
import type { CrawlLog } from '../tell/open-log.ts'
import type { Unread } from '#data/store/frontier/unread.ts'
import type { Watch } from '../watch/reading-watch.ts'
import type { SeedFile } from '../read-seed-file.ts'

/** A call of the command, once everything it needs is open. */
export interface CrawlJob {
  readonly corpus: Corpus
  readonly wave: Wave
  readonly seeds: SeedFile
  readonly settings: CrawlSettings
  /** The proxy's address with its login, for requests only; the settings have it without. */
  readonly proxy: string | undefined
  readonly identity: Identity
  /** Its owner opted out: never asked for. */
  readonly isLeftOut: (url: Url) => boolean
  readonly log: CrawlLog
  readonly around: Surroundings
  /** Told before a stranger's text is read. */
  readonly watch: Watch
  /** What earlier processes did not survive. */
  readonly unread: readonly Unread[]
}
