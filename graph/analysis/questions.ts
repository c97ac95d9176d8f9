import type { Attribute } from './attribute.ts'
import type { GraphMeasure, NullModel } from './measure.ts'
import { fitsTies } from './fits-ties.ts'
import type { Digraph } from './paths/adjacency.ts'
import { graphMeasures } from './registry.ts'

/** One graph measure, asked of the whole graph or by one attribute. */
export interface Question {
  readonly measure: GraphMeasure
  readonly attribute: Attribute
  readonly nulls: readonly NullModel[]
}

/** A measure of the whole graph is asked with this, and does not look. */
const noAttribute: Attribute = { name: '', values: [], classOf: new Int32Array() }

/** Amounts are correlated along ties, classes counted. */
const fitsAttribute =
  ({ ofNumbers }: GraphMeasure) =>
  ({ numbers }: Attribute): boolean =>
    (ofNumbers === true) === (numbers !== undefined)

/**
 * Every graph measure with every attribute that it can be asked by. Communities are made of the ties that the measures
 * count: a null that deals them out anew, or rewires the ties and keeps them, would be beaten by any partition. They
 * are described, never tested.
 */
export function questionsOf(
  { undirected }: Pick<Digraph, 'undirected'>,
  attributes: readonly Attribute[],
  community: Attribute | null,
): readonly Question[] {
  return graphMeasures
    .filter(fitsTies(undirected))
    .flatMap(measure =>
      measure.group === 'none'
        ? [{ measure, attribute: noAttribute, nulls: measure.nulls }]
        : [
            ...attributes
              .filter(fitsAttribute(measure))
              .map(attribute => ({ measure, attribute, nulls: measure.nulls })),
            ...(measure.ofCommunities === true && community !== null
              ? [{ measure, attribute: community, nulls: [] }]
              : []),
          ],
    )
}
