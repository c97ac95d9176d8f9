/** Characters that entities may add to a document, and one of them may come to: libxml2, which browsers use, gives up near there, too. */
const mostAdded = 1_000_000
/** Entities within entities. */
const mostNested = 16

export interface ExpandedXml {
  readonly xml: string
  /** Entities would have come to more than is kept: those beyond stand as they are written. */
  readonly wasCut: boolean
}

/**
 * An XML document with the entities that its own DOCTYPE declares put in (XML 1.0, 4.4), and without that part of the DOCTYPE, whose texts are
 * no matter of the page. What stands elsewhere (SYSTEM, PUBLIC, `%name;`) is asked of nobody. Never throws. O(length).
 */
export function expandEntities(xml: string): ExpandedXml {
  const subset = findSubset(xml)
  if (subset === null) return { xml, wasCut: false }
  const before = xml.slice(0, subset.begin)
  const after = xml.slice(subset.end)
  const values = resolveAll(subset.declared)
  if (values.size === 0) return { xml: before + after, wasCut: false }
  const room = { chars: mostAdded }
  const expanded = replaceReferences(after, name => taken(values.get(name), room))
  return { xml: before + expanded, wasCut: room.chars < 0 }
}

/** Characters that may still be added; below 0: some were not. */
interface Room {
  chars: number
}

/** `value` where there is room for it; undefined: the reference stays. */
function taken(value: string | undefined, room: Room): string | undefined {
  if (value === undefined || room.chars < 0) return undefined
  room.chars -= value.length
  return room.chars < 0 ? undefined : value
}

const marks = /<!--|<!\[CDATA\[|&([A-Za-z_:][\w.:-]{0,99});/g

/** Puts `valueOf` in the place of each reference but those in comments and CDATA, which hold none. O(length of what comes out). */
function replaceReferences(text: string, valueOf: (name: string) => string | undefined): string {
  const pieces: string[] = []
  let at = 0
  const find = new RegExp(marks)
  for (let mark = find.exec(text); mark !== null; mark = find.exec(text)) {
    const [whole, name] = mark
    if (name === undefined) {
      const end = text.indexOf(whole === '<!--' ? '-->' : ']]>', find.lastIndex)
      if (end === -1) break
      find.lastIndex = end + 3
      continue
    }
    const value = valueOf(name)
    if (value === undefined) continue
    pieces.push(text.slice(at, mark.index), value)
    at = find.lastIndex
  }
  return pieces.join('') + text.slice(at)
}

interface Subset {
  /** Of '[' and behind ']'. */
  readonly begin: number
  readonly end: number
  /** The first declaration of a name counts. */
  readonly declared: ReadonlyMap<string, string>
}

function findSubset(xml: string): Subset | null {
  const start = /<!DOCTYPE\s[^[>]{0,2000}\[/.exec(xml.slice(0, 65_536))
  if (start === null) return null
  const begin = start.index + start[0].length - 1
  const declared = new Map<string, string>()
  for (let at = begin + 1; at > 0 && at < xml.length;) {
    if (xml[at] === ']') return { begin, end: at + 1, declared }
    const end = xml[at] === '<' ? endOfMarkup(xml, at) : at + 1
    if (end > at + 1) declare(declared, xml.slice(at, end))
    at = end
  }
  return null
}

/** Behind the comment, instruction or declaration that begins at `at`; 0: it has no end. */
function endOfMarkup(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return behind(xml, '-->', at + 4)
  if (xml.startsWith('<?', at)) return behind(xml, '?>', at + 2)
  for (let to = at + 1; to < xml.length; to += 1) {
    if (xml[to] === '>') return to + 1
    if (xml[to] !== '"' && xml[to] !== "'") continue
    to = xml.indexOf(xml[to]!, to + 1)
    if (to === -1) return 0
  }
  return 0
}

function behind(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from)
  return at === -1 ? 0 : at + end.length
}

const declaration = /^<!ENTITY\s+([A-Za-z_:][\w.:-]{0,99})\s+(?:"([^"]*)"|'([^']*)')\s*>$/

function declare(declared: Map<string, string>, markup: string): void {
  const [, name, double, single] = declaration.exec(markup) ?? []
  // Written by its number, a character is itself from here on, '<' and '&' included.
  if (name !== undefined && !declared.has(name)) declared.set(name, decodeNumbers(double ?? single ?? ''))
}

const decodeNumbers = (text: string): string =>
  text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** What each stands for, those inside put in. One that holds itself, or for which there is no room any more, stands for nothing. */
function resolveAll(declared: ReadonlyMap<string, string>): Map<string, string> {
  const resolved = new Map<string, string>()
  const room: Room = { chars: mostAdded }
  const resolve = (name: string, depth: number): string => {
    const known = resolved.get(name)
    if (known !== undefined) return known
    resolved.set(name, '')
    const inside = (inner: string): string | undefined =>
      declared.has(inner) && depth < mostNested ? taken(resolve(inner, depth + 1), room) : undefined
    const text = replaceReferences(declared.get(name)!, inside)
    const value = text.includes('<') ? text : withoutQuotes(text)
    resolved.set(name, value)
    return value
  }
  for (const name of declared.keys()) resolve(name, 0)
  return resolved
}

/** A text may stand in the value of an attribute, which its quotes don't end. */
const withoutQuotes = (text: string): string => text.replaceAll('"', '&quot;').replaceAll("'", '&#39;')
