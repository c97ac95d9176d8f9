import { isoTime } from '#data/store/base/iso-time.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { datedCitations } from '#data/store/changes/dated-citations.ts'
import { tieHistories } from '#data/store/changes/tie-history.ts'
import { allWaves } from '#data/store/frontier/waves.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import type { TiesInTime } from './model/ties-in-time.ts'

/** What the corpus knows of its ties through time; the day of a wave is that of its archive, else the one on which it began. */
export const tiesInTime = (corpus: Corpus, question: Pick<GraphQuestion, 'statuses' | 'zones'>): TiesInTime => ({
  days: allWaves(corpus).map(({ past, startedAt }) => past?.date ?? isoTime(startedAt).slice(0, 10)),
  histories: tieHistories(corpus, question).histories,
  citations: datedCitations(corpus, question),
})
