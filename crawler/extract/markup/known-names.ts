import { copyText } from '../text/copy-text.ts'
import { oneCopy } from './one-copy.ts'

/** As written → as known; names repeat on all pages. Copies, so that they keep no page in memory. */
const elementNames = new Map<string, string>([['foreignObject', 'foreignObject']])
const attributeNames = new Map<string, string>()
const maxNames = 5000

/** The name of an HTML element as it is known: in lower case, but for one of SVG. */
export const elementName = (written: string): string => elementNames.get(written) ?? rememberElement(written)

/** The name of an HTML attribute as it is known: in lower case. */
export const attributeName = (written: string): string =>
  attributeNames.get(written) ?? rememberName(attributeNames, written, written.toLowerCase())

function rememberElement(written: string): string {
  const lower = copyText(written).toLowerCase()
  const name = lower === 'image' ? 'img' : lower === 'foreignobject' ? 'foreignObject' : lower
  return rememberName(elementNames, written, name)
}

function rememberName(names: Map<string, string>, written: string, name: string): string {
  if (names.size >= maxNames || written.length > 40) return name
  const known = oneCopy(copyText(name))
  names.set(copyText(written), known)
  return known
}
