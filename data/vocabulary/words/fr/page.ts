import { changeFr } from './page/change.ts'
import { crawlFr } from './page/crawl.ts'
import { deedsFr } from './page/deeds.ts'
import { evidenceFr } from './page/evidence.ts'
import { explainFr } from './page/explain.ts'
import { exploreFr } from './page/explore.ts'
import { figureFr } from './page/figure.ts'
import { frameFr } from './page/frame.ts'
import { judgeFr } from './page/judge.ts'
import { mapFr } from './page/map.ts'
import { overviewFr } from './page/overview.ts'
import { publishFr } from './page/publish.ts'
import { siteFr } from './page/site.ts'
import { startFr } from './page/start.ts'
import { storyFr } from './page/story.ts'
import { summaryFr } from './page/summary.ts'
import { termsFr } from './page/terms.ts'
import { studyFr } from './study.ts'
import type { pageEn } from '../en/page.ts'

/** L’interface en français. */
export const pageFr: typeof pageEn = {
  ...frameFr,
  ...mapFr,
  ...explainFr,
  ...exploreFr,
  ...changeFr,
  ...crawlFr,
  ...deedsFr,
  ...judgeFr,
  ...publishFr,
  ...figureFr,
  ...overviewFr,
  ...siteFr,
  ...startFr,
  ...storyFr,
  ...summaryFr,
  ...evidenceFr,
  ...termsFr,
  ...studyFr,
}
