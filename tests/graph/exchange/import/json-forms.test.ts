import { describe, expect, it } from 'vitest'
import { ids, mistakeOf, read, ties } from './read-text.ts'

const json = (value: unknown, name = 'net.json') => read(name, JSON.stringify(value, null, 1))
const undirectedRemark = 'All ties are undirected: they are analysed as such, each counted once.'
const unsaid = 'The file does not say whether its ties have a direction: they were read as directed.'

const elements = {
  nodes: [
    { data: { id: '7', name: 'Alder', SUID: 7, staff: 4 }, position: { x: 3, y: 5 } },
    { data: { id: '8', name: 'Birch' } },
  ],
  edges: [{ data: { id: '9', source: '7', target: '8', interaction: 'cites', weight: 2 } }],
}

describe('JSON of Cytoscape', () => {
  it('is read as the desktop saves it: names, places turned upright, interaction kept', () => {
    const net = json({ format_version: '1.0', data: { name: 'Trees' }, elements }, 'trees.cyjs')
    expect([net.format, net.title, ids(net), ties(net)]).toEqual([
      'Cytoscape JSON',
      'Trees',
      ['7', '8'],
      [['7', '8', 2]],
    ])
    expect(net.nodes[0]).toMatchObject({ label: 'Alder', x: 3, y: -5, tags: [['staff', '4']] })
    expect(net.edges[0]!.told).toEqual([['interaction', 'cites']])
    expect(net.remarks).toEqual([
      unsaid,
      "Kept as columns of the ties: 'interaction' (1 tie).",
      "Left out, as they tell of another tool: 'SUID'.",
    ])
  })

  it('is read as a list of elements, alone or under a name, with the line of what is wrong', () => {
    const flat = [...elements.nodes, ...elements.edges]
    for (const value of [flat, { elements: flat }]) expect(ties(json(value))).toEqual([['7', '8', 2]])
    const wrong = { elements: { nodes: elements.nodes, edges: [{ data: { source: '7' } }] } }
    expect(mistakeOf('w.cyjs', JSON.stringify(wrong, null, 1))).toMatch(/^w\.cyjs:\d\d: the tie 0 without source and/)
  })

  it('keeps the direction that networkx writes beside it', () => {
    expect(json({ directed: false, elements }).ties).toBe('undirected')
    expect(json({ directed: true, elements }).ties).toBeUndefined()
  })
})

describe('node-link JSON', () => {
  it.each(['links', 'edges'])('of networkx is read with its ties under %s', name => {
    const net = json({
      directed: false,
      multigraph: true,
      graph: { name: 'Three' },
      nodes: [{ id: 1 }, { id: 2, country: 'fr' }, { id: 3 }],
      [name]: [
        { source: 1, target: 2, weight: 2, key: 0 },
        { source: 1, target: 2, weight: 3, key: 1 },
        { source: 2, target: 3, weight: null, key: 0 },
      ],
    })
    expect([net.title, net.ties, ids(net)]).toEqual(['Three', 'undirected', ['1', '2', '3']])
    expect(ties(net)).toContainEqual(['1', '2', 5])
    expect(net.nodes[1]!.country).toBe('FR')
    expect(net.remarks).toContain('1 tie has no number as weight (NA, NaN, infinite or nothing): counted as 1.')
    expect(net.remarks).toContain('2 parallel ties were added to the weight of the first.')
    expect(net.remarks).toContain(undirectedRemark)
  })

  it('of d3 is read by places, by names, and by the nodes themselves', () => {
    const nodes = [
      { name: 'Ash', group: 1 },
      { name: 'Elm', group: 2 },
    ]
    const wanted = [['Ash', 'Elm', 6]]
    const byPlace = json({ nodes, links: [{ source: 0, target: 1, value: 6 }] })
    expect(ties(byPlace)).toEqual(wanted)
    expect(byPlace.remarks).toContain('Ties name their nodes by their places in the list, from 0.')
    expect(byPlace.remarks).toContain(unsaid)
    expect(byPlace.remarks).toContain("The column 'value' was taken as the weight.")
    expect(ties(json({ nodes, links: [{ source: 'Ash', target: 'Elm', value: 6 }] }))).toEqual(wanted)
    const whole = [{ source: { name: 'Ash', index: 0 }, target: { name: 'Elm', index: 1 }, value: 6 }]
    expect(ties(json({ nodes, links: whole }))).toEqual(wanted)
  })

  it('of old networkx counts places although nodes have ids', () => {
    const net = json({ directed: true, nodes: [{ id: 'x' }, { id: 'y' }], links: [{ source: 1, target: 0 }] })
    expect(ties(net)).toEqual([['y', 'x', 1]])
  })

  it('of vis.js and VOSviewer is read by their own names of ends and weights', () => {
    const vis = { nodes: [{ id: 1 }, { id: 2 }], edges: [{ from: 2, to: 1, value: 4 }] }
    expect(ties(json(vis))).toEqual([['2', '1', 4]])
    const vos = {
      network: {
        items: [
          { id: 1, label: 'oak', x: 0.5, y: 1, weights: { Documents: 9 } },
          { id: 2, label: 'yew' },
        ],
        links: [{ source_id: 1, target_id: 2, strength: 3 }],
      },
    }
    expect(ties(json(vos))).toEqual([['1', '2', 3]])
    expect(json(vos).nodes[0]).toMatchObject({ label: 'oak', x: 0.5, tags: [['Documents', '9']] })
  })

  it('names ties of unknown nodes with their line', () => {
    const text = JSON.stringify({ nodes: [{ id: 'a' }], links: [{ source: 'a', target: 'zz' }] }, null, 1)
    expect(mistakeOf('w.json', text)).toMatch(
      /^w\.json:\d+: a tie of 'zz' found, expected the id of a node of this file$/,
    )
  })
})

