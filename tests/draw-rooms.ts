import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The picture of the rooms in ARCHITECTURE.md, drawn from the imports that dependency-cruiser finds, so that it stays
 * true: `npm run draw-rooms` writes it, and a test compares.
 */
const root = join(import.meta.dirname, '..')

/** Folders that are one box each; the longest that fits a file is its room. */
const boxes = [
  'data/vocabulary',
  'data/url',
  'data/entity',
  'data/table',
  'data/store',
  'data/curate',
  'seeds',
  'crawler/frontier',
  'crawler/fetch',
  'crawler/extract',
  'crawler/watch',
  'crawler/turn',
  'crawler/tell',
  'graph/analysis',
  'graph/words',
  'graph/explain',
  'graph/exchange',
  'graph/report',
  'viewer/client',
  'viewer/figure',
  'viewer/protocol',
  'viewer/server',
  'viewer/publish',
]

interface Module {
  readonly source: string
  readonly dependencies: readonly { readonly resolved: string }[]
}

function modules(): readonly Module[] {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const houses = ['cli.ts', 'crawler', 'graph', 'viewer', 'seeds', 'data']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...houses],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`)
  return (JSON.parse(stdout) as { modules: readonly Module[] }).modules
}

const boxOf = (file: string): string | null => boxes.find(box => file.startsWith(`${box}/`)) ?? null

/** Who imports whom, 'a b', sorted; arrows onto the ground floor left out but for the store's. */
function arrows(): readonly string[] {
  const found = new Set<string>()
  for (const { source, dependencies } of modules())
    for (const { resolved } of dependencies) {
      const [from, to] = [boxOf(source), boxOf(resolved)]
      if (from === null || to === null || from === to || isGround(to)) continue
      found.add(`${from} ${to}`)
    }
  return [...found].sort()
}

/** What every room stands on; its arrows would hide the others. */
const isGround = (box: string): boolean => ['data/vocabulary', 'data/url', 'data/entity', 'data/table'].includes(box)

const idOf = (box: string): string => box.replace('/', '_')

/** A flowchart in Mermaid's notation, which code hosts and editors draw. */
export function drawRooms(): string {
  const rooms = Map.groupBy(boxes, box => box.split('/')[0]!)
  const lines = ['```mermaid', 'flowchart TB']
  for (const [room, own] of rooms) {
    if (own.length === 1) lines.push(`  ${idOf(own[0]!)}["${own[0]}"]`)
    else
      lines.push(`  subgraph ${room}`, ...own.map(box => `    ${idOf(box)}["${box.slice(room.length + 1)}"]`), '  end')
  }
  for (const arrow of arrows()) {
    const [from, to] = arrow.split(' ') as [string, string]
    lines.push(`  ${idOf(from)} --> ${idOf(to)}`)
  }
  return [...lines, '```'].join('\n')
}

const between = /(<!-- rooms: drawn by npm run draw-rooms -->\n)[\s\S]*?(\n<!-- \/rooms -->)/

/** The text with the picture in it; throws where it has no place for it. */
export function withRooms(text: string): string {
  if (!between.test(text)) throw new Error('ARCHITECTURE.md has no place for the picture of the rooms')
  return text.replace(between, (_, before: string, after: string) => before + drawRooms() + after)
}

if (import.meta.main) {
  const file = join(root, 'ARCHITECTURE.md')
  writeFileSync(file, withRooms(readFileSync(file, 'utf8')))
}
