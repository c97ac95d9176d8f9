import type { ColumnType, Field, Value } from '#data/table/column.ts'
import type { ToolsOfSite } from '#graph/analysis/tools/site-tools.ts'
import { lookedAt, toolRows } from '#graph/analysis/tools/tool-table.ts'

/** A site or a tool. Ids begin with 'site:' and 'tool:', so that a tool that is called as a site is another node. */
export interface ModeNode {
  readonly id: string
  readonly label: string
  /** False: a site, true: a tool, as igraph tells the two modes. */
  readonly isTool: boolean
  readonly country: string
  /** Kind of a site, category of a tool. */
  readonly kind: string
  readonly maker: string
  /** Of a site: pages of which it is known what they take. */
  readonly pages: number | null
}

/** A site uses a tool. */
export interface ModeEdge {
  readonly source: string
  readonly target: string
  /** Pages of the site that take something of the tool, > 0. */
  readonly weight: number
  readonly how: readonly string[]
}

/** Sites that were looked at, tools that one of them uses, and who uses what; in the order of ids. */
export interface TwoMode {
  readonly nodes: readonly ModeNode[]
  readonly edges: readonly ModeEdge[]
}

export function twoModeOf(all: readonly ToolsOfSite[]): TwoMode {
  const sites = lookedAt(all)
  const ofSites = sites.map(({ site, known }): ModeNode => ({
    id: `site:${site.id}`,
    label: site.label || site.id,
    isTool: false,
    country: site.country,
    kind: site.kind,
    maker: '',
    pages: known,
  }))
  const ofTools = toolRows(sites).map(({ tool }): ModeNode => ({
    id: `tool:${tool.name}`,
    label: tool.name,
    isTool: true,
    country: tool.country,
    kind: tool.category,
    maker: tool.maker,
    pages: null,
  }))
  const edges = sites.flatMap(({ site, uses }) =>
    uses.map(({ tool, pages, kinds }): ModeEdge => ({
      source: `site:${site.id}`,
      target: `tool:${tool.name}`,
      weight: pages,
      how: kinds,
    })),
  )
  return { nodes: [...ofSites, ...ofTools.toSorted((a, b) => (a.id < b.id ? -1 : 1))], edges }
}

type Line<Row> = readonly [id: string, type: ColumnType, unit: string, description: string, read: (row: Row) => Value]
const fieldsOf = <Row>(lines: readonly Line<Row>[]): readonly Field<Row>[] =>
  lines.map(([id, type, unit, description, read]) => ({ id, title: id, type, unit, description, read }))

/** Columns of nodes.csv; GEXF and GraphML have those after the label as attributes. */
export const modeNodeTable = fieldsOf<ModeNode>([
  ['id', 'text', '', "'site:' or 'tool:', and the id of the entity or the tool's name.", ({ id }) => id],
  ['label', 'text', '', 'Name shown.', ({ label }) => label],
  ['type', 'boolean', '', 'false: a site; true: a tool (igraph takes the two modes from it).', ({ isTool }) => isTool],
  ['bipartite', 'integer', '', '0: a site; 1: a tool (networkx takes the two modes from it).', ({ isTool }) => Number(isTool)], // prettier-ignore
  ['country', 'text', 'ISO 3166-1 alpha-2', "Of the site, of the tool's maker.", ({ country }) => country],
  ['kind', 'text', '', 'Kind of the site, category of the tool.', ({ kind }) => kind],
  ['maker', 'text', '', "Of a tool: id of its maker's entity.", ({ maker }) => maker],
  ['pages_known', 'integer', 'pages', 'Of a site: pages of which it is known what they take.', ({ pages }) => pages],
])

/** Columns of edges.csv. */
export const modeEdgeTable = fieldsOf<ModeEdge>([
  ['source', 'text', '', 'Id of the site.', ({ source }) => source],
  ['target', 'text', '', 'Id of the tool.', ({ target }) => target],
  ['weight', 'integer', 'pages', 'Pages of the site that take something of the tool.', ({ weight }) => weight],
  ['how', 'list', '', 'script, style, image, frame, form, generator, cookie.', ({ how }) => how],
])
