import { describe, expect, it } from 'vitest'
import { read, ties, ids, gexf } from './read-text.ts'

describe('readNetwork(file, bytes) of GEXF', () => {
  it('reads 1.1 with its slices, declared defaults, colours and lists, and says what it left out', () => {
    const network = read(
      'g.gexf',
      gexf(
        `<graph defaultedgetype="directed">
        <attributes class="node"><attribute id="0" title="Pays" type="string"><default>France</default></attribute>
          <attribute id="1" title="themes" type="liststring"/><attribute id="2" title="score" type="float"/></attributes>
        <nodes><node id="a" label="Á"><attvalues><attvalue for="1" value="[un, deux]"/><attvalue id="2" value="0.5"/></attvalues>
          <viz:color r="1" g="2" b="255"/><viz:position x="1.5" y="-2" z="0"/><viz:size value="3"/>
          <slices><slice start="2009"/></slices></node>
        <node id="b"/></nodes>
        <edges><edge id="0" source="a" target="b"/></edges></graph>`,
        '1.1',
      ),
    )
    expect(network.nodes[0]).toMatchObject({
      label: 'Á',
      country: 'FR',
      tags: [
        ['score', '0.5'],
        ['themes', 'un'],
        ['themes', 'deux'],
      ],
      x: 1.5,
      y: -2,
      size: 3,
      colour: '#0102ff',
    })
    expect(network.nodes[1]).toMatchObject({ label: 'b', country: 'FR', tags: [], status: null })
    expect(ties(network)).toEqual([['a', 'b', 1]])
    expect(network.remarks).toEqual(['Times of nodes were left out: a node is there whenever it was seen.'])
  })

  it('flattens hierarchies, doubles undirected ties, adds parallel ones, leaves loops and zero weights out', () => {
    const network = read(
      'g.gexf',
      gexf(`<graph defaultedgetype="undirected"><nodes><node id="a"><nodes><node id="b"/></nodes></node><node id="c"/></nodes>
        <edges><edge source="a" target="b" weight="2"/><edge source="b" target="a" type="directed" weight="3"/>
        <edge source="c" target="c"/><edge source="a" target="c" weight="0"/></edges></graph>`),
    )
    expect(ids(network)).toEqual(['a', 'b', 'c'])
    expect(ties(network)).toEqual([
      ['a', 'b', 2],
      ['b', 'a', 5],
    ])
    expect(network.remarks).toEqual([
      '1 undirected tie was read as a tie in each direction.',
      'The file mixes them with 1 directed tie: all are analysed as directed, so that reciprocity and what follows from it counts them as returned.',
      '1 parallel tie was added to the weight of the first.',
      '1 tie of a node to itself was left out.',
      '1 tie of weight 0 was left out.',
    ])
  })

  it('takes an "INF" of another tool for what it is, and takes off no joiner but our own', () => {
    const attributes =
      '<attributes class="node"><attribute id="0" title="note" type="string"/><attribute id="1" title="n" type="double"/></attributes>'
    const node =
      '<node id="a"><attvalues><attvalue for="0" value="I\u2060NFO"/><attvalue for="1" value="INF"/></attvalues></node>'
    const network = read('g.gexf', gexf(`<graph>${attributes}<nodes>${node}</nodes></graph>`, '1.3'))
    expect(network.nodes[0]!.tags).toEqual([['note', 'I\u2060NFO']])
  })
})

describe('readNetwork(file, bytes) of a GEXF of ours that Gephi has saved since', () => {
  it('knows facts and counts again by their titles; measures are tags then', () => {
    const attribute = (id: string, title: string, type = 'string') =>
      `<attribute id="${id}" title="${title}" type="${type}"/>`
    const value = (id: string, text: string) => `<attvalue for="${id}" value="${text}"/>`
    const network = read(
      'saved.gexf',
      gexf(
        `<meta><creator>Gephi 0.10</creator></meta><graph defaultedgetype="directed">
        <attributes class="node">${attribute('country', 'Country')}${attribute('pages_fetched', 'Pages fetched', 'integer')}${attribute('self_links', 'Self-links', 'integer')}
          ${attribute('in_degree', 'In-degree', 'integer')}${attribute('prefixes', 'Prefixes')}${attribute('pagerank', 'PageRank', 'double')}</attributes>
        <attributes class="edge">${attribute('links', 'Hyperlinks', 'integer')}${attribute('pages', 'Source pages', 'integer')}${attribute('first_seen', 'First seen')}
          ${attribute('links_content', 'Hyperlinks: content', 'integer')}</attributes>
        <nodes><node id="a.example" label="A"><attvalues>${value('country', 'FR')}${value('pages_fetched', '12')}${value('self_links', '3')}${value('in_degree', '9')}
          ${value('prefixes', '*.a.example b.example/a')}${value('pagerank', '0.25')}</attvalues></node><node id="b.example"/></nodes>
        <edges><edge source="a.example" target="b.example" weight="2.0"><attvalues>${value('links', '7')}${value('pages', '5')}${value('first_seen', '2026-11-01T10:00:00Z')}
          ${value('links_content', '7')}</attvalues></edge></edges></graph>`,
        '1.3',
      ),
    )
    expect(network.nodes[0]).toMatchObject({
      country: 'FR',
      pagesFetched: 12,
      selfLinks: 3,
      prefixes: ['*.a.example', 'b.example/a'],
      tags: [['PageRank', '0.25']],
    })
    expect(network.edges[0]).toMatchObject({ weight: 2, links: 7, pages: 5, firstSeen: '2026-11-01T10:00:00Z' })
    expect(network.edges[0]!.linksByZone.content).toBe(7)
  })
})
