import { describe, expect, it } from 'vitest'
import { ids, mistakeOf, read, ties } from './read-text.ts'

const mirror = 'The matrix equals its mirror: its ties were read as undirected.'

describe('a matrix in a table', () => {
  it('is read from its rows to its columns, whatever their order and separator', () => {
    const wanted = [
      ['a', 'b', 2],
      ['c', 'a', 1],
    ]
    for (const text of [
      ',a,b,c\na,0,2,0\nb,0,0,0\nc,1,0,0\n',
      'site;c;a;b\na;0;0;2\nb;0;0;0\nc;0;1;0\n',
      'a,b,c\na,0,2,0\nb,0,0,0\nc,1,0,0\n',
    ])
      expect(ties(read('m.csv', text))).toEqual(wanted)
    expect(read('m.csv', ',a,b,c\na,0,2,0\nb,0,0,0\nc,1,0,0\n')).toMatchObject({ format: 'matrix', kind: 'network' })
  })

  it('that equals its mirror, or of which one half is filled, has undirected ties', () => {
    const whole = read('m.csv', ',a,b\na,0,3\nb,3,0\n')
    expect([whole.ties, ties(whole).length]).toEqual(['undirected', 2])
    expect(whole.remarks).toContain(mirror)
    const half = read('m.csv', ',a,b,c\na,,3,0\nb,,,1\nc,,,\n')
    expect([half.ties, ties(half)]).toEqual([
      'undirected',
      [
        ['a', 'b', 3],
        ['b', 'a', 3],
        ['b', 'c', 1],
        ['c', 'b', 1],
      ],
    ])
    expect(half.remarks).not.toContain('blank')
  })

  it('tells blank cells, which are unknown, from 0', () => {
    const net = read('m.csv', ',a,b,c\na,0,1,\nb,0,0,NA\nc,0,1,0\n')
    expect(ties(net)).toEqual([
      ['a', 'b', 1],
      ['c', 'b', 1],
    ])
    expect(net.remarks).toContain(
      '2 cells are blank or missing: whether there is a tie is not said, and none was made.',
    )
  })

  it('keeps signs, leaves loops out with a word, reads decimal commas beside semicolons', () => {
    const net = read('m.csv', ';a;b\na;5;-1,5\nb;2,25;0\n')
    expect(ties(net)).toEqual([
      ['a', 'b', 1.5],
      ['b', 'a', 2.25],
    ])
    expect(net.edges[0]!.told).toEqual([['signed_weight', '-1.5']])
    expect(net.remarks).toContain('1 tie of a node to itself was left out.')
  })

  it('that is not square is refused by name', () => {
    expect(mistakeOf('m.csv', ',a,b,c\na,0,1,0\nb,1,0,0\n')).toBe(
      "m.csv:1: a matrix of 2 rows and 3 columns, without a row of 'c', found, expected a square matrix: the same names in both",
    )
    expect(mistakeOf('m.csv', ',a,b\na,0,1\nb,1,0\nd,0,0\n')).toContain("without a column of 'd'")
    expect(mistakeOf('m.csv', ',a,b\na,0,1\nb,1,x\n')).toContain('m.csv:3: ')
  })

  it('is not seen in a table of attributes', () => {
    expect(read('t.csv', 'name,age,a\na,1,2\nb,2,3\n').kind).toBe('attributes')
  })
})

