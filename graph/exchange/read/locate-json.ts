/** Line (from 1) of a position in `text`. */
export function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

/** Position after the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/**
 * Returns, for valid JSON, the lines on which the entries of each array under a key begin that stands `keyDepth` deep (1:
 * at the top), or under '' those of a bare array: JSON.parse keeps no positions. One pass over the text.
 */
export function entryLines(text: string, keyDepth = 1): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>()
  let [depth, line, key, expecting] = [0, 1, '', false]
  let list: number[] | null = null
  // How deep entries stand: 1 in a bare array.
  let entries = keyDepth + 1
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!
    if (character === '\n') line += 1
    if (character <= ' ') continue
    if (expecting && character !== ']') list?.push(line)
    expecting = false
    if (character === '"') {
      const end = endOfString(text, at)
      if (depth === keyDepth && entries === keyDepth + 1) key = text.slice(at + 1, end - 1)
      at = end - 1
    } else if (character === '[' || character === '{') {
      depth += 1
      if (depth === 1 && character === '[' && keyDepth === 1) entries = 1
      if (depth === entries && character === '[') lines.set(key, (list = []))
      expecting = depth === entries && list !== null
    } else if (character === ']' || character === '}') {
      depth -= 1
      if (depth === entries - 1) list = null
    } else if (character === ',') expecting = depth === entries && list !== null
  }
  return lines
}
