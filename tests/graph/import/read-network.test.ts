import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Mistake } from '../../../data/mistake.ts'
import { countryCode } from '../../../graph/import/country-code.ts'
import { importFrom } from '../../../graph/import/import-from.ts'
import type { ImportedNetwork } from '../../../graph/import/imported-network.ts'
import { readNetwork } from '../../../graph/import/read-network.ts'
import { readTables } from '../../../graph/import/read-tables.ts'
import { temporaryFolder } from '../../data/store/invented-corpus.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (name: string, text: string) => readNetwork(name, bytes(text))
const ties = ({ edges }: ImportedNetwork) => edges.map(({ source, target, weight }) => [source, target, weight])
const ids = ({ nodes }: ImportedNetwork) => nodes.map(node => node.id)

function mistakeOf(name: string, text: string): string {
  try {
    read(name, text)
  } catch (error) {
    if (error instanceof Mistake) return error.message
    throw error
  }
  return 'no mistake'
}

const gexf = (graph: string, version = '1.2') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/${version}draft" xmlns:viz="http://www.gexf.net/${version}draft/viz" version="${version}">\n${graph}\n</gexf>`

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
    expect(network.remarks).toEqual(['Slices were left out: a tie counts once, whenever it was seen.'])
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

describe('readNetwork(file, bytes) of hostile XML', () => {
  const doctype = (subset: string) =>
    `<?xml version="1.0"?>\n<!DOCTYPE graphml [\n${subset}\n]>\n<graphml><graph edgedefault="directed">`

  it('never expands entities, however deep they nest', () => {
    const lols = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};&l${n};&l${n};">`)
    const bomb = `${doctype(['<!ENTITY l0 "lol">', ...lols].join('\n'))}<node id="&l30;"/></graph></graphml>`
    expect(mistakeOf('bomb.graphml', bomb)).toBe(
      "bomb.graphml:35: 'undefined entity' found, expected well-formed XML without entities of its own",
    )
  })

  it('reads nothing outside the file', () => {
    const secret = join(temporaryFolder(), 'secret')
    writeFileSync(secret, 'password')
    const text = `${doctype(`<!ENTITY x SYSTEM "file://${secret}">`)}<node id="a"><desc>&x;</desc></node></graph></graphml>`
    expect(mistakeOf('xxe.graphml', text)).toContain("xxe.graphml:5: 'undefined entity' found")
  })

  it.each([
    ['cut.gexf', '<gexf>\n<graph>\n<nodes>', /^cut\.gexf:3: .*unclosed tag/],
    ['twice.gexf', '<gexf><graph a="1" a="2"/></gexf>', /^twice\.gexf:1: .*duplicate attribute/],
    ['empty.gexf', '', /^empty\.gexf:1: 'document must contain a root element/],
    [
      'page.gexf',
      '<html><body>Not found</body></html>',
      /^page\.gexf:1: no <gexf> element found, expected a GEXF file/,
    ],
    ['deep.gexf', '<a>'.repeat(2000), /^deep\.gexf:1: more than 1,000 nested elements found/],
    ['coded.gexf', '<?xml version="1.0" encoding="klingon"?><gexf/>', /^coded\.gexf:1: the encoding 'klingon' found/],
  ])('refuses %s with its line', (name, text, message) => {
    expect(mistakeOf(name, text)).toMatch(message)
  })
})

