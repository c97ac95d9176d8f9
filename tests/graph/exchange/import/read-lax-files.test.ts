import { describe, expect, it } from 'vitest'
import { gexf, mistakeOf, read, ties } from './read-text.ts'

const edgeColumn = (title: string, value: string) =>
  gexf(
    `<graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="${title}" type="string"/></attributes>
    <nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"><attvalues><attvalue for="0" value="${value}"/></attvalues></edge></edges></graph>`,
  )
const graphml = (name: string, value: string) =>
  `<graphml><key id="w" for="edge" attr.name="${name}" attr.type="string"/><graph edgedefault="directed"><node id="a"/><node id="b"/>
  <edge source="a" target="b"><data key="w">${value}</data></edge></graph></graphml>`
const json = (name: string, value: string) =>
  JSON.stringify({
    nodes: [{ key: 'a' }, { key: 'b' }],
    edges: [{ source: 'a', target: 'b', attributes: { [name]: value } }],
  })
const names = [
  'WEIGHT',
  'Edge Weight',
  'count',
  'Value',
  'Poids',
  'nb_links',
  'Number of links',
  'Frequency',
  'strength',
]

describe('the weight of a tie', () => {
  it.each(names)('is read under the name %s in every format', name => {
    const files = [
      read('g.gexf', edgeColumn(name, '7')),
      read('g.graphml', graphml(name, '7')),
      read('g.json', json(name, '7')),
      read('g.csv', `source,target,${name}\na,b,7\n`),
    ]
    const remarks = name === 'WEIGHT' ? [] : [`The column '${name}' was taken as the weight.`]
    for (const file of files) expect([ties(file), file.remarks]).toEqual([[['a', 'b', 7]], remarks])
  })

  it('is not a column of words or of negative numbers under another name, which is told', () => {
    for (const value of ['daily', '-3']) {
      const file = read('g.csv', `source,target,frequency\na,b,${value}\n`)
      expect(ties(file)).toEqual([['a', 'b', 1]])
      expect(file.remarks).toEqual(["Kept as columns of the ties: 'frequency' (1 tie)."])
    }
  })

  it('is the surer of two columns, and the other is told', () => {
    const file = read('g.csv', 'source,target,count,weight,tone\na,b,9,2,warm\n')
    expect(ties(file)).toEqual([['a', 'b', 2]])
    expect(file.remarks).toEqual(["Kept as columns of the ties: 'count' (1 tie), 'tone' (1 tie)."])
  })

  it('counts 1 where it is missing or infinite, with their number', () => {
    const file = read('g.csv', 'source,target,weight\na,b,NA\nb,c,Inf\nc,d,\nd,a,3\n')
    expect(ties(file).map(([, , weight]) => weight)).toEqual([1, 1, 1, 3])
    expect(file.remarks).toEqual(['3 ties have no number as weight (NA, NaN, infinite or nothing): counted as 1.'])
  })

  it('is the last one of those over time, which is told', () => {
    const text = gexf(
      `<graph defaultedgetype="directed" mode="dynamic"><attributes class="edge" mode="dynamic"><attribute id="weight" title="Weight" type="double"/></attributes>
      <nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"><attvalues>
      <attvalue for="weight" value="2" start="2001" end="2002"/><attvalue for="weight" value="5" start="2002" end="2003"/></attvalues></edge></edges></graph>`,
    )
    expect(ties(read('g.gexf', text))).toEqual([['a', 'b', 5]])
    expect(read('g.gexf', text).remarks).toEqual(["1 value of 'Weight' over time left out: the last one counts."])
  })

  it('over time in a table of Gephi is the last one, which is told', () => {
    const net = read('g.csv', 'source,target,weight\na,b,"<[1.0, 2, 1]; [2, 3, 2]>"\nb,c,"<[1, Infinity, 4]>"\nc,a,3\n')
    expect(ties(net).map(([, , weight]) => weight)).toEqual([2, 4, 3])
    expect(net.remarks).toEqual(['2 weights change over time: the last one counts.'])
  })

  it('is refused with its line where it could mean two numbers', () => {
    expect(mistakeOf('g.csv', 'source,target,weight\na,b,"1,234"\n')).toBe(
      "g.csv:2: the weight '1,234', which may be 1234 or 1.234, found, expected a number, 0 or more",
    )
  })
})

describe('several networks in a file', () => {
  it('are refused by name in GraphML, and nested ones are one', () => {
    const graph = (id: string) => `<graph id="${id}" edgedefault="directed"><node id="a"/></graph>`
    expect(mistakeOf('g.graphml', `<graphml>${graph('likes')}\n${graph('helps')}</graphml>`)).toBe(
      "g.graphml:2: a second graph 'helps' found, expected one network in a file",
    )
    const nested = `<graphml><graph edgedefault="directed"><node id="g"><graph id="in"><node id="b"/></graph></node></graph></graphml>`
    expect(read('g.graphml', nested).nodes).toHaveLength(2)
  })
})

