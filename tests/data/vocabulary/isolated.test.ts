import { describe, expect, it } from 'vitest'
import { isolated } from '#data/vocabulary/words/isolated.ts'
import { pageWords } from '#data/vocabulary/words/page-words.ts'

describe('isolated(name)', () => {
  it('leaves names that are written from left to right as they are', () => {
    for (const name of ['Isoloir Studio', 'Été & co', 'Ελλάς', '日本', '🗳️ Vote', '']) expect(isolated(name)).toBe(name)
  })

  it('ends with a name what it does to the direction of writing, so that an arrow leads where it led', () => {
    const [one, other] = ['חדשות', 'אתר הבחירות']
    for (const words of Object.values(pageWords))
      expect(words.whyTies(one, other)).toBe(`\u2068${one}\u2069 → \u2068${other}\u2069`)
    for (const name of ['العربية', '\u202egnp.evil', '𞤀𞤁']) expect(isolated(name)).toBe(`\u2068${name}\u2069`)
  })
})
