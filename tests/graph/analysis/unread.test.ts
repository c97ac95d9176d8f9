import { expect, it } from 'vitest'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { siteOf } from './site.ts'

/** By hand: a and b cite each other, b cites c, a and c cite u; nobody read u. */
const graph = siteOf('a>b b>a b>c a>u c>u', { u: { pagesFetched: 0, unread: true } })

it('leaves out of a measure what it can say nothing of: a site none of whose pages was read', async () => {
  const { nodeValues, graphValues } = await analyseGraph(graph, { runs: 5, workers: 1 })
  const [a, b, c, u] = graph.nodes.map(({ id }) => id)
  for (const name of ['out_degree', 'out_strength', 'hub', 'betweenness', 'reciprocity', 'clustering', 'bridging'])
    expect(nodeValues.get(name)!.has(u!), name).toBe(false)
  expect(nodeValues.get('in_degree')!.get(u!)).toBe(2)
  expect(nodeValues.get('out_degree')!.get(c!)).toBe(1)
  // Of the ties among a, b and c: a answers b in both; c has one tie, unanswered. Whether u answers is not known.
  expect(nodeValues.get('reciprocity')!.get(a!)).toBe(1)
  expect(nodeValues.get('reciprocity')!.get(b!)).toBeCloseTo(2 / 3, 12)
  expect(nodeValues.get('reciprocity')!.get(c!)).toBe(0)
  const value = (name: string) => graphValues.find(({ measure, group }) => measure === name && group === '')!.value
  expect(value('unread_sites')).toBe(1)
  // 2 of the 3 edges among the sites read; of 4 · 3 pairs three begin at u.
  expect(value('reciprocity')).toBeCloseTo(2 / 3, 12)
  expect(value('density')).toBeCloseTo(5 / 9, 12)
  expect((value('triad_111D') as number) + (value('triad_111U') as number)).toBe(1)
  expect(value('triad_003')).toBe(0)
})
