import { sayReviewReason } from '#data/vocabulary/words/say.ts'
import type { CandidateData } from '#viewer/protocol/review.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { readReason } from './read-reason.ts'

/** Why a candidate stands where it does. */
export function CandidateReasons({
  candidate,
}: {
  readonly candidate: Pick<CandidateData, 'why' | 'drawn' | 'infrastructure'>
}) {
  const { speech } = useWorkbench()
  const { language, words } = speech
  const { why, drawn, infrastructure } = candidate
  const parts = [
    ...(infrastructure === null ? [] : [words.infrastructureKinds[infrastructure] ?? infrastructure]),
    ...(drawn ? [words.reviewDrawn] : []),
    ...why.map(reason => sayReviewReason(readReason(reason, speech), language)),
  ]
  return <p className="why">{parts.join(' · ')}</p>
}
