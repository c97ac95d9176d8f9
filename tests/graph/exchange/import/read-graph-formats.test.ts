import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { read, ties, ids } from './read-text.ts'

describe('readNetwork(file, bytes) of GraphML', () => {
  it("reads Hyphe's weights, statuses and tags", () => {
    const network = read(
      'hyphe.graphml',
      `<graphml><key attr.name="count" attr.type="long" for="edge" id="c"/><key attr.name="status" attr.type="string" for="node" id="s"/>
      <key attr.name="Portée" attr.type="string" for="node" id="p"/><key attr.name="name" attr.type="string" for="node" id="n"/>
      <key attr.name="crawled" attr.type="boolean" for="node" id="w"/><key attr.name="homepage" attr.type="string" for="node" id="h"/>
      <graph edgedefault="directed"><node id="41"><data key="s">UNDECIDED</data><data key="p">nationale</data><data key="n">Un journal</data>
      <data key="w">True</data><data key="h">http://journal.example</data></node><node id="7"/>
      <edge source="41" target="7"><data key="c">16</data></edge></graph></graphml>`,
    )
    expect(network.nodes[0]).toMatchObject({
      id: '41',
      label: 'Un journal',
      status: 'UNDECIDED',
      homepage: 'http://journal.example',
      tags: [['Portée', 'nationale']],
    })
    expect(ties(network)).toEqual([['41', '7', 16]])
    expect(network.remarks).toEqual([
      "The column 'count' was taken as the weight.",
      "Left out, as they tell of another tool: 'crawled'.",
    ])
  })

  it("reads yEd's labels and undirected edges of a directed graph", () => {
    const network = read(
      'yed.graphml',
      `<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d0" yfiles.type="nodegraphics"/><graph edgedefault="directed">
      <node id="n0"><data key="d0"><y:ShapeNode><y:NodeLabel>Agence</y:NodeLabel></y:ShapeNode></data></node><node id="n1"/>
      <edge source="n0" target="n1" directed="false"/></graph></graphml>`,
    )
    expect(network.nodes[0]!.label).toBe('Agence')
    expect(ties(network)).toEqual([
      ['n0', 'n1', 1],
      ['n1', 'n0', 1],
    ])
  })
})

describe('readNetwork(file, bytes) of Pajek', () => {
  it('reads arcs, edges, lists and comments, and names vertices by labels that are distinct', () => {
    const network = read(
      'g.net',
      '% a comment\r\n*Network x\r\n*Vertices 3\r\n1 "un site" 0.1 0.2 0.5\r\n2 deux\r\n3 "trois"\r\n*Arcs :1 "cites"\r\n1 2 2.5\r\n*Edges\r\n2 3\r\n*Arcslist\r\n3 1 2\r\n',
    )
    expect(ids(network)).toEqual(['deux', 'trois', 'un site'])
    expect(ties(network)).toEqual([
      ['deux', 'trois', 1],
      ['trois', 'deux', 2],
      ['trois', 'un site', 1],
      ['un site', 'deux', 2.5],
    ])
  })

  it('reads a matrix, and numbers vertices that have no names', () => {
    expect(ties(read('g.net', '*Vertices 2\n*Matrix\n0 3\n0 0\n'))).toEqual([['1', '2', 3]])
  })
})

describe('readNetwork(file, bytes) of GML', () => {
  it('reads labels with references, graphics and weights', () => {
    const network = read(
      'g.gml',
      'Creator "x"\ngraph [ directed 1\n node [ id 1 label "Caf&#233; &amp; Co" value 0 graphics [ x 1.5 y -2e1 fill "#AABBCC" ] ]\n node [ id 2 ]\n edge [ source 1 target 2 value 3 ]\n]',
    )
    expect(network.nodes[0]).toMatchObject({
      id: '1',
      label: 'Café & Co',
      tags: [['value', '0']],
      x: 1.5,
      y: -20,
      colour: '#aabbcc',
    })
    expect(ties(network)).toEqual([['1', '2', 3]])
  })
})

describe('files that networkx wrote', () => {
  const hasNetworkx = spawnSync('python3', ['-c', 'import networkx']).status === 0
  const script = `
import sys, networkx as nx
graph = nx.DiGraph()
graph.add_node("a", country="France", score=0.5, note='<b> & "é"')
graph.add_node("b", score=2)
graph.add_edge("a", "b", weight=2.5)
graph.add_edge("b", "a", weight=1.0)
folder = sys.argv[1]
nx.write_gexf(graph, folder + "/g.gexf")
nx.write_graphml(graph, folder + "/g.graphml")
nx.write_gml(graph, folder + "/g.gml")
nx.write_pajek(graph, folder + "/g.net")`
  it.runIf(hasNetworkx)('are read with their ties, facts and tags', () => {
    const folder = temporaryFolder()
    execFileSync('python3', ['-c', script, folder], { stdio: 'ignore' })
    for (const name of ['g.gexf', 'g.graphml', 'g.gml', 'g.net']) {
      const network = readNetwork(name, readFileSync(join(folder, name)))
      // GML numbers its nodes.
      const [a, b] = name === 'g.gml' ? ['0', '1'] : ['a', 'b']
      expect(ties(network)).toEqual([
        [a, b, 2.5],
        [b, a, 1],
      ])
      if (name === 'g.net') continue
      expect(network.nodes[0]).toMatchObject({ label: 'a', country: 'FR' })
      expect(network.nodes[0]!.tags).toEqual([
        ['note', '<b> & "é"'],
        ['score', '0.5'],
      ])
    }
  })
})
