/** Below this the engine's own search is quick enough for any text. */
const shortPiece = 16

/**
 * As `text.indexOf(piece, from)`, in O(text + piece) for any two texts: the engine's search compares 'aaaa…' with 'baaaa…' anew
 * at each place. Knuth, Morris & Pratt 1977.
 */
export function indexOf(text: string, piece: string, from: number): number {
  if (piece.length <= shortPiece) return text.indexOf(piece, from)
  if (piece.length > text.length - from) return -1
  const borders = bordersOf(piece)
  let matched = 0
  for (let at = from; at < text.length; at += 1) {
    while (matched > 0 && text[at] !== piece[matched]) matched = borders[matched - 1]!
    if (text[at] === piece[matched]) matched += 1
    if (matched === piece.length) return at - matched + 1
  }
  return -1
}

/** Of each beginning of `piece`, how long the longest shorter beginning is that it also ends with. */
function bordersOf(piece: string): Uint32Array {
  const borders = new Uint32Array(piece.length)
  let length = 0
  for (let at = 1; at < piece.length; at += 1) {
    while (length > 0 && piece[at] !== piece[length]) length = borders[length - 1]!
    if (piece[at] === piece[length]) length += 1
    borders[at] = length
  }
  return borders
}
