import { describe, expect, it } from 'vitest'
import { withoutSentences } from '#data/store/visits/without-sentences.ts'

const text = 'First one. Read Jane, who knows. Last one.\nJane\nAll about it.\n» Jane'

describe('withoutSentences(text, links)', () => {
  it.each([
    // The sentence alone, wherever it stands again.
    ['Jane', 'Read Jane, who knows.', 'First one. Last one.\nJane\nAll about it.\n» Jane'],
    // An anchor that is alone in its block, whatever bullet stands beside it.
    ['Jane', '', 'First one. Read Jane, who knows. Last one.\nAll about it.'],
    // Cut when it was stored: nobody knows where it ends.
    ['Jane', '…Jane, who knows.', 'Jane\nAll about it.\n» Jane'],
    ['Jane', 'Read Jane, who…', 'Jane\nAll about it.\n» Jane'],
    // Not there as it was stored: every block that holds the anchor.
    ['Jane', 'Read Jane, who knew.', 'All about it.'],
    ['', 'Not there.', text],
    ['', '', text],
    // Nothing of it is a pattern.
    ['.*', '.*', text],
    ['Jane', 'First one. Read Jane, who knows. Last one.', 'Jane\nAll about it.\n» Jane'],
  ])('takes out what %j says in %j', (anchor, context, left) => {
    expect(withoutSentences(text, [{ anchor, context }])).toBe(left)
  })

  it('takes out those of several, and nothing where none is left out', () => {
    expect(withoutSentences(text, [])).toBe(text)
    expect(
      withoutSentences(text, [
        { anchor: 'Jane', context: '' },
        { anchor: 'it', context: 'All about it.' },
      ]),
    ).toBe('First one. Read Jane, who knows. Last one.')
  })
})
