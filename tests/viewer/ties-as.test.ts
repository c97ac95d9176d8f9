import { describe, expect, it } from 'vitest'
import { isRelation } from '#data/vocabulary/relations.ts'
import { tiesAs } from '#viewer/server/ties/ties-as.ts'
import { siteOf } from '../graph/analysis/site.ts'

const { nodes, edges } = siteOf('a>c a>d b>c b>d a>e')
const ids = nodes.map(({ id }) => id as string)
const told = ({ ties }: ReturnType<typeof tiesAs>) =>
  ties.map(({ source, target, weight }) => `${source}-${target} ${weight}`)

describe('tiesAs(ids, edges, relation)', () => {
  it('leaves hyperlinks as they are, and else tells what sites share', () => {
    expect(tiesAs(ids, edges, 'links')).toEqual({ ties: edges, leastWeight: 1 })
    expect(told(tiesAs(ids, edges, 'co-citation'))).toEqual(['c-d 2', 'c-e 1', 'd-e 1'])
    expect(told(tiesAs(ids, edges, 'coupling'))).toEqual(['a-b 2'])
  })

  it('counts only what the sites of the map share', () => {
    const without = ids.filter(id => id !== 'b')
    expect(told(tiesAs(without, edges, 'co-citation'))).toEqual(['c-d 1', 'c-e 1', 'd-e 1'])
  })

  it('keeps the strongest ties where there are more than a map can show', () => {
    // One site cites 250, which makes 31,125 pairs; another cites the first ten of them too.
    const name = (at: number) => `s${String(at).padStart(3, '0')}`
    const cited = Array.from({ length: 250 }, (_, at) => name(at))
    const large = siteOf([...cited.map(id => `x>${id}`), ...cited.slice(0, 10).map(id => `y>${id}`)].join(' '))
    const { ties, leastWeight } = tiesAs(
      large.nodes.map(({ id }) => id),
      large.edges,
      'co-citation',
    )
    expect(leastWeight).toBe(2)
    expect(ties.map(({ weight }) => weight)).toEqual(Array.from({ length: 45 }, () => 2))
  })

  it('knows the names of what ties can be', () => {
    expect(['links', 'co-citation', 'coupling', 'similar', 'other', ''].map(isRelation)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