describe('readNetwork(file, bytes): what is wrong is said with its line, all of it at once', () => {
  it.each([
    [
      'g.gexf',
      gexf('<graph><nodes><node id="a"/>\n<node id="a"/>\n<node/></nodes></graph>'),
      'g.gexf:5: a <node> without id found, expected the attribute id',
    ],
    [
      'g.gexf',
      gexf(
        '<graph><nodes><node id="a"/>\n<node id="a"/></nodes>\n<edges><edge source="a" target="b"/>\n<edge source="a" target="a" weight="lots"/></edges></graph>',
      ),
      "g.gexf:4: the node 'a' again found, expected each id once\n" +
        "g.gexf:5: a tie of 'b' found, expected the id of a node of this file\n" +
        'g.gexf:6: a weight that is no number found, expected a number, 0 or more',
    ],
    [
      'g.gexf',
      gexf(
        '<graph><attributes class="node"><attribute id="0" title="age" type="integer"/></attributes>\n<nodes><node id="a"><attvalues>\n<attvalue for="0" value="old"/><attvalue for="9" value="x"/></attvalues></node></nodes></graph>',
      ),
      "g.gexf:5: a value for '9' found, expected a declared node attribute\ng.gexf:5: age: 'old' found, expected a number",
    ],
    [
      'g.graphml',
      '<graphml><key id="d" for="node" attr.name="n" attr.type="int"/><graph>\n<node id="a"><data key="d">x</data></node><node id="b"><data key="e">1</data></node></graph></graphml>',
      "g.graphml:2: n: 'x' found, expected a number\ng.graphml:2: data for the key 'e' found, expected a declared key",
    ],
    [
      'g.json',
      '{"nodes": [\n {"key": "a"},\n {"key": ""}\n], "edges": [\n]}',
      'g.json:3: nodes[1] without a usable key found, expected its key, or source and target, as text or number',
    ],
    [
      'g.json',
      '{"nodes": [\n {"key": "a"}\n], "edges": [\n {"source": "a", "target": "z"}\n]}',
      "g.json:4: a tie of 'z' found, expected the id of a node of this file",
    ],
    [
      'g.net',
      '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 3 1\n',
      "g.net:5: the vertex '3' found, expected a number from 1 to 2",
    ],
    ['g.net', 'hello', 'g.net:1: no line *Vertices found, expected a Pajek network'],
    [
      'g.gml',
      'graph [\n node [ id 1 ]\n edge [ source 1 ]\n]',
      'g.gml:3: a edge without target found, expected the entry target',
    ],
    ['g.gml', 'graph [\n node [ id 1 \n', 'g.gml:2: the end of the file found, expected a ] for each ['],
    ['g.gml', 'graph [ ? ]', 'g.gml:1: \'?\' found, expected GML: keys, numbers, "texts" and [ lists ]'],
    ['e.csv', 'source,target\na,b\nc\n', 'e.csv:3: 1 cells found, expected 2, as in the header'],
    ['e.csv', 'source,target\na,b\n,c\n', "e.csv:3: a tie of '' found, expected the id of a node of this file"],
    [
      'n.json',
      '{"nodes": [\n {"key": "a"},\n {"key": "a\\u0001"},\n {"key": "a\\u0002"}\n], "edges": []}',
      "n.json:4: the node 'a\ufffd' again found, expected each id once",
    ],
    ['e.csv', 'x,y\n1,2\n', 'e.csv:1: the columns x, y found, expected source and target, or one of id, url, name'],
    [
      'e.xlsx',
      '',
      "e.xlsx:1: the ending '.xlsx' found, expected one of .gexf .graphml .xml .net .paj .gml .json .csv .tsv .txt, or a folder of tables",
    ],
  ])('%s', (name, text, message) => {
    expect(mistakeOf(name, text)).toBe(message)
  })

  it('names the line where JSON stops being JSON', () => {
    expect(mistakeOf('g.json', '{"nodes": [],\n "edges": [}\n')).toMatch(/^g\.json:2: .* found, expected JSON$/)
  })

  it('cuts a long list of mistakes, and prints nothing that a terminal obeys', () => {
    const rows = Array.from({ length: 50 }, (_, n) => `a,b\u001b[31m${n},x`).join('\n')
    const message = mistakeOf('e.csv', `source,target,weight\n${rows}\n`)
    expect(message.split('\n')).toHaveLength(21)
    expect(message).toContain('… and 30 more')
    expect(
      mistakeOf('g.gexf', gexf('<graph><edges><edge source="\u009b31m" target="b"/></edges></graph>')),
    ).not.toContain('\u009b')
  })
})

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
    expect(network.remarks).toEqual(["Left out, as they tell of another tool: 'crawled'."])
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

