import { z } from 'zod'
import type { Value } from '#data/table/column.ts'
import { assembleNetwork } from '../import/assemble-network.ts'
import type { ImportedNetwork } from '../import/imported-network.ts'
import { entryLines } from './locate-json.ts'
import { fatalMistake, mistakeList, shown } from './mistake-list.ts'
import type { NamedValue } from './named-values.ts'
import { plainName } from '#data/entity/plain-name.ts'
import { parseJson } from './parse-json.ts'
import { emptyNetwork, type RawEdge, type RawNode } from '../import/raw-network.ts'

const entity = z.record(z.string(), z.unknown())
const hypheEntity = z.looseObject({ prefixes: z.array(z.string().regex(/^s:https?\|/)) })
const hypheExport = z.object({ webentities: z.array(z.unknown()) })
/** A backup is a bare list; its first entity tells that it is one. */
const hypheBackup = z.tuple([hypheEntity], z.unknown())
const hypheLink = z.tuple([z.union([z.string(), z.number()]), z.union([z.string(), z.number()]), z.number()])

/** The entities of Hyphe's JSON export or of its backup; null for any other JSON. */
export function hypheEntities(parsed: unknown): readonly unknown[] | null {
  const [exported, backup] = [hypheExport.safeParse(parsed), hypheBackup.safeParse(parsed)]
  return exported.data?.webentities ?? backup.data ?? null
}

const idNames = ['id', '_id']
const tagColumns = new Set(['tags', 'user'])

/** 's:https|h:org|h:example|h:www|p:about|' → 'https://www.example.org/about'. */
function urlOfLru(lru: string): string {
  const stems = lru.split('|').filter(stem => stem !== '')
  const of = (letter: string) => stems.filter(stem => stem.startsWith(`${letter}:`)).map(stem => stem.slice(2))
  const [port] = of('t')
  const host = of('h').reverse().join('.') + (port && port !== '80' && port !== '443' ? `:${port}` : '')
  const path = of('p')
    .map(stem => `/${stem}`)
    .join('')
  const [query] = of('q')
  return `${of('s')[0] ?? 'http'}://${host}${path}${query ? `?${query}` : ''}`
}

function texts(value: unknown): Value {
  if (Array.isArray(value)) return value.filter(one => typeof one === 'string' || typeof one === 'number').map(String)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Tags come by category, in the export's form or, in a backup, under USER and CORE. */
function tagValues(value: unknown): readonly NamedValue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const record = value as Record<string, unknown>
  return Object.entries(record).flatMap(([name, one]) => {
    if (name.startsWith('CORE')) return []
    return name === 'USER' ? tagValues(one) : [[name, texts(one)] as const]
  })
}

function namedValues(record: Record<string, unknown>): readonly NamedValue[] {
  return Object.entries(record).flatMap(([name, value]): readonly NamedValue[] => {
    if (tagColumns.has(plainName(name))) return tagValues(value)
    const read = texts(value)
    const isLru = Array.isArray(read) && read.every(one => /^s:https?\|/.test(one))
    return [[isLru ? 'prefixes' : name, isLru ? (read as readonly string[]).map(urlOfLru) : read]]
  })
}

/** Links of a backup: [source, target, weight], page to page. Throws a Mistake with all lines. */
function readLinks(file: string, source: string): readonly RawEdge[] {
  const mistakes = mistakeList(file)
  const list = z.array(z.unknown()).safeParse(parseJson(file, source))
  if (!list.success) throw fatalMistake(file, 1, 'JSON that is no list', 'the links of a backup of Hyphe')
  const lines = entryLines(source).get('') ?? []
  const edges = list.data.flatMap((item, index): readonly RawEdge[] => {
    const [link, line] = [hypheLink.safeParse(item), lines[index] ?? 1]
    if (!link.success) mistakes.add(line, shown(JSON.stringify(item)), '[source, target, weight]')
    const [from, to, weight] = link.data ?? ['', '', 1]
    return link.success
      ? [{ source: String(from), target: String(to), weight, directed: true, attributes: [], line }]
      : []
  })
  mistakes.throwIfAny()
  return edges
}

/** A file of a backup: its name for messages, and its text. */
export interface HypheFile {
  readonly file: string
  readonly source: string
}

/**
 * Reads the entities of Hyphe's JSON export or of its corpus backup: prefixes, status, tags; and the backup's links where
 * they are given. Throws a Mistake with all lines.
 */
export function readHypheJson(
  { file, source }: HypheFile,
  webentities: readonly unknown[],
  links: HypheFile | null = null,
): ImportedNetwork {
  const mistakes = mistakeList(file)
  const lines = entryLines(source)
  const at = lines.get('webentities') ?? lines.get('') ?? []
  const nodes = webentities.flatMap((item, index): readonly RawNode[] => {
    const line = at[index] ?? 1
    const record = entity.safeParse(item)
    const values = record.success ? namedValues(record.data) : []
    const id = values.find(([name]) => idNames.includes(plainName(name)))?.[1] ?? ''
    if (String(id) === '') {
      mistakes.add(line, `webentities[${index}] without an id`, 'an id for each entity')
      return []
    }
    const attributes = values.filter(([name]) => !idNames.includes(plainName(name)))
    return [{ id: String(id), label: '', x: null, y: null, size: null, colour: null, attributes, line }]
  })
  mistakes.throwIfAny()
  const edges = links === null ? [] : readLinks(links.file, links.source)
  const raw = { ...emptyNetwork, format: 'Hyphe entities', nodes, edges }
  const read = assembleNetwork(links?.file ?? file, raw, file)
  return { ...read, kind: links === null ? 'entities' : 'network' }
}
