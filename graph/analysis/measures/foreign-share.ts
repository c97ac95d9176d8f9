import { rowOf } from '../paths/adjacency.ts'
import { attributeOf } from '../attribute.ts'
import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'

export const foreignInShare: NodeMeasure = {
  kind: 'node',
  name: 'foreign_in_share',
  type: 'number',
  range: [0, 1],
  ...cardWords(words => words.site.foreign_in_share),
  unit: 'share',
  weighted: false,
  needsDirection: true,
  parameters: {},
  source: 'Krackhardt & Stern 1988, Social Psychology Quarterly 51, of one site and its in-links',
  compute: ({ site, graph }) => {
    const { classOf } = attributeOf(site, 'country')
    return Float64Array.from(classOf, (own, node) => {
      const citing = rowOf(graph.in, node)
      const known = citing.filter(other => classOf[other]! >= 0)
      return own < 0 ? NaN : known.filter(other => classOf[other] !== own).length / known.length
    })
  },
}
