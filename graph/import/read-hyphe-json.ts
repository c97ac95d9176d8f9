import { z } from 'zod'
import type { Value } from '../export/export-model.ts'
import { assembleNetwork } from './assemble-network.ts'
import type { ImportedNetwork } from './imported-network.ts'
import { entryLines } from './locate-json.ts'
import { mistakeList } from './mistake-list.ts'
import type { NamedValue } from './named-values.ts'
import { plainName } from './node-facts.ts'
import type { RawNode } from './raw-network.ts'

const entity = z.record(z.string(), z.unknown())
export const hypheExport = z.object({ webentities: z.array(z.unknown()) })

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
    if (name === 'CORE' || name === 'CORE-RECURSIVE') return []
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

/** Reads the entities of Hyphe's JSON export or of its corpus backup: prefixes, status, tags. Throws a Mistake with all lines. */
export function readHypheJson(
  file: string,
  source: string,
  { webentities }: z.infer<typeof hypheExport>,
): ImportedNetwork {
  const mistakes = mistakeList(file)
  const lines = entryLines(source).get('webentities') ?? []
  const nodes = webentities.flatMap((item, index): readonly RawNode[] => {
    const line = lines[index] ?? 1
    const record = entity.safeParse(item)
    const values = record.success ? namedValues(record.data) : []
    const id = values.find(([name]) => ['id', '_id'].includes(plainName(name)))?.[1] ?? ''
    if (String(id) === '') {
      mistakes.add(line, `webentities[${index}] without an id`, 'an id for each entity')
      return []
    }
    const attributes = values.filter(([name]) => !['id', '_id'].includes(plainName(name)))
    return [{ id: String(id), label: '', x: null, y: null, size: null, colour: null, attributes, line }]
  })
  mistakes.throwIfAny()
  const raw = { own: null, title: '', description: '', lastModified: '', edges: [], remarks: [], makesNodes: false }
  return { ...assembleNetwork(file, { ...raw, format: 'Hyphe entities', nodes }), kind: 'entities' }
}