describe('a partition of Pajek', () => {
  it('may stand before its network, and its number is compared at the end', () => {
    const net = (count: number) =>
      `*Partition kinds\n*Vertices ${count}\n${'1\n'.repeat(count)}*Network n\n*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2\n`
    expect(read('p.paj', net(2)).nodes.map(({ tags }) => tags)).toEqual([[['kinds', '1']], [['kinds', '1']]])
    expect(mistakeOf('p.paj', net(3))).toBe(
      "p.paj:2: 3 values of 'kinds' found, expected 2, as in the network of the file",
    )
  })
})

describe('what other tools write beside the standards', () => {
  it('reads lists with quotes (GEXF 1.3) and with bars (GEXF 1.2), booleans with spaces, words for nothing', () => {
    const node = (type: string, value: string) =>
      read(
        'g.gexf',
        gexf(
          `<graph><attributes class="node"><attribute id="0" title="t" type="${type}"/></attributes><nodes><node id="a"><attvalues><attvalue for="0" value="${value}"/></attvalues></node></nodes></graph>`,
        ),
      ).nodes[0]!.tags.map(([, value]) => value)
    expect(node('liststring', '[&quot;a, b&quot;, c]')).toEqual(['a, b', 'c'])
    expect(node('liststring', 'a|b')).toEqual(['a', 'b'])
    expect(node('listinteger', '[1, 2]')).toEqual(['1', '2'])
    expect(node('boolean', ' true ')).toEqual(['true'])
    for (const word of ['null', 'NA', 'NaN', 'INF']) expect(node('double', word)).toEqual([])
    // A text is a text.
    expect(node('string', 'NA')).toEqual(['NA'])
  })

  it('reads bare words of GML as values', () => {
    const file = read(
      'g.gml',
      'graph [\n directed 1\n node [ id 0 label "NA" score -INF kept true ]\n node [ id 1 label "b" score nan ]\n edge [ source 0 target 1 weight NAN ]\n]\n',
    )
    expect(file.nodes.map(({ label, tags }) => [label, tags])).toEqual([
      ['NA', [['kept', 'true']]],
      ['b', []],
    ])
    expect(file.remarks).toEqual([
      '2 values of numbers (null, NA, NaN, INF) read as empty.',
      '1 tie has no number as weight (NA, NaN, infinite or nothing): counted as 1.',
    ])
  })

  it('skips rows of empty cells, and says so', () => {
    const file = read('g.csv', 'source;target;weight\na;b;2\n;;\n ; ; \n;;;;\n')
    expect(ties(file)).toEqual([['a', 'b', 2]])
    expect(file.remarks).toEqual(['3 blank rows skipped.'])
  })

  it('takes names that look the same for one', () => {
    const spellings = ['Café x', 'Cafe\u0301 x', 'Café\u00a0x', ' Café  x\u200b']
    const file = read('g.csv', `source,target\n${spellings.map(name => `${name},b`).join('\n')}\n`)
    expect(ties(file)).toEqual([['Café x', 'b', 4]])
    expect(file.remarks[0]).toBe("1 name in several spellings (spaces, composed letters) read as one: 'Café x'.")
  })
})

describe('a Pajek project', () => {
  const network = '*Network x\n*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n'

  it('gives the values of partitions and vectors to the vertices', () => {
    const file = read(
      'g.paj',
      `${network}*Arcs\n1 2\n*Partition camp\n*Vertices 3\n1\n2\n1\n*Vector\n*Vertices 3\n.5\n1\n2\n`,
    )
    expect(file.nodes.map(({ tags }) => tags)).toEqual([
      [
        ['Vector 1', '0.5'],
        ['camp', '1'],
      ],
      [
        ['Vector 1', '1'],
        ['camp', '2'],
      ],
      [
        ['Vector 1', '2'],
        ['camp', '1'],
      ],
    ])
  })

  it('is refused by the name of a second network, and by the number of values', () => {
    expect(mistakeOf('g.paj', `${network}*Network y\n*Vertices 2\n`)).toContain("g.paj:6: a second network 'y' found")
    expect(mistakeOf('g.paj', `${network}*Partition p\n*Vertices 2\n1\n1\n`)).toContain(
      "2 values of 'p' found, expected 3",
    )
  })

  it('says which relations became one, and leaves permutations and clusters alone', () => {
    const file = read(
      'g.paj',
      `${network}*Arcs :1 "cites"\n1 2 2\n*Arcs :2 "attacks"\n1 2 3\n*Permutation p\n*Vertices 3\n3\n1\n2\n`,
    )
    expect(ties(file)).toEqual([['a', 'b', 5]])
    expect(file.remarks.slice(0, 2)).toEqual([
      "The section *Permutation 'p' was left out.",
      "2 relations read as one network: 'cites', 'attacks'.",
    ])
  })

  it('ties rows to columns in a matrix of two modes, without a direction, as igraph reads it', () => {
    const file = read('g.net', '*Vertices 3 1\n1 "a"\n2 "b"\n3 "c"\n*Matrix\n0 4\n')
    expect([ties(file), file.ties]).toEqual([[['a', 'c', 4], ['c', 'a', 4]], 'undirected']) // prettier-ignore
    expect(file.remarks[0]).toBe('Two modes: the first 1 vertices, and the other 2, in one network.')
  })
})

