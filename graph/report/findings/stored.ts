import { z } from 'zod'
import type { AnalysisResult } from '#data/store/graph/results.ts'
import { roles } from '#graph/analysis/roles/roles.ts'

/** What an analysis stored beyond single values, as far as a report tells of it. Read once, here: an older one may lack some. */

const mix = z.object({
  value: z.number(),
  nullMean: z.number(),
  nullSd: z.number(),
  z: z.number().nullable(),
  p: z.number(),
  q: z.number(),
  verdict: z.enum(['more', 'like', 'less']),
})

const shapes = {
  communities: z.array(
    z.object({
      number: z.number(),
      name: z.string(),
      sites: z.array(z.string()),
      words: z.array(z.string()),
      edgesInside: z.number(),
      edgesIn: z.number(),
      edgesOut: z.number(),
      mix: mix.nullable(),
      carriers: z.array(z.object({ id: z.string(), edges: z.number() })),
    }),
  ),
  community_search: z.object({ method: z.enum(['louvain', 'leiden']), runs: z.number() }),
  direction: z.object({ ties: z.enum(['directed', 'undirected', 'mixed']), leftOut: z.array(z.string()) }),
  brokers: z.array(
    z.object({
      id: z.string(),
      role: z.enum(roles),
      count: z.number(),
      expected: z.number(),
      p: z.number(),
      q: z.number(),
    }),
  ),
  mrqap: z.object({
    rSquared: z.number(),
    permutations: z.number(),
    nodes: z.number(),
    leftOut: z.array(z.object({ name: z.string(), cause: z.enum(['same', 'unknown']), as: z.string() })).default([]),
  }),
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
  methods: z.array(
    z.object({
      method: z.string(),
      directed: z.boolean(),
      resolution: z.number(),
      runs: z.number(),
      communities: z.number(),
      modularity: z.number(),
      nmi: z.number().nullable(),
      nmiWithCommunity: z.number(),
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
  }),
  resampling: z.array(
    z.object({
      what: z.enum(['seeds', 'depth', 'max_pages']),
      at: z.number(),
      draws: z.number(),
      nodes: z.number(),
      edges: z.number(),
      survivals: z.array(
        z.object({
          finding: z.enum(['sign', 'value', 'leaders', 'communities']),
          of: z.string(),
          observed: z.number(),
          mean: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          survives: z.number(),
        }),
      ),
    }),
  ),
} as const

const names = { ...shapes, resolution_sweep: shapes.methods } as const

export type StoredName = keyof typeof names
export type Stored<Name extends StoredName> = z.infer<(typeof names)[Name]>

/** The finding of that name, or null where the analysis has none, or one of another shape. */
export function readStored<Name extends StoredName>(analysis: AnalysisResult | null, name: Name): Stored<Name> | null {
  const parsed = names[name].safeParse(analysis?.findings.get(name))
  return parsed.success ? (parsed.data as Stored<Name>) : null
}

/** Where a number of a stored finding comes from. */
export const findingTable = (name: StoredName): string => `finding:${name}`
