import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isLiving } from '../base/rules.ts'

/** What was reviewed between two crawls. */
export interface GrowthRound {
  /** 1, 2, 3 … */
  readonly round: number
  /** Milliseconds since 1970: its first decision. */
  readonly beganAt: number
  /** Candidates that are IN, OUT and UNDECIDED now. */
  readonly kept: number
  readonly dropped: number
  readonly undecided: number
}

/** The rounds by which the corpus grew, in their order. */
export const growthRounds = (corpus: Corpus): GrowthRound[] =>
  corpus
    .sql<GrowthRound>(
      `SELECT review_round.id AS round, began_at AS beganAt, sum(status = 'IN') AS kept, sum(status = 'OUT') AS dropped,
         sum(status = 'UNDECIDED') AS undecided
       FROM review_round JOIN review_decision ON round_id = review_round.id JOIN entity ON entity.id = entity_id
       WHERE ${isLiving()} GROUP BY review_round.id ORDER BY review_round.id`,
    )
    .all()

/** Entities that came into the corpus in one of these rounds. */
export const entitiesOfRounds = (corpus: Corpus, rounds: readonly number[]): ReadonlySet<EntityId> =>
  new Set(
    corpus
      .sql<EntityId>(
        `SELECT name FROM review_decision JOIN entity ON entity.id = entity_id WHERE round_id IN (SELECT value FROM json_each(?))`,
      )
      .pluck()
      .all(JSON.stringify(rounds)) as EntityId[],
  )
