import { z } from 'zod'
import type { AnalysisResult } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { BlocksFound } from '../blocks/describe-blocks.ts'
import type { Rewiring } from '../nulls/describe-rewiring.ts'
import type { Censored } from '../resample/count-censored.ts'
import { roles } from '../roles/roles.ts'
import type { GraphFindings } from './find-all.ts'

/** What an analysis stores beyond single values, by name: as JSON, in the table `finding`. */
export interface StoredFindings extends GraphFindings {
  readonly censored: Censored
  /** Tags that other programs computed of the ties, left out of the attributes. */
  readonly computed_columns: readonly string[]
  readonly rewiring: Rewiring
  /** There where they were searched for. */
  readonly blocks: BlocksFound
}

const id = z.string().transform(text => text as EntityId)
const tally = z.array(z.tuple([z.string(), z.number()]))

const mix = z.object({
  value: z.number(),
  nullMean: z.number(),
  nullSd: z.number(),
  z: z.number().nullable(),
  p: z.number(),
  q: z.number(),
  verdict: z.enum(['more', 'like', 'less']),
})

const partitions = z.array(
  z.object({
    method: z.enum(['louvain', 'leiden']),
    directed: z.boolean(),
    resolution: z.number(),
    runs: z.number(),
    communities: z.number(),
    singles: z.number().default(0),
    modularity: z.number(),
    nmi: z.number().nullable(),
    nmiWithCommunity: z.number(),
  }),
)

const effect = z.object({
  name: z.string(),
  coefficient: z.number(),
  t: z.number(),
  nullMean: z.number(),
  nullSd: z.number(),
  p: z.number(),
})

const beyond = z.enum(['more', 'like'])

const degrees = z.array(z.tuple([z.number(), z.number()]))

const flows = z.array(
  z.object({ from: z.string(), to: z.string(), ties: z.number(), weight: z.number(), expected: z.number() }),
)

const survival = z.object({
  finding: z.enum(['sign', 'value', 'leaders', 'communities']),
  of: z.string(),
  observed: z.number(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  survives: z.number(),
})

/** One shape per finding. The compiler compares each with what the analysis stores, and finds one that is missing. */
const shapes: { readonly [Name in keyof StoredFindings]: z.ZodType<StoredFindings[Name]> } = {
  communities: z.array(
    z.object({
      number: z.number(),
      size: z.number(),
      name: z.string(),
      sites: z.array(id),
      words: z.array(z.string()),
      countries: tally,
      kinds: tally,
      edgesInside: z.number(),
      edgesIn: z.number(),
      edgesOut: z.number(),
      stability: z.number(),
      mix: mix.nullable(),
      carriers: z.array(z.object({ id, edges: z.number() })),
    }),
  ),
  community_runs: z.array(z.number()),
  community_search: z.object({
    method: z.enum(['louvain', 'leiden']),
    modularity: z.number(),
    communities: z.number(),
    singles: z.number(),
    runs: z.number(),
    reached: z.number(),
  }),
  rewiring: z.object({
    graphs: z.number(),
    triesPerEdge: z.number(),
    leastSwapsPerEdge: z.number(),
    meanSwapsPerEdge: z.number(),
    isMixed: z.boolean(),
    tests: z.number(),
    settledEarly: z.number(),
  }),
  blocks: z.object({
    blocks: z.number(),
    sites: z.number(),
    length: z.object({
      adjacency: z.number(),
      partition: z.number(),
      edges: z.number(),
      degrees: z.number(),
      total: z.number(),
    }),
    oneBlock: z.number(),
    runs: z.array(z.number()),
    agreement: z.number(),
    byEvidence: z.boolean(),
    nmi: z.number(),
    ari: z.number(),
    groups: z.array(z.object({ number: z.number(), size: z.number(), sites: z.array(id), countries: tally })),
    flows,
    countries: flows,
  }),
  direction: z.object({ ties: z.enum(['directed', 'undirected', 'mixed']), leftOut: z.array(z.string()) }),
  computed_columns: z.array(z.string()),
  resolution_sweep: partitions,
  methods: partitions,
  brokers: z.array(
    z.object({ id, role: z.enum(roles), count: z.number(), expected: z.number(), p: z.number(), q: z.number() }),
  ),
  field: z
    .object({
      runs: z.number(),
      communities: z.array(
        z.object({ number: z.number(), value: z.number(), mean: z.number(), p: z.number(), verdict: beyond }),
      ),
      brokers: z.array(
        z.object({
          id,
          role: z.enum(['gatekeeper', 'representative']),
          count: z.number(),
          mean: z.number(),
          p: z.number(),
          verdict: beyond,
        }),
      ),
    })
    .nullable(),
  mrqap: z
    .object({
      effects: z.array(effect),
      intercept: z.number(),
      rSquared: z.number(),
      nodes: z.number(),
      pairs: z.number().default(0),
      permutations: z.number(),
      leftOut: z
        .array(z.object({ name: z.string(), cause: z.enum(['same', 'unknown', 'many']), as: z.string() }))
        .default([]),
      similarIn: z.string().optional(),
    })
    .nullable(),
  intervals: z.array(
    z.object({
      measure: z.string(),
      group: z.string(),
      low: z.number(),
      high: z.number(),
      level: z.number(),
      draws: z.number(),
    }),
  ),
  adjusted_p: z.array(
    z.object({ measure: z.string(), group: z.string(), null: z.string(), p: z.number(), q: z.number() }),
  ),
  degree_distribution: z.object({ in: degrees, out: degrees }),
  resampling: z.array(
    z.object({
      what: z.enum(['seeds', 'depth', 'max_pages']),
      at: z.number(),
      draws: z.number(),
      nodes: z.number(),
      edges: z.number(),
      survivals: z.array(survival),
    }),
  ),
  censored: z.object({
    read: z.object({ pages: z.number(), links: z.number() }),
    unread: z.array(
      z.object({
        cause: z.string(),
        pages: z.number(),
        sites: z.number(),
        linksTo: z.number(),
        expectedLinks: z.number(),
      }),
    ),
    expectedLinks: z.number(),
    expectedShare: z.number(),
    silent: z.object({ sites: z.number(), pairs: z.number(), pairShare: z.number() }),
    outside: z.object({ links: z.number(), entities: z.number() }),
  }),
}

export type FindingName = keyof StoredFindings

/** The finding of that name; null where the analysis has none, or, being of another version, one of another shape. */
export function readFinding<Name extends FindingName>(
  analysis: Pick<AnalysisResult, 'findings'> | null,
  name: Name,
): StoredFindings[Name] | null {
  return shapes[name].safeParse(analysis?.findings.get(name)).data ?? null
}