describe('a tie of a node that its file does not declare', () => {
  const remark = "1 node that only ties name and the file does not declare was made: 'z'."

  it.each([
    [
      'g.gexf',
      gexf(
        '<graph defaultedgetype="directed"><nodes><node id="a"/></nodes><edges><edge source="a" target="z"/></edges></graph>',
      ),
    ],
    [
      'g.graphml',
      '<graphml><graph edgedefault="directed"><node id="a"/><edge source="a" target="z"/></graph></graphml>',
    ],
  ])('makes it in %s, as Gephi does, and says so with its name', (name, text) => {
    const file = read(name, text)
    expect([ties(file), file.nodes.map(({ id }) => id)]).toEqual([[['a', 'z', 1]], ['a', 'z']])
    expect(file.remarks).toEqual([remark])
  })

  it('makes it in GML, where nodes are numbers', () => {
    const file = read('g.gml', 'graph [ directed 1 node [ id 1 ] edge [ source 1 target 2 ] ]')
    expect(ties(file)).toEqual([['1', '2', 1]])
    expect(file.remarks).toEqual([remark.replace("'z'", "'2'")])
  })

  it('is refused where readers of the format refuse it, and in what we wrote ourselves', () => {
    const own =
      '<meta><creator>Toile</creator><description>Entities IN; hyperlinks of all zones; weight: pages</description></meta>'
    const text = gexf(
      `${own}<graph defaultedgetype="directed"><nodes><node id="a"/></nodes><edges><edge source="a" target="z"/></edges></graph>`,
    )
    expect(mistakeOf('g.gexf', text)).toContain("a tie of 'z' found, expected the id of a node of this file")
    expect(mistakeOf('g.json', json('x', '1').replace('"target":"b"', '"target":"z"'))).toContain("a tie of 'z' found")
  })
})

describe('files that are a little off', () => {
  it('has mutual edges in GEXF, which lead both ways and leave the network a directed one', () => {
    const file = read('g.gexf', gexf('<graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/><node id="c"/></nodes><edges><edge source="b" target="a" type="mutual" weight="2"/><edge source="b" target="c"/></edges></graph>')) // prettier-ignore
    expect([ties(file), file.ties, file.remarks]).toEqual([[['a', 'b', 2], ['b', 'a', 2], ['b', 'c', 1]], undefined, []]) // prettier-ignore
  })

  it('has words for ids in GML, without quotes', () => {
    const file = read(
      'g.gml',
      'graph [ directed 1\nnode [ id A label "Node A" ]\nnode [ id B label B ]\nedge [ source B target A ]\n]',
    )
    expect([ties(file), file.nodes.map(({ label }) => label)]).toEqual([[['B', 'A', 1]], ['Node A', 'B']])
  })

  it.each([
    [
      'Source Target Type\nFred Alice Directed\nAlice "Jo Ann" Directed\n',
      [
        ['Alice', 'Jo Ann', 1],
        ['Fred', 'Alice', 1],
      ],
    ],
    [
      '"from" "to" "weight"\n"1" "a" "b" 2.5\n"2" "b" "c" 1\n',
      [
        ['a', 'b', 2.5],
        ['b', 'c', 1],
      ],
    ],
    [
      '"from","to","weight"\n"1","a","b",2.5\n"2","b","c",1\n',
      [
        ['a', 'b', 2.5],
        ['b', 'c', 1],
      ],
    ],
  ] as const)('has ties as R writes them: spaces between cells, row numbers before them: %j', (text, expected) => {
    expect(ties(read('r.csv', text))).toEqual(expected)
  })

  it('has rows longer than their header, which stay a mistake', () => {
    expect(mistakeOf('r.csv', 'source,target\na,b,c\nd,e,f\n')).toContain('r.csv:2: 3 cells found, expected 2')
    expect(mistakeOf('r.csv', 'name and address\nx,y\n')).toContain('r.csv:2: 2 cells found, expected 1')
  })
})
