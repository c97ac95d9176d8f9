import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { type Weight, weights } from '#data/vocabulary/weights.ts'

const list = (names: readonly string[]) => `(?:${names.join('|')})(?:, (?:${names.join('|')}))*`
const described =
  `Entities ${list(statuses)}; hyperlinks of (?:all zones|zones ${list(zones)}); weight: (${weights.join('|')})` +
  String.raw`(?:; weight at least [\d.e+-]+)?(?:; all waves|; wave [^\n]{1,200})?`
const whole = new RegExp(`^(?:([\\s\\S]*)\\. )?(${described})$`)

/** Takes apart what GEXF and GraphML hold in one line: the corpus' title, and how the graph came about. */
export function splitDescription(text: string): { readonly title: string; readonly description: string } {
  const found = whole.exec(text)
  return { title: found?.[1] ?? '', description: found?.[2] ?? text }
}

/** The weight that a description of ours names; null for any other text. */
export const describedWeight = (description: string): Weight | null =>
  weights.find(weight => weight === whole.exec(description)?.[3]) ?? null
