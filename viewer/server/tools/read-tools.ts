import type { Corpus } from '#data/store/base/corpus.ts'
import type { BorrowedQuestion } from '#data/store/tools/borrowed-lists.ts'
import { evidenceOfUse, type UseEvidence } from '#graph/analysis/tools/evidence-of-use.ts'
import { siteTools, siteToolFinder } from '#graph/analysis/tools/site-tools.ts'
import type { ToolOfSite, ToolsData, ToolSource } from '#viewer/protocol/tools.ts'

/** Signs told of each tool. */
const mostSigns = 12

/** The tools of a site, the most used first, with pages that show each; null: there is no such site. */
export function toolsOfSite(corpus: Corpus, question: BorrowedQuestion, id: string): ToolsData | null {
  const finder = siteToolFinder(corpus)
  const found = siteTools(corpus, question, finder, id)[0]
  if (found === undefined) return null
  const evidence = Map.groupBy(evidenceOfUse(corpus, question, found.site, { finder }), ({ tool }) => tool.name)
  const tools = found.uses.map(({ tool, pages }): ToolOfSite => {
    const signs = evidence.get(tool.name) ?? []
    return {
      ...tool,
      pages,
      shown: signs.slice(0, mostSigns).map(({ url, kind, host, detail }) => ({ url, kind, sign: host + detail })),
      sources: sourcesOf(signs),
    }
  })
  return {
    pages: found.pages,
    known: found.known,
    tools: tools.toSorted((a, b) => b.pages - a.pages || (a.name < b.name ? -1 : 1)),
  }
}

/** Each document once, with the last day on which it was read. */
function sourcesOf(signs: readonly UseEvidence[]): ToolSource[] {
  const days = new Map<string, string>()
  for (const { source, checked } of signs)
    if (source !== '' && (days.get(source) ?? '') <= checked) days.set(source, checked)
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([url, checked]) => ({ url, checked }))
}
