import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SiteGraph } from '#data/records.ts'
import { noneByZone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import type { Random } from '#graph/analysis/random.ts'

/** Edges as columns. */
export interface Drawn {
  readonly source: Uint32Array
  readonly target: Uint32Array
}

/** A site graph of `drawn` with a country, a kind and `tags` tags of two values, each more frequent in some groups. */
export function asSites(nodes: number, { source, target }: Drawn, tags: number, random: Random): SiteGraph {
  const groups = Math.round(Math.sqrt(nodes) / 2)
  const countries = ['FR', 'US', 'BE', 'GB', 'DE', 'IT', 'ES', 'CH', 'NL', 'SE']
  const nameOf = (node: number) => `site-${String(node).padStart(6, '0')}.example` as EntityId
  return {
    nodes: Array.from({ length: nodes }, (_, node) => ({
      id: nameOf(node),
      label: '',
      homepage: '',
      country: countries[random.next() < 0.8 ? (node % groups) % 10 : random.int(10)]!,
      kind: ['agency', 'software', 'media', 'research', 'party'][random.int(5)]!,
      status: 'IN',
      pagesFetched: 1 + random.int(50),
      selfLinks: 0,
      tags: Array.from({ length: tags }, (__, tag): [string, string] => [
        `topic ${tag}`,
        random.next() < (node % groups) / groups ? '1' : '0',
      ]),
    })),
    edges: [...source.keys()]
      .map(edge => ({
        source: nameOf(source[edge]!),
        target: nameOf(target[edge]!),
        weight: 1 + Math.floor(Math.min(20, 1 / (1e-9 + random.next()))),
        links: 1,
        pages: 1,
        firstSeen: '',
        lastSeen: '',
        linksByZone: noneByZone,
      }))
      .sort((a, b) => (a.source < b.source || (a.source === b.source && a.target < b.target) ? -1 : 1)),
  }
}

/** A whole analysis, and beside it what igraph takes for the parts that it has: all sources, triads, 200 searches, 200 rewirings. */
export async function timeAnalysis(what: string, site: SiteGraph, drawn: Drawn): Promise<string> {
  const before = process.cpuUsage()
  const start = performance.now()
  await analyseGraph(site)
  const wall = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1e6
  const beside = igraphSeconds(drawn, site.nodes.length)
  const load = loadavg()[0]!.toFixed(1)
  return `${what}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU s, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB so far (load ${load}); ${beside}\n`
}

interface IgraphSeconds {
  readonly betweenness: number | null
  readonly triads: number
  readonly search: number
  readonly rewire: number
}

function igraphSeconds({ source, target }: Drawn, nodes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'toile-bench-'))
  try {
    writeFileSync(join(folder, 'source'), source)
    writeFileSync(join(folder, 'target'), target)
    for (const python of ['python3', '/usr/bin/python3'])
      try {
        execFileSync(python, ['-c', 'import igraph'], { stdio: 'ignore' })
        const program = new URL('igraph-analysis.py', import.meta.url).pathname
        return told(JSON.parse(execFileSync(python, [program, folder, String(nodes)]).toString()) as IgraphSeconds)
      } catch {
        continue
      }
    return 'no Python with igraph here'
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function told({ betweenness, triads, search, rewire }: IgraphSeconds): string {
  const runs = 200
  const sum = (betweenness ?? 0) + (runs + 1) * triads + 5 * runs * search + runs * rewire
  return (
    `igraph, CPU s: betweenness ${betweenness?.toFixed(2) ?? '–'}, triads ${triads.toFixed(2)}, a search ${search.toFixed(3)}, ` +
    `a rewiring ${rewire.toFixed(3)}; for ${runs} null graphs with four searches each, as ours, ${sum.toFixed(1)}`
  )
}
