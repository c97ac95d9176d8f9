import { describe, expect, it } from 'vitest'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { type Reader, superlinear } from '../../growth.ts'

const orMistake = (read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    return null
  }
}
const reading = (file: string) => (text: string) => orMistake(() => readNetwork(file, Buffer.from(text)))

const gexf = '<gexf version="1.3"><graph><attributes class="node"><attribute id="a" title="a" type="'
const graphml = '<graphml><key id="a" for="node" attr.name="a" attr.type="string"/><graph edgedefault="directed">'

/** Hostile texts where a name, a value, a number, a colour and the file itself may stand. */
const readers: readonly Reader[] = [
  [
    'GEXF',
    reading('a.gexf'),
    [
      [''],
      ['<?xml version="1.0" encoding="', '"?>'],
      [
        `${gexf}liststring"/></attributes><nodes><node id="1"><attvalue for="a" value="`,
        '"/></node></nodes></graph></gexf>',
      ],
      [
        `${gexf}double"/></attributes><nodes><node id="1"><attvalue for="a" value="`,
        '"/></node></nodes></graph></gexf>',
      ],
      ['<gexf><graph><nodes><node id="1" label="', '"/></nodes></graph></gexf>'],
      ['<gexf><graph><nodes>', '</nodes></graph></gexf>'],
    ],
  ],
  [
    'GraphML',
    reading('a.graphml'),
    [
      ['<graphml'],
      [`${graphml}<node id="1"><data key="a">`, '</data></node></graph></graphml>'],
      [graphml, '</graph></graphml>'],
    ],
  ],
  [
    'Pajek',
    reading('a.net'),
    [[''], ['*Vertices 2\n1 "', '"\n2 "b"\n*Arcs\n1 2\n'], ['*Vertices 2\n1 a\n2 b\n*Arcs\n'], ['*']],
  ],
  ['GML', reading('a.gml'), [[''], ['graph [ node [ id 1 label "', '" ] ]'], ['graph [ node [ id 1 x ', ' ] ]']]],
  [
    'JSON',
    reading('a.json'),
    [
      [''],
      ['{"nodes":[', ']}'],
      ['{"nodes":[{"key":"', '"}],"edges":[]}'],
      ['{"nodes":[{"key":"1","attributes":{"color":"', '"}}],"edges":[]}'],
    ],
  ],
  [
    'a table',
    reading('a.csv'),
    [[''], ['Source,Target\n'], ['Source,Target\na,"', '"\n'], ['Id,Label,'], ['Source,Target,Weight\na,b,']],
  ],
]

describe('what reads files of other tools', () => {
  it.each(readers)('%s takes time in proportion to the text', (_, read, around) => {
    expect(superlinear(read, around)).toEqual([])
  })
})
