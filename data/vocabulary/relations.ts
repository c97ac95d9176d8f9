/** What an edge says: who cites whom, or, without a direction, what two sites share (who cites both, whom both cite). */
export const relations = ['links', 'co-citation', 'coupling'] as const
export type Relation = (typeof relations)[number]

export const isRelation = (text: string): text is Relation => (relations as readonly string[]).includes(text)
