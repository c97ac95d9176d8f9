/** What a citation does, as a person judged it. */
export const edgeCodes = ['recognition', 'affiliation', 'dismissal', 'credit', 'other'] as const
export type EdgeCode = (typeof edgeCodes)[number]
