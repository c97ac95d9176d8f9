import { changeEn } from './page/change.ts'
import { crawlEn } from './page/crawl.ts'
import { deedsEn } from './page/deeds.ts'
import { evidenceEn } from './page/evidence.ts'
import { explainEn } from './page/explain.ts'
import { exploreEn } from './page/explore.ts'
import { figureEn } from './page/figure.ts'
import { frameEn } from './page/frame.ts'
import { judgeEn } from './page/judge.ts'
import { mapEn } from './page/map.ts'
import { overviewEn } from './page/overview.ts'
import { publishEn } from './page/publish.ts'
import { siteEn } from './page/site.ts'
import { startEn } from './page/start.ts'
import { storyEn } from './page/story.ts'
import { summaryEn } from './page/summary.ts'
import { termsEn } from './page/terms.ts'
import { studyEn } from './study.ts'

/** The interface in English. Every other language has the same entries. */
export const pageEn = {
  ...frameEn,
  ...mapEn,
  ...explainEn,
  ...exploreEn,
  ...changeEn,
  ...crawlEn,
  ...deedsEn,
  ...judgeEn,
  ...publishEn,
  ...figureEn,
  ...overviewEn,
  ...siteEn,
  ...startEn,
  ...storyEn,
  ...summaryEn,
  ...evidenceEn,
  ...termsEn,
  ...studyEn,
}
