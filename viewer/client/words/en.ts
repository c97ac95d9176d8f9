import { studyEn } from '#data/vocabulary/words/en/study.ts'
import { crawlEn } from './en/crawl.ts'
import { evidenceEn } from './en/evidence.ts'
import { exploreEn } from './en/explore.ts'
import { frameEn } from './en/frame.ts'
import { judgeEn } from './en/judge.ts'
import { mapEn } from './en/map.ts'
import { overviewEn } from './en/overview.ts'
import { publishEn } from './en/publish.ts'
import { siteEn } from './en/site.ts'
import { termsEn } from './en/terms.ts'

/** The interface in English. Every other language has the same entries. */
export const en = {
  ...frameEn,
  ...mapEn,
  ...exploreEn,
  ...crawlEn,
  ...judgeEn,
  ...publishEn,
  ...overviewEn,
  ...siteEn,
  ...evidenceEn,
  ...termsEn,
  ...studyEn,
}
