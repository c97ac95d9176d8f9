// Gephi's importer puts "Infinity" in place of every "INF" of a value, whatever the column's type: "SWISS INFO"
// becomes "SWISS InfinityO". An invisible word joiner after the I keeps the word whole to the eye and from Gephi.
const joiner = '\u2060'

/** Returns `text` so that Gephi imports it unchanged to the eye. */
export function shieldInfinity(text: string): string {
  return text.replace(/I(?=\u2060*NF)/g, `I${joiner}`)
}

/** Takes off the joiners that shieldInfinity put. */
export function unshieldInfinity(text: string): string {
  return text.replace(/I\u2060(?=\u2060*NF)/g, 'I')
}
