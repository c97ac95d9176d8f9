import { describe, expect, it } from 'vitest'
import { packText, unpackText } from '#data/store/visits/unpack-text.ts'

describe('unpackText(packed)', () => {
  const most = 4_000_000

  it('gives what was packed, up to 4 MB', () => {
    expect(unpackText(packText('Œuvres, one\nand two'))).toEqual({ text: 'Œuvres, one\nand two' })
    expect(unpackText(packText('a'.repeat(most)))).toEqual({ text: 'a'.repeat(most) })
    expect(unpackText(packText(''))).toEqual({ text: '' })
  })

  it('reads a longer one up to its last whole block within, and says so', () => {
    const line = 'a'.repeat(999)
    const { text, limit } = unpackText(packText(Array.from({ length: 5_000 }, () => line).join('\n')))
    // With its line break a block has 1,000 bytes: 4,000 of them fit.
    expect([text.length, text.split('\n').length, limit]).toEqual([most - 1, 4_000, 'cut'])
  })

  it('cuts one endless block between two characters', () => {
    // A byte, then two a letter: the edge falls into the middle of one.
    const { text, limit } = unpackText(packText(`a${'é'.repeat(2_500_000)}`))
    expect([text.length, text.at(-1), limit]).toEqual([2_000_000, 'é', 'cut'])
  })

  it('says of what is no text that it can’t be read', () => {
    for (const bytes of [Buffer.from('no text'), Buffer.alloc(0), packText('a text').subarray(0, 6)])
      expect(unpackText(bytes)).toEqual({ text: '', limit: 'unreadable' })
  })
})
