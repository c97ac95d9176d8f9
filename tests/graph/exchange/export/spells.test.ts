import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { type GexfVersion, writeGexf } from '#graph/exchange/write/write-gexf.ts'
import { changingCorpus, planted } from '#tests/graph/analysis/change/planted-change.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { pythonWith } from './readers.ts'
import { textOf } from './sample-model.ts'

/** A time from day to day, both included; an open end is null. */
type Span = readonly [start: string | null, end: string | null]

interface Thing {
  readonly name: string
  /** Ends of an edge. */
  readonly ends: readonly string[]
  readonly spans: Span[]
}

const spanOf = (told: Readonly<Partial<Record<string, string>>>): Span => [told['start'] ?? null, told['end'] ?? null]

/**
 * Nodes and edges with the times in which they exist, as the primer of GEXF 1.3 has it (Dynamics: intervals, spells): both bounds are
 * included, a bound left out is that of the network, and of an element with spells only these count.
 */
function readTimes(xml: string): {
  readonly nodes: Map<string, Thing>
  readonly edges: readonly Thing[]
  readonly graph: SaxesTagPlain
} {
  const nodes = new Map<string, Thing>()
  const edges: Thing[] = []
  let [open, own, graph]: [Thing | null, Span[], SaxesTagPlain | null] = [null, [], null]
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    const told = tag.attributes
    if (tag.name === 'graph') graph = tag
    if (tag.name === 'node') nodes.set(told['id']!, (open = { name: told['id']!, ends: [], spans: [] }))
    if (tag.name === 'edge') {
      const ends = [told['source']!, told['target']!]
      edges.push((open = { name: ends.join(' '), ends, spans: [] }))
    }
    if (tag.name === 'node' || tag.name === 'edge') own = [spanOf(told)]
    if (tag.name === 'spells') own = []
    if (tag.name === 'spell') own.push(spanOf(told))
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'node' || name === 'edge') open!.spans.push(...own)
  })
  parser.write(xml).close()
  return { nodes, edges, graph: graph! }
}

const isThere = ({ spans }: Thing, day: string): boolean =>
  spans.some(([start, end]) => (start === null || start <= day) && (end === null || day <= end))

const fileOf = (version: GexfVersion): string => {
  const choice = { title: 'waves', statuses: ['IN'], zones, minWeight: 0, dynamic: true, wave: everyWave } as const
  return textOf(writeGexf(exportCorpus(changingCorpus(), choice), { dynamic: true }, version))
}

/** Who cites whom in a wave, as it was planted. */
const seenIn = (wave: number): string[] =>
  Object.entries(planted.waves[wave]!)
    .flatMap(([source, targets]) => (targets as readonly string[]).map(target => `${source}.example ${target}.example`))
    .toSorted()

describe('a dynamic GEXF of several waves', () => {
  it.each(['1.3', '1.2'] as const)(
    'has on the day of each wave the ties that the wave saw, and no other (%s)',
    version => {
      const { nodes, edges, graph } = readTimes(fileOf(version))
      expect(graph.attributes).toMatchObject({ mode: 'dynamic', timeformat: 'date', defaultedgetype: 'directed' })
      for (const [wave, day] of planted.days.entries())
        expect(
          edges
            .filter(edge => isThere(edge, day))
            .map(({ name }) => name)
            .toSorted(),
          day,
        ).toEqual(seenIn(wave))
      // f3 → u1 alone came in the last wave, u3 → u1 was away in the second: two spells, of a day each.
      const spansOf = (name: string) => edges.find(edge => edge.name === name)!.spans
      const [first, , last] = planted.days
      expect(spansOf('f3.example u1.example')).toEqual([[last, last]])
      expect(spansOf('u3.example u1.example')).toEqual([
        [first, first],
        [last, last],
      ])
      // Nothing ends before it began, and no edge outlives its ends.
      for (const { spans } of [...nodes.values(), ...edges])
        for (const [start, end] of spans) expect(start! <= end!).toBe(true)
      for (const { name, ends, spans } of edges)
        for (const bound of spans.flat())
          for (const id of ends) expect(isThere(nodes.get(id)!, bound!), name).toBe(true)
    },
  )

  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
  it.runIf(hasXmllint).each([
    ['1.3', 'gexf-1.3'],
    ['1.2', 'gexf-1.2draft'],
  ] as const)('is valid against the schema of its version: %s', (version, folder) => {
    const file = join(temporaryFolder(), 'waves.gexf')
    writeFileSync(file, fileOf(version))
    const schema = join(import.meta.dirname, '../../../schemas', folder, 'gexf.rng')
    const { stderr, status } = spawnSync('xmllint', ['--noout', '--relaxng', schema, file], { encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('validates') as string })
  })

  const networkx = pythonWith('networkx')
  it.skipIf(networkx === null)('has the same spells for networkx', () => {
    const file = join(temporaryFolder(), 'waves.gexf')
    writeFileSync(file, fileOf('1.2'))
    const script =
      'import json, sys, networkx; g = networkx.read_gexf(sys.argv[1]); print(json.dumps([[a, b, d.get("spells") or [[d.get("start"), d.get("end")]]] for a, b, d in g.edges(data=True)]))'
    const read = JSON.parse(execFileSync(networkx!, ['-c', script, file], { encoding: 'utf8' })) as [
      string,
      string,
      Span[],
    ][]
    for (const [wave, day] of planted.days.entries()) {
      const there = read.filter(([a, b, spans]) => isThere({ name: '', ends: [a, b], spans }, day))
      expect(there.map(([a, b]) => `${a} ${b}`).toSorted(), day).toEqual(seenIn(wave))
    }
  })
})