describe('DL of UCINET', () => {
  it('full matrix: labels in lines, with commas, embedded; none', () => {
    const rows = '0 2 0\n0 0 0\n1 0 0\n'
    const wanted = [
      ['ann', 'bob', 2],
      ['cy', 'ann', 1],
    ]
    for (const head of ['labels:\nann\nbob\ncy\n', 'labels:\nann, bob\ncy\n', 'LABELS: ann bob cy\n'])
      expect(ties(read('m.dl', `DL n=3 format = fullmatrix\n${head}data:\n${rows}`))).toEqual(wanted)
    const embedded = 'dl n=3, format=fm\nlabels embedded\ndata:\nann bob cy\nann 0 2 0\nbob 0 0 0\ncy 1 0 0\n'
    expect(ties(read('m.txt', embedded))).toEqual(wanted)
    expect(ids(read('m.dat', `DL N = 3\nData:\n${rows}`))).toEqual(['1', '2', '3'])
  })

  it('diagonal absent, halves, and lines that break anywhere', () => {
    const absent = read('m.dl', 'dl n=3 diagonal=absent\ndata:\n2 0 0\n0 1\n0\n')
    expect(ties(absent)).toEqual([
      ['1', '2', 2],
      ['3', '1', 1],
    ])
    const half = read('m.dl', 'dl n=3 format=lowerhalf diagonal absent\ndata:\n1\n0 4\n')
    expect([half.ties, ties(half).length]).toEqual(['undirected', 4])
  })

  it('edge lists and neighbour lists, by number and by label', () => {
    const wanted = [
      ['ann', 'bob', 3],
      ['bob', 'cy', 1],
    ]
    const edges = 'dl n=3 format=edgelist1\nlabels:\nann,bob,cy\ndata:\n1 2 3\n2 3\n'
    expect(ties(read('e.dl', edges))).toEqual(wanted)
    const named = 'dl n=3 format=edgelist1\nlabels embedded:\ndata:\nann bob 3\n"bob" cy\n'
    expect(ties(read('e.dl', named))).toEqual(wanted)
    const lists = 'dl n=3 format=nodelist1\nlabels embedded\ndata:\nann bob cy\nbob cy\n'
    expect(ties(read('n.dl', lists))).toEqual([
      ['ann', 'bob', 1],
      ['ann', 'cy', 1],
      ['bob', 'cy', 1],
    ])
  })

  it('several relations: one network, each relation and its weight kept', () => {
    const net = read('r.dl', 'dl n=2 nm=2\nlabels:\nx y\nmatrix labels:\nlikes\nhelps\ndata:\n0 1\n0 0\n0 4\n2 0\n')
    expect(ties(net)).toEqual([
      ['x', 'y', 5],
      ['y', 'x', 2],
    ])
    expect(net.edges[0]!.told).toEqual([
      ['relation', 'likes'],
      ['weight of likes', '1'],
      ['relation', 'helps'],
      ['weight of helps', '4'],
    ])
    expect(net.remarks[0]).toBe(
      "2 relations read as one network, their weights added and kept apart in columns: 'likes', 'helps'.",
    )
  })

  it('two modes are one network of rows and columns', () => {
    const net = read('t.dl', 'dl nr=2 nc=3\nrow labels:\na b\ncolumn labels:\nu v w\ndata:\n1 0 1\n0 1 0\n')
    expect([ids(net), ties(net).length, net.ties]).toEqual([['a', 'b', 'u', 'v', 'w'], 6, 'undirected'])
    expect(net.remarks).toContain('Two modes: 2 rows, and 3 columns, in one network.')
  })

  it('what is wrong is told with its line', () => {
    expect(mistakeOf('w.dl', 'dl n=2\ndata:\n0 1\n1\n')).toBe(
      'w.dl:4: 3 words of data found, expected a cell for each pair',
    )
    expect(mistakeOf('w.dl', 'dl n=2\ndata:\n0 1\n1 0 5\n')).toContain('w.dl:4: 5 words of data found, expected 4')
    expect(mistakeOf('w.dl', 'dl n=2 format=edgelist1\ndata:\n1 3\n')).toBe(
      "w.dl:3: the node '3' found, expected a number from 1 to 2",
    )
    expect(mistakeOf('w.dl', 'dl n=2 format=blockmatrix\ndata:\n')).toContain("the format 'blockmatrix'")
    expect(mistakeOf('w.dl', 'dl n=2\n0 1\n')).toBe('w.dl:1: no line DATA: found, expected a DL file of UCINET')
    expect(mistakeOf('w.dl', 'dl n=900000\ndata:\n1')).toBe('w.dl:1: 900000 nodes found, expected at most 20000')
  })
})
