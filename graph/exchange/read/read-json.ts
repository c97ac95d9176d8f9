import { z } from 'zod'
import { entryLines } from './locate-json.ts'
import { fatalMistake, mistakeList } from './mistake-list.ts'
import { drawnOf } from './named-values.ts'
import { topNames } from './json/json-forms.ts'
import { recordOf } from './json/json-graph.ts'
import { namedValues } from './json/json-values.ts'
import { tagCategory } from './own-names.ts'
import type { OwnColumns, RawNetwork } from '../import/raw-network.ts'

const attributes = z.record(z.string(), z.unknown()).default({})
const key = z.union([z.string().min(1), z.number()]).transform(String)
const column = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(['text', 'integer', 'number', 'boolean', 'date', 'list']),
  unit: z.string(),
  description: z.string(),
  isTag: z.literal(true).exactOptional(),
})
const graph = z.object({
  options: z
    .object({ type: z.enum(['directed', 'undirected', 'mixed']) })
    .partial()
    .default({}),
  attributes,
  nodes: z.array(z.unknown()),
  edges: z.array(z.unknown()),
})
const node = z.object({ key, attributes })
const edge = z.object({ source: key, target: key, undirected: z.boolean().optional(), attributes })

/** graphology's nodes have a key, and what is known of them among their attributes; those of other forms have an id. */
export function isGraphology(parsed: unknown): boolean {
  const { nodes, edges } = recordOf(parsed) ?? {}
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return false
  return nodes.length === 0 || recordOf(nodes[0])?.['key'] !== undefined
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The columns that our own writer declares among the graph's attributes. */
function ownColumns(about: Record<string, unknown>, facts: ReadonlySet<string>): OwnColumns | null {
  const columns = z.array(column).safeParse(about['columns'])
  if (about['creator'] !== 'Toile' || !columns.success) return null
  const tags = columns.data.filter(({ type, isTag }) => type === 'list' || isTag)
  const measures = columns.data.filter(({ id, type, isTag }) => type !== 'list' && !isTag && !facts.has(id))
  return { measures, tags: new Map(tags.map(({ id }) => [id, tagCategory(id)])) }
}

/** Reads graphology's serialisation. Throws a Mistake with all lines that are wrong. */
export function readGraphologyJson(
  file: string,
  source: string,
  parsed: unknown,
  facts: ReadonlySet<string>,
): RawNetwork {
  const whole = graph.safeParse(parsed)
  if (!whole.success)
    throw fatalMistake(file, 1, `${topNames(parsed)}, without lists of nodes and ties,`, 'a network (see FORMATS.md)')
  const mistakes = mistakeList(file)
  const lines = entryLines(source)
  const read = <Entry>(list: 'nodes' | 'edges', schema: z.ZodType<Entry>): readonly (Entry & { line: number })[] =>
    whole.data[list].flatMap((entry, index) => {
      const result = schema.safeParse(entry)
      const line = lines.get(list)?.[index] ?? 1
      if (result.success) return [{ ...result.data, line }]
      const where = result.error.issues[0]?.path.join('.') ?? ''
      mistakes.add(
        line,
        `${list}[${index}] without a usable ${where || 'object'}`,
        'its key, or source and target, as text or number',
      )
      return []
    })
  const nodes = read('nodes', node)
  const edges = read('edges', edge)
  mistakes.throwIfAny()
  const about = whole.data.attributes
  const undirected = whole.data.options.type === 'undirected'
  return {
    format: 'graphology JSON',
    own: ownColumns(about, facts),
    title: text(about['title']),
    description: text(about['description']),
    lastModified: text(about['lastModified']) || text(about['lastModifiedDate']),
    nodes: nodes.map(({ key: id, attributes: given, line }) => ({ id, ...drawnOf(namedValues(given)), line })),
    edges: edges.map(({ source: from, target, undirected: both, attributes: given, line }) => ({
      source: from,
      target,
      directed: !(both ?? undirected),
      weight: null,
      attributes: namedValues(given),
      line,
    })),
    remarks: [],
    makesNodes: false,
    separator: '',
  }
}
