import type { SiteNode } from '#data/records.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type BorrowedQuestion, isAnyKept } from '#data/store/tools/borrowed-lists.ts'
import { siteTools, type ToolsOfSite } from '#graph/analysis/tools/site-tools.ts'
import { noTool } from '#data/vocabulary/no-tool.ts'
import type { MapColumn } from '#viewer/protocol/map.ts'
import { readCategoryColumn } from '../read-category-column.ts'

/** Places in the palette. */
const mostPlaces = 9

/**
 * What sites use as columns of the map: `tool` and `tool_country`, in which a site has as many values as it uses tools, and makers' countries. One
 * that was looked at and uses none has the value of `noTool`; one that nobody looked at has none: not known. No columns where nobody looked.
 */
export function toolColumns(corpus: Corpus, nodes: readonly SiteNode[], question: BorrowedQuestion): MapColumn[] {
  if (!isAnyKept(corpus)) return []
  const tools = new Map(siteTools(corpus, question).map(one => [one.site.id, one]))
  if (![...tools.values()].some(({ uses }) => uses.length > 0)) return []
  const valuesOf = (read: (uses: ToolsOfSite['uses']) => string[]): string[][] =>
    nodes.map(({ id }) => {
      const found = tools.get(id)
      if (found === undefined || found.known === 0) return []
      const values = [...new Set(read(found.uses))].filter(value => value !== '')
      return values.length === 0 ? [noTool] : values
    })
  return [
    column(
      'tool',
      valuesOf(uses => uses.map(({ tool }) => tool.name)),
    ),
    column(
      'tool_country',
      valuesOf(uses => uses.map(({ tool }) => tool.country)),
    ),
  ]
}

/** The most used tools have a colour, by their rank: who uses what changes with each wave, so no place is kept for them. */
function column(name: string, values: readonly (readonly string[])[]): MapColumn {
  const plain = readCategoryColumn(name, 'corpus', values, new Map())
  const ranked = plain.categories.filter(({ value }) => value !== noTool).slice(0, mostPlaces)
  return readCategoryColumn(name, 'corpus', values, new Map(ranked.map(({ value }, at) => [value, at + 1])))
}
