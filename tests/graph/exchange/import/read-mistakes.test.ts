import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { mistakeOf, gexf } from './read-text.ts'

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
        'g.gexf:6: a weight that is no number found, expected a number, 0 or more',
    ],
    [
      'g.gexf',
      gexf(
        '<graph><attributes class="node"><attribute id="0" title="age" type="integer"/></attributes>\n<nodes><node id="a"><attvalues>\n<attvalue for="0" value="old"/><attvalue for="9" value="x"/></attvalues></node></nodes></graph>',
      ),
      "g.gexf:5: age: 'old' found, expected a number",
    ],
    [
      'g.graphml',
      '<graphml><key id="d" for="node" attr.name="n" attr.type="int"/><graph>\n<node id="a"><data key="d">x</data></node><node id="b"><data key="e">1</data></node></graph></graphml>',
      "g.graphml:2: n: 'x' found, expected a number",
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
      'e.odt',
      '',
      "e.odt:1: the ending '.odt' found, expected one of .gexf .graphml .xml .net .paj .gml .dl .dat .json .cyjs .csv .tsv .xlsx .txt, or a folder of tables",
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
