import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Mistake, Stopped } from '#data/mistake.ts'
import { lastAnalysisOrigin } from '#data/store/map/map-facts.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import { someTime } from '#tests/data/store/invented-corpus.ts'
import { rowsOf } from './through-corpus.ts'
import { files, newCorpus, inCorpus, graphOf, ties, factsOf, prefixesOf, network, knownCorpus } from './imported.ts'

describe('importCorpus(choice): a network', () => {
  it('makes sites IN unless the file says otherwise, keeps ids, and takes facts, tags and ties', async () => {
    const path = files({
      'n.graphml': `<graphml><key id="c" for="node" attr.name="country" attr.type="string"/>
        <key id="s" for="node" attr.name="status" attr.type="string"/><key id="t" for="node" attr.name="typology" attr.type="string"/>
        <graph edgedefault="directed"><node id="1"><data key="c">France</data><data key="t">vendor</data></node>
        <node id="two"><data key="s">OUT</data></node><node id="3"><data key="s">undecided</data></node>
        <edge source="1" target="two"/><edge source="two" target="3"/><edge source="3" target="1"/></graph></graphml>`,
    })
    const corpus = newCorpus()
    const report = await network(path, corpus)
    expect(report).toMatchObject({
      kind: 'network',
      isNew: true,
      changed: true,
      entities: { made: 3 },
      edges: { made: 3 },
    })
    const { nodes } = graphOf(corpus)
    expect(nodes.map(({ id, status, country, tags }) => [id, status, country, tags])).toEqual([
      ['1', 'IN', 'FR', [['typology', 'vendor']]],
      ['3', 'UNDECIDED', '', []],
      ['two', 'OUT', '', []],
    ])
    expect(ties(graphOf(corpus))).toEqual(['1 two 1', '3 1 1', 'two 3 1'])
    expect(readdirSync(dirname(corpus))).toEqual(['made.sqlite'])
    expect(rowsOf(corpus)['run']).toMatchObject([{ command: 'import', input: 'n.graphml', outcome: 'done' }])
  })

  it.each([
    [
      'its prefixes, as listed',
      'x,http://ignored.example,https://www.a.example http://b.example/blog',
      ['a.example', 'b.example/blog'],
    ],
    ['its homepage', 'x,https://www.a.example/home.html,', ['a.example']],
    ['its place on a platform', 'x,https://medium.com/@name/a-post,', ['medium.com/@name']],
    ['its id, where that is an address', 'www.spintank.fr,,', ['spintank.fr']],
    ['its id, where that is a place', 'medium.com/@name,,', ['medium.com/@name']],
    ['nothing, for a number', '41,,', []],
    ['nothing, for a file name', 'node.js,,', []],
    ['nothing, for a name', 'J.Smith,n/a,', []],
  ])('gives a site the prefix of %s', async (_, row, prefixes) => {
    const corpus = newCorpus()
    await network(files({ 'list.csv': `id,url,prefixes\n${row}\n` }), corpus)
    expect(prefixesOf(corpus, row.split(',')[0]!)).toEqual(prefixes)
  })

  it('gives a host that several share to the one at its root, the others their paths', async () => {
    const corpus = newCorpus()
    const rows = [
      'id,url',
      '1,https://paper.example/blogs/',
      '2,https://www.paper.example/',
      '3,https://paper.example/local',
    ]
    const report = await network(files({ 'list.csv': rows.join('\n') }), corpus)
    expect(['1', '2', '3'].map(id => prefixesOf(corpus, id))).toEqual([
      ['paper.example/blogs'],
      ['paper.example'],
      ['paper.example/local'],
    ])
    expect(report.prefixes).toMatchObject({ made: 3, kept: [] })
  })

  it('makes ids of addresses where a list has none, and refuses a row that has neither, with its line', async () => {
    const corpus = newCorpus()
    await network(files({ 'list.csv': 'url;name\nwww.spintank.fr/a;Spintank\nhttps://medium.com/@x;X\n' }), corpus)
    expect(graphOf(corpus).nodes.map(({ id, label }) => [id, label])).toEqual([
      ['medium.com/@x', 'X'],
      ['spintank.fr', 'Spintank'],
    ])
    const bad = files({ 'bad.csv': 'url,name\nhttp://a.example,A\nnot an address,B\nhttp://a.example/2,C\n' })
    await expect(network(bad, newCorpus())).rejects.toThrow(
      `${bad}:3: 'not an address' found, expected an id, or an http(s) address\n` +
        `${bad}:4: 'a.example' again, after line 2 found, expected each entity once`,
    )
  })

  it('leaves nothing behind of a file that cannot be read, and an existing corpus as it was', async () => {
    const bad = files({ 'bad.gexf': '<gexf><graph><nodes>\n<node id="a"/>\n<node id="a"/></nodes></graph></gexf>' })
    const none = newCorpus()
    await expect(network(bad, none)).rejects.toThrow(`${bad}:3: the node 'a' again found, expected each id once`)
    expect(readdirSync(dirname(none))).toEqual([])
    const known = knownCorpus()
    const before = rowsOf(known)
    await expect(network(bad, known)).rejects.toThrow(Mistake)
    expect(rowsOf(known)).toEqual(before)
    const empty = files({ 'empty.csv': 'source,target\n' })
    await expect(network(empty, none)).rejects.toThrow(`${empty}:1: no site found, expected at least one`)
  })

  it('writes nothing when it is stopped', async () => {
    const path = files({ 'e.csv': 'source,target\na,b\n' })
    const [none, known] = [newCorpus(), knownCorpus()]
    const before = rowsOf(known)
    for (const corpus of [none, known]) {
      const between = (step: string) => (step === 'edges' ? Promise.reject(new Stopped('')) : Promise.resolve())
      const around = { cwd: '/', env: {}, now: () => someTime, between }
      await expect(importCorpus({ path, corpus, as: undefined }, around)).rejects.toThrow(Stopped)
    }
    expect(readdirSync(dirname(none))).toEqual([])
    expect(rowsOf(known)).toEqual(before)
  })

  it('keeps positions of another tool until the graph is analysed', async () => {
    const node = (id: string, x: number) => `{"key":"${id}","attributes":{"x":${x},"y":1,"color":"#ff0000"}}`
    const text = (...nodes: string[]) =>
      `{"nodes":[${nodes.join()}],"edges":[{"source":"a","target":"b"}],"attributes":{}}`
    const [placed, bare] = [newCorpus(), newCorpus()]
    await network(files({ 'g.json': text(node('a', 0), node('b', 2.5)) }), placed)
    const analysis = inCorpus(placed, lastAnalysis)!
    expect(Object.fromEntries(analysis.nodeValues.get('x')!)).toEqual({ a: 0, b: 2.5 })
    expect(Object.fromEntries(analysis.nodeValues.get('in_degree')!)).toEqual({ a: 0, b: 1 })
    expect(analysis.options).toMatchObject({ imported: 'g.json', statuses: ['IN'], weight: 'evidence' })
    expect(inCorpus(placed, lastAnalysisOrigin)).toMatchObject({ stale: false })
    // All in one place is no layout.
    await network(files({ 'g.json': text(node('a', 0), node('b', 0)) }), bare)
    expect(inCorpus(bare, lastAnalysis)).toBeNull()
  })

  it('leaves homepages out that are no web addresses, and says so', async () => {
    const corpus = newCorpus()
    const report = await network(files({ 'n.csv': 'id,url\na,javascript:alert(1)\nb,http://b.example\n' }), corpus)
    expect([factsOf(corpus, 'a').homepage, factsOf(corpus, 'b').homepage]).toEqual(['', 'http://b.example/'])
    expect(report.remarks).toContain('1 homepage was left out: no http(s) addresses.')
  })
})

describe('a file on its way', () => {
  it('is never changed', async () => {
    const path = files({ 'e.csv': 'source,target\na,b\n' })
    const before = readFileSync(path)
    await network(path, newCorpus())
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
