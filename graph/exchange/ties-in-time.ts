import { isoTime } from '#data/store/base/iso-time.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { datedCitations } from '#data/store/changes/dated-citations.ts'
import { tieHistories } from '#data/store/changes/tie-history.ts'
import { allWaves } from '#data/store/frontier/waves.ts'
import { isCodedAs } from '#data/store/graph/coded-ties.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import type { TiesInTime } from './model/ties-in-time.ts'

interface ChosenTies extends Pick<GraphQuestion, 'statuses' | 'zones' | 'codes'> {
  /** Ties are chosen by their weights: those of a wave, which a history has not. */
  readonly isOfWeights: boolean
}

/** What the corpus knows of the ties that are exported through time; the day of a wave is that of its archive, else the one on which it began. */
export function tiesInTime(corpus: Corpus, { codes, isOfWeights, ...question }: ChosenTies): TiesInTime {
  const days = allWaves(corpus).map(({ past, startedAt }) => past?.date ?? isoTime(startedAt).slice(0, 10))
  if (isOfWeights) return { days, histories: null, citations: null }
  const isChosen = codes === undefined ? (): boolean => true : isCodedAs(corpus, codes)
  return {
    days,
    histories: tieHistories(corpus, question).histories.filter(isChosen),
    citations: datedCitations(corpus, question).filter(isChosen),
  }
}
