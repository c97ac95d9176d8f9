import { join } from 'node:path'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { setEntities } from '#data/store/curate/set-entity.ts'
import { reviewRows } from '#data/store/curate/review-rows.ts'
import { crawlDemoWeb } from '../../crawl-demo-web.ts'
import type { KnownAnswer } from './run.ts'

/** So many of the list are the study's beginning. */
const seeds = 6

/** The demonstration web, crawled whole: of its list all but the first are put back among the discovered, and are to be found again. */
export async function demoStudy(folder: string): Promise<KnownAnswer[]> {
  const file = join(folder, 'demo.sqlite')
  await crawlDemoWeb(file)
  const corpus = openCorpus(file, 'write')
  const listed = reviewRows(corpus, ['IN']).map(({ id }) => id)
  const others = listed.slice(seeds)
  setEntities(corpus, { actor: 'eval', reason: '', now: 0 }, others, { status: 'DISCOVERED' })
  corpus.close()
  return [{ name: 'demonstration web', file, relevant: new Set(others) }]
}
