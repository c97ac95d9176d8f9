import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type ExplainedCorpus, explainedFrom, readExplained } from '#graph/explain/read-explained.ts'
import { describeCommunity } from '#graph/explain/reckon/describe-community.ts'
import { communityIn } from '#graph/explain/reckon/ends.ts'
import { explainPair } from '#graph/explain/reckon/explain-pair.ts'
import type { Explained } from '#graph/explain/reckon/explained.ts'
import type { CommunityData, WhyData } from '#viewer/protocol/explained.ts'

interface OfState {
  /** State of the corpus that is asked of: a thread opens it anew each time, and could not tell. */
  readonly stamp: string
}

/** Explanations: null where what they ask of is nothing of the graph. */
export interface ExplainErrands {
  readonly why: {
    readonly asked: OfState & { readonly one: string; readonly other: string }
    readonly answer: WhyData | null
  }
  readonly community: { readonly asked: OfState & { readonly of: string }; readonly answer: CommunityData | null }
}

/** The graph as it was counted last: a thread answers one question after the other about one corpus. */
let counted: { readonly of: string; readonly explained: ExplainedCorpus } | undefined

/** Counted anew when the corpus has changed. */
function explainedNow(corpus: Corpus, { stamp }: OfState): Explained {
  const of = `${corpus.file} ${stamp}`
  if (counted?.of !== of) counted = { of, explained: readExplained(corpus) }
  return explainedFrom(corpus, counted.explained)
}

export function explainAsked(corpus: Corpus, { one, other, ...state }: ExplainErrands['why']['asked']): WhyData | null {
  const explained = explainedNow(corpus, state)
  try {
    return explainPair(explained, one, other)
  } catch (error) {
    if (error instanceof Mistake) return null
    throw error
  }
}

export function describeAsked(
  corpus: Corpus,
  { of, ...state }: ExplainErrands['community']['asked'],
): CommunityData | null {
  const explained = explainedNow(corpus, state)
  const number = communityIn(explained, of, true)
  return number === null ? null : describeCommunity(explained, number)
}
