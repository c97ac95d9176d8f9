import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'

export const block: NodeMeasure = {
  kind: 'node',
  name: 'block',
  type: 'category',
  range: [1, Infinity],
  ...cardWords(words => words.site.block),
  unit: '',
  weighted: true,
  parameters: { runs: { default: 10, description: 'of the search, of which the shortest description is kept' } },
  source: 'Peixoto 2017, Physical Review E 95, 012317',
  compute: ({ site, blocks }) => Float64Array.from(site.nodes, (_, node) => blocks?.[node] || NaN),
}
