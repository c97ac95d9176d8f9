import { cleanText } from './clean-text.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Left raw in an attribute, a parser turns each of them into a space.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Returns `text` for an attribute in double quotes or for an element's content, well-formed whatever it holds. */
export function xmlText(text: string): string {
  return cleanText(text).replace(/[&<>"\t\n\r]/g, character => entities[character]!)
}
