import { readAddress } from '#data/url/read-address.ts'

/** Characters: no line of a list is longer, and no pattern here may take long over one. */
const longest = 2_000

/** A word with a dot in its host: what stands in a column of addresses, and in no header. */
export const looksLikeAddress = (text: string): boolean =>
  text.length <= longest &&
  /^(?:https?:\/\/)?[^\s,;:"'<>/?#@]+\.[^\s,;:"'<>/?#@]{2,}(?::\d+)?(?:[/?#]\S*)?$/i.test(text) &&
  readAddress(text) !== null

/** Bullets, numbers, brackets, quotes and commas that a list in a text has around its addresses. */
export const bareLine = (line: string): string => {
  const trimmed = line.trim()
  if (trimmed.length > longest) return trimmed
  return trimmed
    .replace(/^(?:[-*+•‣◦–—·→>]|[([]?\d{1,5}[.)\]°:]|\d{1,5} ?[-–—/])\s+/u, '')
    .replace(/[,;]+$/, '')
    .replace(/^(?:<(.*)>|"(.*)"|«(.*)»|[“„‘](.*)[”“’]|\((.*)\)|\[(.*)\])$/u, '$1$2$3$4$5$6')
    .trim()
}

/** An address that says so by itself, among words. */
const amongWords = /(?:https?:\/\/|(?<![\w@./-])www\.)[^\s<>"«»“”‘’|]+/gi
/** What stands between an address and the words about it. */
const between = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu

export interface Found {
  readonly address: string
  readonly words: string
}

/** What one line of a list holds: an address, several, or one with words about it; empty when it holds none, or is a row of a table. */
export function findAddresses(line: string): readonly Found[] {
  const bare = bareLine(line)
  if (looksLikeAddress(bare)) return [{ address: bare, words: '' }]
  if (bare.length > longest) return []
  return severalIn(bare) ?? oneAmongWords(bare)
}

/** 'a.example; b.example': addresses of different hosts, since a row of a table may name a site by its address ('Slate.fr'). */
function severalIn(line: string): readonly Found[] | null {
  const parts = line.split(/[\s,;]+/).filter(part => part !== '')
  if (parts.length < 2 || !parts.every(looksLikeAddress)) return null
  const hosts = new Set(parts.map(part => new URL(readAddress(part)!).host.replace(/^www\./, '')))
  return hosts.size === parts.length ? parts.map(address => ({ address, words: '' })) : null
}

function oneAmongWords(line: string): readonly Found[] {
  const found = line.match(amongWords) ?? []
  const address = withoutTail(found[0] ?? '')
  if (found.length !== 1 || !looksLikeAddress(address)) return []
  // A cell of its own: the line is a row of a table.
  if (line.split(/[,;\t]/).some(cell => cell.trim().replace(/^"(.*)"$/, '$1') === found[0])) return []
  const [before, after] = line.split(found[0]!) as [string, string]
  if (/[<>{}\\]/.test(before + after)) return []
  const words = [before.replace(/^\s*[([]?\d{1,5}[.)\]°:]?(?=\s|$)/, ''), after].map(text =>
    text.replace(between, '').replace(/\s+/g, ' '),
  )
  return [{ address, words: words.filter(text => text !== '').join(', ') }]
}

/** The sentence around an address ends it with a stop or a bracket; one that the address opened is its own. */
function withoutTail(text: string): string {
  const end = /[.,;:!?…]+$/.exec(text)
  const left = end === null ? text : text.slice(0, end.index)
  const close = /[)\]}]$/.exec(left)?.[0]
  const open = close === undefined ? '' : { ')': '(', ']': '[', '}': '{' }[close]!
  const isOpen = open !== '' && left.split(open).length < left.split(close!).length
  return isOpen ? withoutTail(left.slice(0, -1)) : left
}
