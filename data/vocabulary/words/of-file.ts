/** How a language calls a site, and what stands in its place where the file alone knows what its nodes are. */
export type Nouns = Readonly<Record<string, string>>

/** Words that stand in the place of others, at any depth; what isn't named stays. */
export type Over<Words> = Words extends (...values: never[]) => unknown
  ? Words
  : Words extends string | readonly unknown[]
    ? Words
    : { readonly [Name in keyof Words]?: Over<Words[Name]> }

/**
 * Returns the words for a network that came as a file: those of a crawl, with `nouns` in the place of its nouns ('site',
 * each as a whole word), then `over` in the place of those that speak of pages, hyperlinks or citing. Only what the words
 * themselves say is changed; texts given to them (names of nodes) are left as they are.
 */
export const ofFile = <Words extends object>(words: Words, nouns: Nouns, over: Over<Words>): Words =>
  laidOver(withNouns(words, nouns), over) as Words

function laidOver(words: unknown, over: unknown): unknown {
  if (!isTable(words) || !isTable(over)) return over ?? words
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, laidOver(word, over[name])]))
}

const isTable = (words: unknown): words is Readonly<Record<string, unknown>> =>
  typeof words === 'object' &&
  words !== null &&
  !Array.isArray(words) &&
  Object.getPrototypeOf(words) === Object.prototype

/** Of the pieces of a text, what strangers wrote, code and numbers stay; others hold prose of their own. */
const notOurs: ReadonlySet<unknown> = new Set(['theirs', 'code', 'anchor', 'number'])
const withProse: ReadonlySet<unknown> = new Set(['strong', 'see', 'link'])

function withNouns<Words>(words: Words, nouns: Nouns): Words {
  const noun = new RegExp(`(?<![\\p{L}_])(?:${Object.keys(nouns).join('|')})(?![\\p{L}_])`, 'gu')
  const renamed = (said: unknown): unknown => {
    if (typeof said === 'string') return said.replace(noun, found => nouns[found]!)
    if (Array.isArray(said)) return said.map(renamed)
    if (typeof said === 'function') return (...given: readonly unknown[]) => calledWith(given, said as Speaks)
    if (!isTable(said)) return said
    if (notOurs.has(said['kind'])) return said
    if (withProse.has(said['kind'])) return { ...said, text: renamed(said['text']) }
    return Object.fromEntries(Object.entries(said).map(([name, word]) => [name, renamed(word)]))
  }
  /** A text given that holds such a noun goes through as a mark of its own; any other as it is, since some are codes. */
  const calledWith = (given: readonly unknown[], says: Speaks): unknown => {
    const kept: string[] = []
    const marked = given.map(value =>
      typeof value === 'string' && (value.includes('\u{f0000}') || value.search(noun) >= 0)
        ? `\u{f0000}${kept.push(value) - 1}\u{f0001}`
        : value,
    )
    return unmarked(renamed(says(...marked)), kept)
  }
  return renamed(words) as Words
}

type Speaks = (...given: readonly unknown[]) => unknown

function unmarked(said: unknown, kept: readonly string[]): unknown {
  if (kept.length === 0) return said
  if (typeof said === 'string') return said.replace(/\u{f0000}(\d+)\u{f0001}/gu, (_, at: string) => kept[Number(at)]!)
  if (Array.isArray(said)) return said.map(part => unmarked(part, kept))
  if (!isTable(said)) return said
  return Object.fromEntries(Object.entries(said).map(([name, word]) => [name, unmarked(word, kept)]))
}
