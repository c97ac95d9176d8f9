import type { AgainstChance } from '#viewer/protocol/explained.ts'
import type { Speech } from '#viewer/client/words/format.ts'

/** '5, by chance 1.2 (p 0.01)'; what nobody knows is said to be so. */
export const sayChance = (found: AgainstChance | null, { words, count, number }: Speech): string =>
  found === null
    ? words.notKnown
    : words.chance(count(found.observed), number(rounded(found.expected)), sayP(found.p, number))

/** Three digits are all that a model tells. */
const rounded = (value: number): number => Number(value.toPrecision(3))

const smallest = 0.0001

const sayP = (p: number, number: Speech['number']): string =>
  p < smallest ? `< ${number(smallest)}` : number(rounded(p))
