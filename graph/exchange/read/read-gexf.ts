import type { ColumnType } from '#data/table/column.ts'
import { readListCell } from '#data/table/list-cell.ts'
import { chooseMoment } from '../import/moments.ts'
import {
  closeEdge,
  closeNode,
  tieTimeOf,
  isOurs,
  mostAttributes,
  newGexfState,
  required,
  type GexfState,
} from './gexf-state.ts'
import { fatalMistake, mistakeList } from './mistake-list.ts'
import { oddRemarks } from './odd-values.ts'
import { ownNodeNames, tagCategory } from './own-names.ts'
import { colourOfChannels, parseColour } from './parse-colour.ts'
import { parseFileNumber } from './parse-value.ts'
import { emptyNetwork, type OwnColumns, type RawNetwork } from '../import/raw-network.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { ownEntry } from './own-entry.ts'

const integerTypes = ['integer', 'int', 'long', 'short', 'byte', 'biginteger']
const numberTypes = ['double', 'float', 'bigdecimal']

function columnType(declared: string): ColumnType {
  const type = declared.toLowerCase()
  if (integerTypes.includes(type)) return 'integer'
  if (numberTypes.includes(type)) return 'number'
  if (type.startsWith('bool')) return 'boolean'
  return type.startsWith('list') ? 'list' : 'text'
}

function finite(text: string | undefined): number | null {
  const number = parseFileNumber(text ?? '')
  return Number.isNaN(number) ? null : number
}

type Opening = (state: GexfState, element: XmlElement) => void

const start =
  (kind: 'node' | 'edge'): Opening =>
  (state, element) =>
    void state.open.push({ kind, start: element, values: [], spells: [], x: null, y: null, size: null, colour: null })

function declareAttribute(state: GexfState, element: XmlElement): void {
  const id = required(state, element, 'id')
  const type = columnType(element.attributes.get('type') ?? 'string')
  state.attribute = { id, title: element.attributes.get('title') || id, type, fallback: '', isDeclared: true }
  if (state.attributes[state.attributeClass].size >= mostAttributes)
    throw fatalMistake(state.file, element.line, `more than ${mostAttributes} attributes`, 'a graph')
  state.attributes[state.attributeClass].set(id, state.attribute)
}

/** GEXF 1.2 and later say that a graph is undirected where nothing is said; Gephi 0.7 left it out of directed ones. */
const unsaidType = ({ version }: GexfState): string =>
  /^(?:|1\.[01])$/.test(version.replace('draft', '')) ? 'directed' : 'undirected'

const addSpell: Opening = (state, { attributes }) => {
  const [item, spell] = [state.open.at(-1), tieTimeOf(attributes)]
  if (item?.kind === 'node') state.remarks.add('Times of nodes were left out: a node is there whenever it was seen.')
  else if (item && spell) item.spells.push(spell)
}

const openings: Readonly<Record<string, Opening>> = {
  gexf: (state, { attributes }) => (state.version = attributes.get('version') ?? ''),
  meta: (state, { attributes }) => state.meta.set('lastmodifieddate', attributes.get('lastmodifieddate') ?? ''),
  graph: (state, { attributes }) =>
    (state.edgeType = attributes.get('defaultedgetype') ?? attributes.get('edgedefault') ?? unsaidType(state)),
  attributes: (state, { attributes }) => (state.attributeClass = attributes.get('class') === 'edge' ? 'edge' : 'node'),
  attribute: declareAttribute,
  node: start('node'),
  edge: start('edge'),
  attvalue: (state, { attributes, line }) =>
    state.open
      .at(-1)
      ?.values.push([attributes.get('for') ?? attributes.get('id') ?? '', attributes.get('value') ?? '', line]),
  position: (state, { attributes }) => {
    const item = state.open.at(-1)
    if (item) Object.assign(item, { x: finite(attributes.get('x')), y: finite(attributes.get('y')) })
  },
  size: (state, { attributes }) => {
    const item = state.open.at(-1)
    if (item) item.size = finite(attributes.get('value'))
  },
  color: (state, { attributes }) => {
    const [item, hex] = [state.open.at(-1), attributes.get('hex')]
    const channels = ['r', 'g', 'b'].map(name => attributes.get(name))
    if (item) item.colour = hex ? parseColour(hex) : colourOfChannels(...channels)
  },
  spell: addSpell,
  slice: addSpell,
}

type Closing = (state: GexfState, text: string) => void

const keepMeta =
  (name: string): Closing =>
  (state, text) =>
    void state.meta.set(name, text)

const closings: Readonly<Record<string, Closing>> = {
  creator: keepMeta('creator'),
  description: keepMeta('description'),
  keywords: keepMeta('keywords'),
  default: (state, text) => {
    if (state.attribute) state.attribute.fallback = text.trim()
  },
  attribute: state => (state.attribute = null),
  node: state => closeNode(state, state.open.pop()!),
  edge: state => closeEdge(state, state.open.pop()!),
}

/** How our own writer named the columns: tags are the last ones, their true names in the keywords. */
function ownColumns(state: GexfState): OwnColumns | null {
  if (!isOurs(state)) return null
  const declared = [...state.attributes.node.values()]
  const categories = readListCell((state.meta.get('keywords') ?? '').replace(/^tags: /, ''))
  const tags = declared.slice(Math.max(0, declared.length - categories.length))
  const measures = declared.filter(attribute => !tags.includes(attribute) && !ownNodeNames.has(attribute.id))
  return {
    measures: measures.map(({ id, title, type }) => ({ id, title, type, unit: '', description: '' })),
    tags: new Map(tags.map(({ id }, index) => [id, tagCategory(categories[index]!)])),
  }
}

/**
 * Reads GEXF 1.1 to 1.3 with its viz module; hierarchies are flattened; of ties that were there at some times, those that `wave`
 * names, see chooseMoment. Throws a Mistake with all lines.
 */
export function readGexf(file: string, text: string, wave?: string): RawNetwork {
  const state = newGexfState(file, mistakeList(file))
  let isGexf = false
  readXml(file, text, {
    open: element => {
      isGexf ||= element.name === 'gexf'
      ownEntry(openings, element.name)?.(state, element)
    },
    close: (element, own) => void ownEntry(closings, element.name)?.(state, own),
  })
  if (!isGexf) throw fatalMistake(file, 1, 'no <gexf> element', 'a GEXF file')
  state.mistakes.throwIfAny()
  const description = state.meta.get('description') ?? ''
  const chosen = chooseMoment(
    { file, edges: state.edges, times: state.times, description: isOurs(state) ? description : '' },
    wave,
  )
  return {
    ...emptyNetwork,
    format: `GEXF ${state.version}`.trim(),
    makesNodes: 'said',
    own: ownColumns(state),
    description,
    lastModified: state.meta.get('lastmodifieddate') ?? '',
    nodes: state.nodes,
    edges: chosen.edges,
    remarks: [...state.remarks, ...chosen.remarks, ...oddRemarks(state.odd)],
  }
}
