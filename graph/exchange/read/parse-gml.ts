import { fatalMistake, shown } from './mistake-list.ts'
import { ownEntry } from './own-entry.ts'
import { isMissing } from './parse-value.ts'

/** An entry of a GML list: a key with a text, a number, or a list. */
export interface GmlEntry {
  readonly key: string
  /** null: a bare NAN, INF or the like. */
  readonly value: string | number | null | readonly GmlEntry[]
  readonly line: number
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** GML writes what is not ASCII as character references. */
function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return ownEntry(named, name) ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : whole
  })
}

const token =
  /"([^"]*)"|([[\]])|([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(?=[\s[\]]|$)|([+-]?[A-Za-z_]\w*)|#[^\n]*|(\S)/gi

/** What igraph, networkx and others write bare though GML has numbers and texts alone. */
const bareValue = /^(?:[+-]?(?:nan|inf|infinity)|null|none|na|true|false)$/i

/** The specification has numbers for ids and quotes round texts; Gephi reads words without them, too. */
const bareName = /^(?:id|label|name|source|target)$/i

/** Parses GML into its entries. Throws a Mistake at the first line that is none. Source: Himsolt, GML, 1996. */
export function parseGml(file: string, text: string): readonly GmlEntry[] {
  const root: GmlEntry[] = []
  const lists = [root]
  let [key, line, from] = ['', 1, 0]
  const add = (value: GmlEntry['value']) => {
    if (key === '') throw fatalMistake(file, line, 'a value without a key', 'a key before each value')
    lists.at(-1)!.push({ key, value, line })
    key = ''
  }
  for (const match of text.matchAll(token)) {
    for (; from < match.index; from += 1) if (text[from] === '\n') line += 1
    const [whole, string, bracket, number, word, other] = match
    if (string !== undefined) add(unescape(string))
    else if (number !== undefined) add(Number(number))
    else if (word !== undefined) {
      if (key !== '' && (bareValue.test(word) || bareName.test(key))) add(isMissing(word) ? null : word)
      else if (key !== '') throw fatalMistake(file, line, `the word ${shown(word)}`, `a value for ${key}`)
      else key = word
    } else if (bracket === '[') {
      const list: GmlEntry[] = []
      add(list)
      lists.push(list)
    } else if (bracket === ']') {
      if (lists.length === 1 || key !== '') throw fatalMistake(file, line, 'a ] too many', 'a [ before each ]')
      lists.pop()
    } else if (other !== undefined)
      throw fatalMistake(file, line, shown(whole), 'GML: keys, numbers, "texts" and [ lists ]')
  }
  if (lists.length > 1) throw fatalMistake(file, line, 'the end of the file', 'a ] for each [')
  return root
}
