import type { Corpus } from '#data/store/base/corpus.ts'
import { communityNames } from '#data/store/graph/community-names.ts'
import type { AnalysisResult } from '#data/store/graph/results.ts'
import { type FollowedName, followNames } from './follow-names.ts'

type Analysed = Pick<AnalysisResult, 'nodeValues'> | null

/** Every name that people gave to communities, and which community of `analysis` bears it. */
export const followedNames = (corpus: Corpus, analysis: Analysed): FollowedName[] =>
  followNames(communityNames(corpus), analysis?.nodeValues.get('community') ?? new Map())

/** The names that communities of `analysis` bear, by their numbers. */
export const givenNames = (corpus: Corpus, analysis: Analysed): ReadonlyMap<number, FollowedName> =>
  new Map(followedNames(corpus, analysis).flatMap(name => (name.community === null ? [] : [[name.community, name]])))
