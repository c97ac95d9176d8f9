import { describe, expect, it } from 'vitest'
import { author, files, inCorpus, network, newCorpus } from './imported.ts'
import { gexf, read } from './read-text.ts'
import { exportFrom, textsOf } from './through-corpus.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { toldOfTie, toldOfTies } from '#data/store/graph/told-of-ties.ts'

const signedPajek = '*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n*Arcs :1 "allies"\n1 2 2\n*Arcs :2 "rivals"\n1 2 -3\n2 3 -1\n'
const signedGraphml = `<graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/><key id="r" for="edge" attr.name="relation" attr.type="string"/>
  <graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b"><data key="w">-2.5</data><data key="r">rivals</data></edge></graph></graphml>`
const signedGexf = gexf(
  `<graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" weight="-4" label="doubts"/></edges></graph>`,
)

const told = (name: string, text: string) =>
  read(name, text).edges.map(({ source, target, weight, told: own = [] }) => [source, target, weight, own])

describe('what a file says of a tie beside its weight', () => {
  it('keeps signs and relations of Pajek, parallel ties joined', () => {
    expect(told('s.net', signedPajek)).toEqual([
      [
        'a',
        'b',
        5,
        [
          ['relation', 'allies'],
          ['weight of allies', '2'],
          ['signed_weight', '2'],
          ['relation', 'rivals'],
          ['weight of rivals', '-3'],
          ['signed_weight', '-3'],
        ],
      ],
      [
        'b',
        'c',
        1,
        [
          ['relation', 'rivals'],
          ['weight of rivals', '-1'],
          ['signed_weight', '-1'],
        ],
      ],
    ])
    expect(read('s.net', signedPajek).remarks).toContain(
      "2 ties have a negative weight: it counts with its size, and the sign is kept as 'signed_weight'.",
    )
  })

  it('keeps them in GraphML, GEXF and tables', () => {
    expect(told('s.graphml', signedGraphml)).toEqual([
      [
        'a',
        'b',
        2.5,
        [
          ['relation', 'rivals'],
          ['signed_weight', '-2.5'],
        ],
      ],
    ])
    expect(told('s.gexf', signedGexf)).toEqual([
      [
        'a',
        'b',
        4,
        [
          ['label', 'doubts'],
          ['signed_weight', '-4'],
        ],
      ],
    ])
    expect(told('s.csv', 'source,target,weight,tone\na,b,-1,cold\n')).toEqual([
      [
        'a',
        'b',
        1,
        [
          ['tone', 'cold'],
          ['signed_weight', '-1'],
        ],
      ],
    ])
  })

  it('keeps at most 100 values of one tie, and says how many it left', () => {
    const rows = Array.from({ length: 130 }, (_, at) => `a,b,day ${at}\n`).join('')
    const { edges, remarks } = read('many.csv', `source,target,day\n${rows}`)
    expect(edges[0]!.told).toHaveLength(100)
    expect(remarks).toContain('30 values of columns of parallel ties left out: a tie keeps 100.')
  })

  it.each(['gexf', 'gexf1.2', 'graphml', 'json', 'csv'] as const)(
    'goes through a corpus and %s whole',
    async format => {
      const first = newCorpus()
      const text = 'source,target,weight,relation,Source Page,weight share\na,b,-2,"x|y",p,0.5\nb,c,3,"z\\",q,1\n'
      await network(files({ 'ties.csv': text }), first)
      const second = newCorpus()
      const out = await exportFrom(first, temporaryFolder(), { format })
      await network(out, second)
      const both = [first, second].map(file => inCorpus(file, corpus => [...toldOfTies(corpus)]))
      expect(both[1]).toEqual(both[0]!.map(([tie, pairs]) => [tie, expect.arrayContaining([...pairs])]))
      expect(both[0]!.map(([tie]) => tie)).toEqual(['a b', 'b c'])
    },
  )

  it('is told of one tie as of all, with what those said that were merged into its ends', async () => {
    const file = newCorpus()
    const text = 'source,target,relation\na,b,cites\nx,b,"doubts"\na,y,cites\nb,a,\n'
    await network(files({ 'ties.csv': text }), file)
    inCorpus(file, corpus => {
      mergeEntity(corpus, author, 'x', 'a')
      mergeEntity(corpus, author, 'y', 'b')
      const all = toldOfTies(corpus)
      expect(all.get('a b')).toEqual([
        ['relation', 'cites'],
        ['relation', 'doubts'],
      ])
      for (const source of ['a', 'b', 'x', 'nobody'])
        for (const target of ['a', 'b', 'y'])
          expect(toldOfTie(corpus, { source, target })).toEqual(all.get(`${source} ${target}`))
    })
  })

  it('is a column of numbers where every tie has one, and of words elsewhere', async () => {
    const corpus = newCorpus()
    await network(files({ 'ties.csv': 'source,target,weight,pages\na,b,-2,friend\nb,c,3,foe\n' }), corpus)
    const out = await exportFrom(corpus, temporaryFolder(), { format: 'graphml' })
    const [graphml] = Object.values(textsOf(out))
    expect(graphml).toContain('attr.name="signed_weight" attr.type="double"')
    expect(graphml).toContain('<node id="a">')
  })
})
