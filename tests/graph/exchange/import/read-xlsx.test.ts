import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Mistake } from '#data/mistake.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { ids, ties } from './read-text.ts'
import { workbook, type Cell } from './workbook.ts'

const read = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>) =>
  readNetwork('book.xlsx', workbook(sheets))

function refusal(bytes: Uint8Array): string {
  try {
    readNetwork('book.xlsx', bytes)
  } catch (error) {
    if (error instanceof Mistake) return error.message
    throw error
  }
  return 'read'
}

/** A zip file whose directory says another size of its first part: 24 bytes behind its signature. */
function withSize(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer)
  let at = 0
  while (view.getUint32(at, true) !== 0x02014b50) at += 1
  view.setUint32(at + 24, size, true)
  return bytes
}

describe('a workbook (.xlsx)', () => {
  it('is read by the headers of its sheets, whatever their order; days are days', () => {
    const net = read({
      Notes: [['read me'], ['nothing here']],
      Ties: [
        ['From', 'To', 'Poids', 'Seen on'],
        ['Ash & co', 'elm', 2.5, { day: 45292 }],
        [null, null, null, null],
        ['elm', 'oak', 1, { day: 45293.5 }],
      ],
      Sites: [
        ['id', 'label', 'country'],
        ['Ash & co', 'Ash', 'France'],
        ['elm', 'Elm', null],
        ['oak', 'Oak', 'DE'],
      ],
    })
    expect(ties(net)).toEqual([
      ['Ash & co', 'elm', 2.5],
      ['elm', 'oak', 1],
    ])
    expect(net.nodes.map(({ label, country }) => `${label} ${country}`)).toEqual(['Ash FR', 'Elm ', 'Oak DE'])
    expect(net.edges.map(({ told }) => told)).toEqual([
      [['Seen on', '2024-01-01']],
      [['Seen on', '2024-01-02T12:00:00Z']],
    ])
    expect(net.remarks).toEqual([
      "Sheets that were left out: 'Notes'.",
      "The column 'Poids' was taken as the weight.",
      "Kept as columns of the ties: 'Seen on' (2 ties).",
    ])
  })

  it("of NodeXL is read under its row of titles, with the vertices' own names", () => {
    const net = read({
      Edges: [
        [null, null, 'Visual Properties'],
        ['Vertex 1', 'Vertex 2', 'Width', 'Edge Weight'],
        ['ann', 'bob', null, 3],
      ],
      Vertices: [['Graph Metrics'], ['ID', 'Vertex', 'Followers'], [3, 'ann', 12], [4, 'bob', 7], [5, 'cy', null]],
    })
    expect([ids(net), ties(net)]).toEqual([['ann', 'bob', 'cy'], [['ann', 'bob', 3]]])
    expect(net.nodes[0]!.tags).toEqual([['Followers', '12']])
    const raw = read({ Edges: [['Vertex 1', 'Vertex 2'], ['ann', 'bob']], Vertices: [['Vertex'], ['ann']] }) // prettier-ignore
    expect([ids(raw), raw.remarks]).toEqual([
      ['ann', 'bob'],
      ["1 node that only ties name and the file does not declare was made: 'bob'."],
    ])
  })

  it.each([
    ['Misc', ['Graph Directedness', 'Undirected'], false],
    ['Misc', ['Graph Directedness', 'Directed'], true],
    ['Overall Metrics', ['Graph Type', 'Undirected'], false],
    ['Notes', ['Graph Type', 'of friends'], true],
  ] as const)('of NodeXL has the direction that its sheet %s says: %j', (sheet, said, isDirected) => {
    const net = read({
      Edges: [['Vertex 1', 'Vertex 2', 'Edge Weight'], ['ann', 'bob', 3]],
      Vertices: [['Vertex'], ['ann'], ['bob']],
      [sheet]: [['Setting', 'Value'], [...said]],
    }) // prettier-ignore
    expect(net.ties).toBe(isDirected ? undefined : 'undirected')
    expect(ties(net)).toEqual(isDirected ? [['ann', 'bob', 3]] : [['ann', 'bob', 3], ['bob', 'ann', 3]]) // prettier-ignore
    const told = `The workbook says that its graph is ${said[1].toLowerCase()}.`
    expect(net.remarks.includes(told)).toBe(said[1] !== 'of friends')
  })

  it('of one sheet is read as any table: ties, a matrix with its corner, addresses', () => {
    const only = (rows: readonly (readonly Cell[])[]) => read({ Sheet1: rows })
    expect(ties(only([['source', 'target'], ['a', 'b']]))).toEqual([['a', 'b', 1]]) // prettier-ignore
    const matrix = only([
      [null, 'a', 'b'],
      ['a', 0, 4],
      ['b', 0, 0],
    ])
    expect([matrix.format, ties(matrix)]).toEqual(['Excel workbook, matrix', [['a', 'b', 4]]])
    expect(only([['name', 'url'], ['A', 'https://a.example/']]).kind).toBe('entities') // prettier-ignore
  })

  it('tells sheet and row of what is wrong', () => {
    const bytes = workbook({ Ties: [['source', 'target', 'weight'], ['a', 'b', 1], ['b', 'c', 'many']] }) // prettier-ignore
    expect(refusal(bytes)).toBe('book.xlsx [Ties]:3: a weight that is no number found, expected a number, 0 or more')
  })

  it('that is none, or larger than a bound, is refused in one sentence', () => {
    expect(refusal(strToU8('no zip at all'))).toMatch(/^book\.xlsx:1: a file that can't be unpacked/)
    expect(refusal(zipSync({ 'a.txt': strToU8('x') }))).toBe(
      'book.xlsx:1: no sheet with a header and rows found, expected a workbook (.xlsx)',
    )
    const bomb = withSize(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1000) }), 301e6)
    expect(refusal(bomb)).toBe('book.xlsx:1: a workbook of 301 MB unpacked found, expected at most 300 MB')
  })

  it('that says less of a part than is in it gets no more room than it said', () => {
    const bytes = withSize(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1e6) }), 1000)
    expect(refusal(bytes)).toMatch(/^book\.xlsx:1: /)
  })
})
