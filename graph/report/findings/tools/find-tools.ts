import { everyWave } from '#data/vocabulary/every-wave.ts'
import type { ToolCategory } from '#data/vocabulary/tool-categories.ts'
import { siteTools, siteToolFinder } from '#graph/analysis/tools/site-tools.ts'
import { testedUses } from '#graph/analysis/tools/tested-uses.ts'
import { lookedAt, toolRows, type ToolRow } from '#graph/analysis/tools/tool-table.ts'
import type { TestedUse } from '#graph/analysis/tools/use-tables.ts'
import { cellOf, type Num, numOrNull } from '../num.ts'
import type { Study } from '../study.ts'

/** Whose tools sites use: the software that their pages show. */
export interface Tools {
  /** Tools that some site uses, and all sites of which it is known; null: no tool is known. */
  readonly looked: Num | null
  readonly tools: readonly ToldTool[]
  /** Sites of the two countries told of, with makers of these; all kinds together first. */
  readonly kinds: readonly ToldUse[]
  /** The same in each wave; empty with fewer than two. */
  readonly waves: readonly ToldUse[]
}

interface ToldTool {
  readonly name: string
  readonly maker: string
  readonly country: string
  readonly category: ToolCategory
  readonly sites: Num
}

interface ToldUse {
  readonly wave: string
  readonly country: string
  readonly kind: string
  readonly makers: string
  readonly sites: Num
  readonly users: Num
  /** What chance would give; null: nothing to compare. */
  readonly expected: Num | null
  readonly p: Num | null
  readonly q: Num | null
}

const mostTools = 20

/** Tables that `tools --csv` writes of it. */
export const toolTables = { tool: 'tools-tool.csv', kind: 'tools-kind.csv', wave: 'tools-wave.csv' } as const
export type ToolTable = keyof typeof toolTables

/** Null where of no site it is known what it uses: nothing was read, or by a version that did not keep it. */
export function findTools(study: Study): Tools | null {
  const { corpus, choice, graphWave } = study
  const wave = graphWave === null || graphWave === everyWave ? undefined : graphWave
  const question = { statuses: choice.statuses, wave }
  const finder = siteToolFinder(corpus)
  const sites = siteTools(corpus, question, finder)
  const looked = lookedAt(sites).length
  if (looked === 0) return null
  const rows = toolRows(sites)
  const [first] = rows
  return {
    looked: first === undefined ? null : cellOf(toolTables.tool, looked, 'sites_known', { tool: first.tool.name }),
    tools: rows.slice(0, mostTools).map(toldTool),
    kinds: testedUses(corpus, question, 'kind').filter(use => isTold(study, use)).map(use => toldUse(use, 'kind')), // prettier-ignore
    waves:
      graphWave === null
        ? []
        : testedUses(corpus, question, 'wave').filter(use => isTold(study, use)).map(use => toldUse(use, 'wave')), // prettier-ignore
  }
}

/** Of the two countries told of; where there are none, of all. */
const isTold = ({ pair }: Study, { country, makers }: TestedUse): boolean =>
  pair === null || (pair.includes(country) && pair.includes(makers))

function toldTool({ tool: { name, maker, country, category }, users }: ToolRow): ToldTool {
  return { name, maker, country, category, sites: cellOf(toolTables.tool, users.length, 'sites', { tool: name }) }
}

function toldUse({ wave, country, kind, makers, sites, users, chance, q }: TestedUse, by: 'kind' | 'wave'): ToldUse {
  const where = by === 'kind' ? { country, kind, maker_country: makers } : { wave, country, maker_country: makers }
  const cell = (value: number, take: string): Num => cellOf(toolTables[by], value, take, where)
  const orNull = (value: number | null | undefined, take: string): Num | null =>
    numOrNull(value, { table: toolTables[by], take, where })
  return {
    ...{ wave: by === 'wave' ? wave : '', country, kind, makers },
    sites: cell(sites, 'sites'),
    users: cell(users, 'users'),
    expected: orNull(chance?.expected, 'expected'),
    p: orNull(chance?.p, 'p'),
    q: orNull(q, 'q'),
  }
}
