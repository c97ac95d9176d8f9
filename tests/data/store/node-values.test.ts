import { describe, expect, it } from 'vitest'
import { lastAnalysis, storeAnalysis } from '#data/store/graph/results.ts'
import { valuesInOrder } from '#data/store/graph/node-values.ts'
import type { EntityId } from '#data/url/brand.ts'
import { emptyCorpus, seeded } from './invented-corpus.ts'

const [a, b, c, d] = ['a.example', 'b.example', 'c.example', 'd.example'] as EntityId[] as [
  EntityId,
  EntityId,
  EntityId,
  EntityId,
]

/** The measures of an analysis as they were stored and read again; entities have numbers in another order than their names. */
function readAgain(nodeValues: ReadonlyMap<string, ReadonlyMap<EntityId, number>>) {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://c.example/', 'http://a.example/', 'http://d.example/', 'http://b.example/')
  storeAnalysis(corpus, 1, {
    options: {},
    nodes: 4,
    edges: 0,
    graphHash: '',
    nodeValues,
    graphValues: [],
    findings: new Map(),
  })
  return lastAnalysis(corpus)!.nodeValues
}

describe('readNodeValues(corpus, analysis)', () => {
  it('gives each measure as a map of the entities that have it, by their names', () => {
    const whole = new Map([[c, 3], [a, 1], [d, 4], [b, 2.5]]) // prettier-ignore
    const part = new Map([[d, -1], [b, 0]]) // prettier-ignore
    const read = readAgain(new Map([['whole', whole], ['part', part], ['none', new Map()]])) // prettier-ignore
    expect([...read.keys()]).toEqual(['part', 'whole'])
    const [ofWhole, ofPart] = [read.get('whole')!, read.get('part')!]
    expect([...ofWhole]).toEqual([[a, 1], [b, 2.5], [c, 3], [d, 4]]) // prettier-ignore
    expect([...ofPart.keys()]).toEqual([b, d])
    expect([...ofPart.values()]).toEqual([0, -1])
    expect({ size: ofPart.size, has: [a, b].map(id => ofPart.has(id)), get: [a, b].map(id => ofPart.get(id)) }).toEqual(
      {
        size: 2,
        has: [false, true],
        get: [undefined, 0],
      },
    )
    const visited: unknown[] = []
    ofPart.forEach((value, id) => visited.push([id, value]))
    expect(visited).toEqual([...ofPart.entries()])
  })

  it('gives values in the order of any list, and of another list anew', () => {
    const read = readAgain(new Map([['part', new Map([[d, -1], [b, 0]])]])).get('part')! // prettier-ignore
    const stranger = 'x.example' as EntityId
    expect(valuesInOrder(read, [d, stranger, a, b])).toEqual([-1, undefined, undefined, 0])
    expect(valuesInOrder(read, [b, d])).toEqual([0, -1])
    expect(valuesInOrder(new Map([[a, 7]]), [b, a])).toEqual([undefined, 7])
  })
})
