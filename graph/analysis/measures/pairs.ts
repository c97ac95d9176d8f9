import type { Attribute } from '../attribute.ts'
import { cardWords } from '../card-words.ts'
import type { Cell, GraphMeasure } from '../measure.ts'
import { mixingBy } from './mixing.ts'

const shared = {
  kind: 'graph',
  type: 'number',
  range: [-1, 1],
  group: 'attribute',
  nulls: ['permute', 'rewire'],
  unit: '',
  weighted: false,
  parameters: {},
  source: 'Krackhardt & Stern 1988, Social Psychology Quarterly 51, of each pair of values',
} as const

type Counts = readonly (readonly number[])[]

export const asymmetry: GraphMeasure = {
  ...shared,
  needsDirection: true,
  name: 'asymmetry',
  ...cardWords(words => words.graph.asymmetry),
  compute: ({ graph }, attribute) => ofPairs(attribute, asymmetryOf, mixingBy(graph)(attribute)),
}

export const eiPair: GraphMeasure = {
  ...shared,
  name: 'ei_pair',
  ...cardWords(words => words.graph.ei_pair),
  compute: ({ graph }, attribute) => ofPairs(attribute, eiOf, mixingBy(graph)(attribute)),
}

/** Attributes of more values have too many pairs to be read: 20 have 190. */
const mostValues = 20

function ofPairs(
  { values }: Attribute,
  compute: (counts: Counts, a: number, b: number) => number,
  counts: Counts,
): Cell[] {
  if (values.length > mostValues) return []
  return values.flatMap((one, a) =>
    values.slice(a + 1).map((other, at) => ({ of: `${one}>${other}`, value: compute(counts, a, a + 1 + at) })),
  )
}

const asymmetryOf = (counts: Counts, a: number, b: number): number =>
  (counts[a]![b]! - counts[b]![a]!) / (counts[a]![b]! + counts[b]![a]!)

function eiOf(counts: Counts, a: number, b: number): number {
  const external = counts[a]![b]! + counts[b]![a]!
  const internal = counts[a]![a]! + counts[b]![b]!
  return (external - internal) / (external + internal)
}