describe('readNetwork(file, bytes) of tables', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('reads ties separated by %s', (_, separator) => {
    const text = 'Source,Target,Type,Weight\na,b,Directed,2\nb,c,Undirected,1\n'.replaceAll(',', separator)
    expect(ties(read('e.csv', text))).toEqual([
      ['a', 'b', 2],
      ['b', 'c', 1],
      ['c', 'b', 1],
    ])
  })

  it('reads entities as a French spreadsheet saves them: windows-1252, semicolons, decimal commas, CRLF', () => {
    const text =
      'nom;url;pays;score;remarque\r\n"Élan ; numérique";https://elan.example;Belgique;1,5;"\'=à\r\nvoir"\r\n'
    const network = readNetwork('acteurs.csv', Buffer.from(text, 'latin1'))
    expect(network.kind).toBe('entities')
    expect(network.nodes).toMatchObject([
      {
        id: '',
        label: 'Élan ; numérique',
        homepage: 'https://elan.example',
        country: 'BE',
        tags: [
          ['remarque', '=à\r\nvoir'],
          ['score', '1,5'],
        ],
        line: 2,
      },
    ])
  })

  it('reads a table of attributes, rows in their order', () => {
    const network = read('codes.csv', '\ufeffname,typology\nb,two\na,one\n')
    expect(network.kind).toBe('attributes')
    expect(network.nodes.map(({ label, tags, line }) => [label, tags, line])).toEqual([
      ['b', [['typology', 'two']], 2],
      ['a', [['typology', 'one']], 3],
    ])
  })

  it("reads Hyphe's entities with prefixes, start pages, status and tags", () => {
    const network = read(
      'webentities.csv',
      'id,name,ID,NAME,STATUS,PREFIXES AS URL,PREFIXES AS LRU,HOME PAGE,START PAGES,CRAWLED,CRAWLING STATUS,INDEGREE,edito (TAGS)\n' +
        '41,Un,41,Un,OUT,http://un.example https://un.example,s:http|h:example|h:un|,http://un.example,http://un.example/a,true,FINISHED,3,media|blog\n',
    )
    expect(network).toMatchObject({ kind: 'entities', format: 'Hyphe entities' })
    expect(network.nodes).toMatchObject([
      {
        id: '41',
        label: 'Un',
        status: 'OUT',
        homepage: 'http://un.example',
        prefixes: ['http://un.example', 'https://un.example'],
        startPages: ['http://un.example/a'],
        tags: [
          ['edito', 'media'],
          ['edito', 'blog'],
        ],
      },
    ])
  })

  it("reads Hyphe's JSON, export and backup, LRUs turned into addresses", () => {
    const exported = {
      ID: 41,
      NAME: 'Un',
      STATUS: 'IN',
      'PREFIXES AS LRU': ['s:https|h:example|h:un|h:www|p:blog|'],
      TAGS: { edito: ['media'] },
      INDEGREE: 3,
    }
    const backup = {
      id: '7',
      name: 'Deux',
      status: 'DISCOVERED',
      prefixes: ['s:http|t:8080|h:example|h:deux|'],
      tags: { USER: { edito: ['blog'] }, CORE: { user_agent: ['x'] } },
    }
    const network = read('hyphe.json', JSON.stringify({ exportTimestamp: 1, webentities: [exported, backup] }))
    expect(network.kind).toBe('entities')
    expect(network.nodes).toMatchObject([
      { id: '41', label: 'Un', status: 'IN', prefixes: ['https://www.un.example/blog'], tags: [['edito', 'media']] },
      {
        id: '7',
        label: 'Deux',
        status: 'DISCOVERED',
        prefixes: ['http://deux.example:8080'],
        tags: [['edito', 'blog']],
      },
    ])
  })
})

describe('readTables(folder, files)', () => {
  it('reads nodes.csv and edges.csv of another tool', () => {
    const files = new Map([
      ['nodes.csv', bytes('Id,Label,Country\na,A,France\nb,B,\n')],
      ['edges.csv', bytes('Source,Target,Weight\na,b,3\n')],
    ])
    const network = readTables('gephi', files)
    expect(network.nodes.map(({ id, label, country }) => [id, label, country])).toEqual([
      ['a', 'A', 'FR'],
      ['b', 'B', ''],
    ])
    expect(ties(network)).toEqual([['a', 'b', 3]])
  })

  it('refuses a folder that lacks a table, a path that is not there, and an unknown zone', async () => {
    const folder = temporaryFolder()
    await expect(importFrom(folder)).rejects.toThrow('a folder without nodes.csv and edges.csv')
    await expect(importFrom(join(folder, 'nothing.gexf'))).rejects.toThrow('no such file or folder')
  })
})

describe('countryCode(text)', () => {
  it.each([
    ['fr', 'FR'],
    ['France', 'FR'],
    ['états-unis', 'US'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['UK', 'GB'],
    ['Royaume-Uni', 'GB'],
    ['Czech Republic', 'CZ'],
    ['Allemagne', 'DE'],
    ['International', 'International'],
    ['EU', 'EU'],
    ['', ''],
  ])('%j is %j', (text, code) => {
    expect(countryCode(text)).toBe(code)
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

describe('readTable(file, bytes)', () => {
  it('tells the line on which a row begins, whatever stands in its cells and between rows', () => {
    const text = 'source;target\r\n"a\r\nb";c\r\n\r\nd;e\r\nf\r\n'
    expect(mistakeOf('t.csv', text)).toBe('t.csv:6: 1 cells found, expected 2, as in the header')
    expect(mistakeOf('t.csv', 'source,target\na,"b\nc,d\n')).toMatch(
      /^t\.csv:\d: Quote Not Closed.* found, expected a table/,
    )
  })
})
