import { SaxesParser } from 'saxes'
import { fatalMistake, shown } from './mistake-list.ts'

export interface XmlElement {
  /** Without its prefix, lower case, as Gephi compares. */
  readonly name: string
  /** By name without prefix, lower case. */
  readonly attributes: ReadonlyMap<string, string>
  /** Line of its start tag's end. */
  readonly line: number
}

export interface XmlHandler {
  readonly open: (element: XmlElement) => void
  /** `text`: what stood in the element itself, children's text left out. */
  readonly close: (element: XmlElement, text: string) => void
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

interface Opened {
  readonly element: XmlElement
  text: string
}

/**
 * Reads well-formed XML element by element. No entity of a document type is ever expanded and nothing outside the file
 * is read: a reference to such an entity is a Mistake, as is anything that is not well-formed. Depth is bounded.
 */
export function readXml(file: string, text: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ position: true })
  const stack: Opened[] = []
  parser.on('error', error => {
    const message = error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '')
    throw fatalMistake(file, parser.line, shown(message), 'well-formed XML without entities of its own')
  })
  parser.on('opentag', tag => {
    const attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [localName(name), value]))
    const element = { name: localName(tag.name), attributes, line: parser.line }
    if (stack.length >= 1000) throw fatalMistake(file, parser.line, 'more than 1,000 nested elements', 'a graph')
    stack.push({ element, text: '' })
    handler.open(element)
  })
  const addText = (more: string) => {
    const top = stack.at(-1)
    if (top) top.text += more
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const { element, text: own } = stack.pop()!
    handler.close(element, own)
  })
  parser.write(text).close()
}
