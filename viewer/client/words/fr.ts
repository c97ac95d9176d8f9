import { studyFr } from '#data/vocabulary/words/fr/study.ts'
import { crawlFr } from './fr/crawl.ts'
import { evidenceFr } from './fr/evidence.ts'
import { exploreFr } from './fr/explore.ts'
import { frameFr } from './fr/frame.ts'
import { judgeFr } from './fr/judge.ts'
import { mapFr } from './fr/map.ts'
import { overviewFr } from './fr/overview.ts'
import { publishFr } from './fr/publish.ts'
import { siteFr } from './fr/site.ts'
import { termsFr } from './fr/terms.ts'
import type { en } from './en.ts'

/** L’interface en français. */
export const fr: typeof en = {
  ...frameFr,
  ...mapFr,
  ...exploreFr,
  ...crawlFr,
  ...judgeFr,
  ...publishFr,
  ...overviewFr,
  ...siteFr,
  ...evidenceFr,
  ...termsFr,
  ...studyFr,
}
