/** What the study decided of an entity. As in Hyphe: DISCOVERED is what nobody has reviewed. */
export const statuses = ['IN', 'OUT', 'UNDECIDED', 'DISCOVERED'] as const
export type Status = (typeof statuses)[number]
