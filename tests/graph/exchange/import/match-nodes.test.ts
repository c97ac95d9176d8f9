import { describe, expect, it } from 'vitest'
import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { prefixLru } from '#data/url/lru.ts'
import { matchNodes } from '#data/entity/match-nodes.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { id } from '../export/sample-model.ts'

const entities = [
  { id: id('agence.example'), label: 'Agence Électorale', prefix: 'https://agence.example' },
  { id: id('medium.example/@ana'), label: 'Ana', prefix: 'https://medium.example/@ana' },
  { id: id('medium.example/@bo'), label: 'Ana', prefix: 'https://medium.example/@bo' },
]
const table = buildPrefixTable(
  entities.map(({ id: entity, prefix }) => ({ lru: prefixLru(normalizeUrl(prefix)!), entity })),
)
const known = { entities, find: table.find }

const match = (text: string) => {
  const { matched, unmatched, ambiguous } = matchNodes(
    readNetwork('t.csv', new TextEncoder().encode(text)).nodes,
    known,
  )
  return {
    matched: matched.map(({ node, entity, by }) => [node.line, entity, by]),
    unmatched: unmatched.map(node => node.line),
    ambiguous: ambiguous.map(({ node, entities: several }) => [node.line, several]),
  }
}

describe('matchNodes(nodes, known)', () => {
  it('joins by id', () => {
    expect(match('id,code\nagence.example,x\nother.example,y\n')).toEqual({
      matched: [[2, 'agence.example', 'id']],
      unmatched: [3],
      ambiguous: [],
    })
  })

  it('joins by address, whatever its scheme, www and path, to the entity with the longest prefix', () => {
    const text =
      'url;code\nwww.agence.example/contact;x\nhttp://medium.example/@bo/post;y\nhttps://medium.example/@cy;z\nnot an address;z\n'
    expect(match(text)).toEqual({
      matched: [
        [2, 'agence.example', 'address'],
        [3, 'medium.example/@bo', 'address'],
      ],
      unmatched: [4, 5],
      ambiguous: [],
    })
  })

  it('joins by name without accents and case, and never guesses between two of the same name', () => {
    expect(match('name,code\nagence electorale,x\nANA,y\n')).toEqual({
      matched: [[2, 'agence.example', 'name']],
      unmatched: [],
      ambiguous: [[3, ['medium.example/@ana', 'medium.example/@bo']]],
    })
  })
})
