import { edgeCodes } from '#data/vocabulary/edge-codes.ts'
import type { Workbench } from '../workbench-context.ts'

type Shown = Pick<Workbench, 'model' | 'speech'>

/** What of the map would mislead who did not know it: which ties alone it has, what it is a part of, what is not known. */
export function mapLimits({ model, speech }: Shown): readonly string[] {
  const { words } = speech
  const { corpus, analysis } = model.data
  const codes = edgeCodes.filter(code => [analysis?.options['codes']].flat().includes(code))
  const isCoded = codes.length > 0 && (model.as === 'links' || model.as === 'ties')
  const isUnknown = model.unread.size > 0 && model.as === 'similar'
  const isAllUnknown = model.unread.size === model.siteCount
  return [
    ...(isCoded ? [words.codedTiesOnly(codes.map(code => words.codes[code]).join(', '))] : []),
    ...(isUnknown ? [isAllUnknown ? words.similarNotKept : words.similarUnknown(words.sites(model.unread.size))] : []),
    ...(corpus.share ? [words.crawlShare(...corpus.share)] : []),
  ]
}

/** The same, and what of it is still to come: for the legend and, where that is folded, beside it. */
export function mapNotices({ model, speech }: Shown): readonly string[] {
  const { words } = speech
  const { corpus, analysis } = model.data
  const isRunning = corpus.crawl?.running === true
  return [
    ...mapLimits({ model, speech }),
    ...(isRunning ? [words.crawlRunning] : []),
    ...(analysis === null ? [words.notAnalysed] : []),
    ...(analysis?.stale && !isRunning ? [words.stale] : []),
  ]
}
