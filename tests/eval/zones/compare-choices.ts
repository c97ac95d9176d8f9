import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'

const launcher = join(import.meta.dirname, '../../../toile')

/** Ways to count the same corpus, by what they are called in the table. */
const choices: readonly (readonly [string, readonly string[]])[] = [
  ['all zones', []],
  ['content', ['--zones', 'content']],
  ['templates', ['--zones', 'nav,header,footer,sidebar,blogroll']],
  ['footer', ['--zones', 'footer']],
  ['header', ['--zones', 'header']],
  ['nav', ['--zones', 'nav']],
  ['all, weight pages', ['--weight', 'pages']],
  ['all, weight links', ['--weight', 'links']],
  ['all, weight binary', ['--weight', 'binary']],
]
const head = [
  'counted',
  'edges',
  'links',
  'weight',
  'communities',
  'Q',
  'Q rewired',
  'p',
  'heaviest edge',
  'most cited',
]

type Row = Readonly<Record<string, string>>

/** Analyses copies of `corpus` once per choice, with the defaults else, and prints what comes out as a table in Markdown. */
function compare(corpus: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'toile-choices-'))
  try {
    const rows = choices.map(([name, options]) => [name, ...outcome(corpus, folder, options)])
    return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function outcome(corpus: string, folder: string, options: readonly string[]): string[] {
  const copy = join(folder, 'copy.sqlite')
  const tables = join(folder, 'tables')
  copyFileSync(corpus, copy)
  toile('analyse', '--corpus', copy, ...options)
  // An export knows no weights: those of the analysis are the strengths.
  const zones = options[0] === '--zones' ? options : []
  toile('export', '--corpus', copy, '--format', 'csv', '--statuses', 'IN', ...zones, '--out', tables)
  const [edges, nodes, measures] = ['edges', 'nodes', 'measures'].map(name => read(join(tables, `${name}.csv`)))
  const modularity = measures!.find(({ measure, group }) => measure === 'modularity_weighted' && group === '')!
  const sizes = Map.groupBy(nodes!, ({ community }) => community)
  return [
    String(edges!.length),
    String(sum(edges!, 'links')),
    String(sum(nodes!, 'in_strength')),
    String([...sizes.values()].filter(({ length }) => length > 1).length),
    Number(modularity['value']).toFixed(3),
    Number(modularity['null_mean']).toFixed(3),
    Number(modularity['p']).toFixed(3),
    heaviest(edges!),
    mostCited(nodes!),
  ]
}

const toile = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [launcher, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const read = (file: string): Row[] => parse(readFileSync(file, 'utf8'), { columns: true })
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0)

const heaviest = (edges: readonly Row[]): string => {
  const [edge] = edges.toSorted((a, b) => Number(b['weight']) - Number(a['weight']))
  return `${edge!['source']} → ${edge!['target']} ${edge!['weight']}`
}

const mostCited = (nodes: readonly Row[]): string =>
  nodes
    .toSorted((a, b) => Number(b['in_degree']) - Number(a['in_degree']))
    .slice(0, 3)
    .map(node => `${node['id']} ${node['in_degree']}`)
    .join(', ')

const { values } = parseArgs({ options: { corpus: { type: 'string' } } })
if (values.corpus === undefined) {
  process.stderr.write('usage: npm run eval:choices -- --corpus FILE\n')
  process.exitCode = 2
} else process.stdout.write(`${compare(values.corpus)}\n`)