describe('other forms of JSON', () => {
  it('JSON Graph Format: nodes by id or in a list, directed unless it says otherwise, relations kept', () => {
    const edges = [{ source: 'a', target: 'b', relation: 'owns', metadata: { weight: 2 } }]
    const byId = json({ graph: { label: 'Owners', nodes: { a: { label: 'A', metadata: { size: 3 } }, b: {} }, edges } })
    expect([byId.title, ties(byId), byId.ties]).toEqual(['Owners', [['a', 'b', 2]], undefined])
    expect(byId.edges[0]!.told).toEqual([['relation', 'owns']])
    const list = json({ graphs: [{ directed: false, nodes: [{ id: 'a' }, { id: 'b' }], edges }] })
    expect([ids(list), list.ties]).toEqual([['a', 'b'], 'undirected'])
  })

  it('JSON Graph Format: several graphs and hyperedges are refused by name', () => {
    const two = { graphs: [{ nodes: {} }, { nodes: {} }] }
    expect(mistakeOf('g.json', JSON.stringify(two))).toBe(
      'g.json:1: 2 graphs of the JSON Graph Format found, expected one network in a file',
    )
    const hyper = { graph: { nodes: { a: {} }, hyperedges: [{ nodes: ['a'] }] } }
    expect(mistakeOf('g.json', JSON.stringify(hyper))).toBe(
      'g.json:1: hyperedges found, expected ties of two nodes each',
    )
  })

  it("Gephi Lite's own file: data and places of the nodes and ties beside the graph", () => {
    const net = json({
      type: 'gephi-lite',
      version: '1.0.0',
      graphDataset: {
        metadata: { title: 'Lite' },
        nodeData: { a: { label: 'Alpha', team: 'red' }, b: {} },
        edgeData: { e1: { weight: 4, tone: 'warm' } },
        layout: { a: { x: 1, y: 2 }, b: { x: 3, y: 4 } },
        fullGraph: {
          options: { type: 'mixed', multi: true, allowSelfLoops: true },
          nodes: [{ key: 'a', attributes: {} }, { key: 'b' }],
          edges: [{ key: 'e1', source: 'a', target: 'b', undirected: true }],
        },
      },
    })
    expect([net.format, net.title, net.ties]).toEqual(['Gephi Lite', 'Lite', 'undirected'])
    expect(net.nodes[0]).toMatchObject({ label: 'Alpha', x: 1, y: 2, tags: [['team', 'red']] })
    expect(net.edges[0]).toMatchObject({ weight: 4, told: [['tone', 'warm']] })
  })

  it("networkx' adjacency: each undirected tie once", () => {
    const adjacency = [[{ id: 'b', weight: 3 }], [{ id: 'a', weight: 3 }]]
    const net = json({ directed: false, graph: [], nodes: [{ id: 'a' }, { id: 'b' }], adjacency })
    expect([net.ties, ties(net)]).toEqual([
      'undirected',
      [
        ['a', 'b', 3],
        ['b', 'a', 3],
      ],
    ])
  })

  it('what is no network is told by its names', () => {
    expect(mistakeOf('p.json', '{"name": "x", "version": 1}')).toBe(
      "p.json:1: JSON with 'name', 'version', without lists of nodes and ties, found, expected a network (see FORMATS.md)",
    )
  })
})
