/** What a terminal would obey or hide: controls, direction marks, line separators, odd spaces, private use. */
const unprintable = /(?! )[\p{C}\p{Z}]/gu

/**
 * Returns a stranger's `text` fit for a message: one line, at most `maxLength` characters, whatever a terminal would obey
 * or hide written as \u{…}. Never throws.
 */
export function showCell(text: string, maxLength = 100): string {
  const shown = [...text.toWellFormed()]
  const cut = shown.length > maxLength ? [...shown.slice(0, maxLength - 1), '…'] : shown
  return cut.join('').replace(unprintable, char => `\\u{${char.codePointAt(0)!.toString(16)}}`)
}
