import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { seededGenerator, type Generator } from '../seeded-generator.ts'

type Row = Readonly<Record<string, string>>

/**
 * Draws edges to be judged by reading the pages: first a citing site, each with the same chance, then one of its edges not
 * yet drawn, then one of the hyperlinks behind it. So sites with thousands of edges don't fill the sample. Reads
 * edges.csv and links.csv of an export; the same tables and seed give the same draw.
 */
function drawEdges(edges: readonly Row[], links: readonly Row[], count: number, random: Generator): Row[] {
  const left = new Map(Map.groupBy(edges, edge => edge['source']!))
  const evidence = Map.groupBy(links, keyOf)
  const drawn: Row[] = []
  while (drawn.length < count && left.size > 0) {
    const source = pick([...left.keys()].sort(), random)
    const edge = pick(left.get(source)!, random)
    const rest = left.get(source)!.filter(other => other !== edge)
    if (rest.length > 0) left.set(source, rest)
    else left.delete(source)
    drawn.push({ ...edge, ...pick(evidence.get(keyOf(edge))!, random) })
  }
  return drawn
}

const keyOf = ({ source, target }: Row): string => `${source} ${target}`
const pick = <Item>(from: readonly Item[], random: Generator): Item => from[Math.floor(random() * from.length)]!
const read = (folder: string, name: string): Row[] => parse(readFileSync(join(folder, name), 'utf8'), { columns: true })

/** What a judge needs: is there this hyperlink, at this place, in this zone, with these words, and does it lead to that entity? */
function describe(edge: Row, at: number): string {
  const shown = ['source_url', 'element', 'href', 'target_url', 'anchor', 'context', 'zone', 'rel']
  const counts = `weight ${edge['weight']}, links ${edge['links']}, pages ${edge['pages']}`
  return [
    `${at + 1}. ${edge['source']} → ${edge['target']} (${counts})`,
    ...shown.map(name => `   ${name}: ${edge[name]}`),
  ].join('\n')
}

const { values } = parseArgs({
  options: {
    tables: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20' },
  },
})
if (values.tables === undefined) {
  process.stderr.write(
    'usage: npm run eval:edges -- --tables DIR [--seed N] [--count N]; DIR as `export --format csv` writes it\n',
  )
  process.exitCode = 2
} else {
  const [edges, links] = [read(values.tables, 'edges.csv'), read(values.tables, 'links.csv')]
  const drawn = drawEdges(edges, links, Number(values.count), seededGenerator(Number(values.seed)))
  process.stdout.write(`${drawn.map(describe).join('\n\n')}\n`)
}
