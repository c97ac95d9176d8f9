/** V8 cuts shorter texts out as copies (String::MakeSubString, SlicedString::kMinLength). */
const shortestSlice = 13

/**
 * The same text in memory of its own. A string cut out of a page keeps the whole page alive for as long as it lives
 * itself (V8 slices share their parent). Lone surrogates, which UTF-8 cannot hold, become U+FFFD.
 */
export function copyText(text: string): string {
  return text.length < shortestSlice ? text.toWellFormed() : Buffer.from(text, 'utf8').toString('utf8')
}
