import { describe, expect, it } from 'vitest'
import { readNetwork } from '#graph/exchange/read/read-network.ts'

const read = (text: string) => readNetwork('a.net', Buffer.from(text))

describe('a number of vertices in a Pajek file', () => {
  it('may be more than there are lines, as isolates need none', () => {
    expect(read('*Vertices 1000\n*Arcs\n1 2\n').nodes).toHaveLength(1000)
  })

  it('is refused when a file of that length can’t mean it', () => {
    expect(() => read('*Vertices 9007993')).toThrow(
      /expected \*Vertices and their number, at most 100017 in a file of this length/,
    )
  })
})
