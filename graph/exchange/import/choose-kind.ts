import type { ImportedNetwork } from './imported-network.ts'

/** What a file is taken for. A network of no ties is a list of entities. */
export const importKinds = ['network', 'entities', 'attributes'] as const
export type ImportKind = (typeof importKinds)[number]

/** A list of sites says what they own, or how they were reviewed; a questionnaire about them doesn't. */
const statesExtent = ({ nodes }: ImportedNetwork): boolean =>
  nodes.some(({ prefixes, startPages, status }) => prefixes.length > 0 || startPages.length > 0 || status !== null)

const hasTags = ({ nodes }: ImportedNetwork): boolean => nodes.some(({ tags }) => tags.length > 0)

/**
 * What to take a file for when the user doesn't say. A table of addresses with columns that are no facts of a site
 * (`typology`) tells of entities that the corpus has, when the user names one that has some; else it lists new ones.
 */
export function chooseKind(network: ImportedNetwork, namedCorpusHasEntities: boolean): ImportKind {
  if (network.kind !== 'entities') return network.kind
  return namedCorpusHasEntities && hasTags(network) && !statesExtent(network) ? 'attributes' : 'entities'
}
