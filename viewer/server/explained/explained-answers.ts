import type { Context, Hono } from 'hono'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusStamp } from '#data/store/map/map-facts.ts'
import { chooseCommunity } from '#graph/explain/choose-community.ts'
import { communityMark } from '#data/vocabulary/community-mark.ts'
import { describeCommunity } from '#graph/explain/describe-community.ts'
import { type Explained, readExplained } from '#graph/explain/read-explained.ts'
import { explainPair } from '#graph/explain/why.ts'
import type { CommunityData, WhyData } from '../../protocol/explained.ts'

/** Answers that are kept while the corpus stays as it is: each takes a look at all that is said. */
const mostKept = 50

interface Kept {
  readonly stamp: string
  readonly explained: Explained
  readonly answers: Map<string, WhyData | CommunityData>
}

/** What a community is, and why two ends are together or apart. */
export function addExplainedAnswers(app: Hono, corpus: Corpus): void {
  let kept: Kept | undefined
  const keptNow = (): Kept => {
    const stamp = corpusStamp(corpus)
    if (kept?.stamp !== stamp) kept = { stamp, explained: readExplained(corpus), answers: new Map() }
    return kept
  }
  const answer = (
    context: Context,
    names: readonly string[],
    make: (explained: Explained, ...asked: string[]) => WhyData | CommunityData,
  ): Response => {
    const asked = names.map(name => (context.req.query(name) ?? '').slice(0, 2000))
    const { explained, answers } = keptNow()
    const key = JSON.stringify([names, asked])
    try {
      const made = answers.get(key) ?? make(explained, ...asked)
      if (answers.size < mostKept) answers.set(key, made)
      return context.json(made)
    } catch (error) {
      // Null, not 404, as for an old address of a site: it is nothing that a browser should report as an error.
      if (error instanceof Mistake) return context.json(null)
      throw error
    }
  }
  app.get('/api/why', context =>
    answer(context, ['one', 'other'], (explained, one = '', other = '') => explainPair(explained, one, other)),
  )
  app.get('/api/community', context =>
    answer(context, ['of'], (explained, of = '') =>
      describeCommunity(
        explained,
        chooseCommunity(corpus, explained.analysis, of.startsWith(communityMark) ? of.slice(communityMark.length) : of),
      ),
    ),
  )
}
