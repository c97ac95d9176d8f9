import { Mistake } from '#data/mistake.ts'
import { printable } from '#data/command/printable.ts'

/** Throws Mistake when one of the `names` given with an option is not among the `known` ones, which it lists. */
export function expectKnown(option: string, names: readonly string[], known: readonly string[], what: string): void {
  const stranger = names.find(name => !known.includes(name))
  if (stranger === undefined) return
  const there = known.length === 0 ? 'there is none' : known.map(printable).join(', ')
  throw new Mistake(`${option}: '${printable(stranger)}' found, ${what} expected (${there})`)
}
