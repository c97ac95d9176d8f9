import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats, type FormatName } from '#graph/exchange/write/formats.ts'
import { importFrom } from '../imported-model.ts'
import { network } from '../import/imported.ts'
import { exportFrom, textsOf } from '../import/through-corpus.ts'

// Three ties among four, one of them told from its greater end: a triangle's two sides and a tail.
const path = `<graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="undirected">
${['a', 'b', 'c', 'd'].map(id => `<node id="${id}"/>`).join('')}
<edge source="b" target="a"><data key="w">2.5</data></edge>
<edge source="b" target="c"><data key="w">1</data></edge>
<edge source="c" target="d"><data key="w">4</data></edge></graph></graphml>`

let folder = ''
const out = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toile-test-'))
  writeFileSync(join(folder, 'path.graphml'), path)
  const corpus = join(folder, 'path.sqlite')
  await network(join(folder, 'path.graphml'), corpus)
  for (const format of Object.keys(formats) as FormatName[]) {
    mkdirSync(join(folder, format))
    out.set(format, await exportFrom(corpus, join(folder, format), { format }))
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const textOf = (format: FormatName, name?: string): string => {
  const texts = textsOf(out.get(format)!)
  return name === undefined ? Object.values(texts).join('') : texts[name]!
}

describe('an undirected network', () => {
  it.each([
    ['gexf', /<edge /g, 'defaultedgetype="undirected"'],
    ['gexf1.2', /<edge /g, 'defaultedgetype="undirected"'],
    ['graphml', /<edge /g, 'edgedefault="undirected"'],
    ['gml', /^ {2}edge \[/gm, 'directed 0'],
    ['json', /"source"/g, '"type": "undirected"'],
    ['pajek', /^\d+ \d+ \S+$/gm, '*Edges'],
    ['edges', /^[a-d]\t/gm, 'weight'],
  ] as const)('leaves as %s with each tie once, and is said to be so', (format, tie, said) => {
    expect(textOf(format).match(tie)).toHaveLength(3)
    expect(textOf(format)).toContain(said)
  })

  it('leaves as tables with each tie once, its type as Gephi calls it, and degrees that count it at both ends', () => {
    for (const format of ['csv', 'stata'] as const) {
      const [header, ...rows] = textOf(format, 'edges.csv').trim().split('\n')
      expect(header).toMatch(/^source,target,weight,type,/)
      expect(rows.map(row => row.split(',').slice(0, 4).join(' '))).toEqual([
        'a b 2.5 Undirected',
        'b c 1 Undirected',
        'c d 4 Undirected',
      ])
    }
    const [header, ...rows] = textOf('csv', 'nodes.csv').trim().split('\n')
    const at = header!.split(',').indexOf('in_degree')
    expect(
      rows.map(row =>
        row
          .split(',')
          .slice(at, at + 2)
          .join(' '),
      ),
    ).toEqual(['1 1', '2 2', '2 2', '1 1'])
  })

  it.each(['csv', 'gexf', 'gexf1.2', 'graphml', 'gml', 'json', 'pajek'] as const)(
    'comes back undirected from %s, with its weights',
    async format => {
      const read = await importFrom(out.get(format)!)
      expect(read.ties).toBe('undirected')
      expect(read.edges.map(({ weight }) => weight)).toEqual([2.5, 2.5, 1, 1, 4, 4])
    },
  )
})
