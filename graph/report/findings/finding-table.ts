import type { FindingName } from '#graph/analysis/findings/stored-findings.ts'

/** Where a number of a stored finding comes from. */
export const findingTable = (name: FindingName): string => `finding:${name}`
