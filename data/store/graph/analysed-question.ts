import { z } from 'zod'
import { edgeCodes } from '#data/vocabulary/edge-codes.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { presetWeight, weights } from '#data/vocabulary/weights.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { AnalysisResult } from './results.ts'

/** The known names of a stored list, in their own order: an older or newer version may have stored others. */
const namesOf = <const Name extends string>(known: readonly Name[], preset: readonly Name[]) =>
  z
    .array(z.unknown())
    .transform((stored): readonly Name[] => known.filter(name => stored.includes(name)))
    .catch(() => preset)

/** A day, or '' for an open side. */
const day = z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/)

const shape = z.object({
  statuses: namesOf(statuses, ['IN']),
  zones: namesOf(zones, zones),
  weight: z.enum(weights).catch(presetWeight),
  codes: z.array(z.enum(edgeCodes)).readonly().optional().catch(undefined),
  withoutRound: z.array(z.int().positive()).readonly().optional().catch(undefined),
  written: z.object({ since: day, until: day }).readonly().optional().catch(undefined),
})

/** Which graph was analysed: what report, map and export show, too, so that they speak of the same ties. */
export type AnalysedQuestion = z.infer<typeof shape>

/**
 * Reads the options of a stored analysis, which come from a file as JSON. What it doesn't say, or without an analysis all,
 * is as `analyse` takes it by itself.
 */
export const analysedQuestion = (analysis: Pick<AnalysisResult, 'options'> | null): AnalysedQuestion =>
  shape.parse(analysis?.options ?? {})
