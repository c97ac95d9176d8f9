/**
 * What an edge says: who cites whom, or, without a direction, what two sites share: who cites both, whom both cite, the words of
 * their own pages (`similar`: see likeness.ts).
 */
export const relations = ['links', 'co-citation', 'coupling', 'similar'] as const
export type Relation = (typeof relations)[number]

/** Those that are made of hyperlinks alone. */
export type RelationOfLinks = Exclude<Relation, 'similar'>

export const isRelation = (text: string): text is Relation => (relations as readonly string[]).includes(text)
