import type { Corpus } from '#data/store/base/corpus.ts'
import { mostCitedPages } from '#data/store/evidence/cited-pages.ts'
import { analysedGraph } from '#data/store/graph/choose-graph-wave.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { lastRunLabels } from '#data/store/graph/run-labels.ts'
import type { EntityId } from '#data/url/brand.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import type { ExportChoice } from '#graph/exchange/export-corpus.ts'
import { SaidByNetwork } from '#graph/explain/said-by-network.ts'
import { wordsOfParts } from '#graph/explain/words-of-community.ts'
import type { CommunityWords } from '../protocol/explained.ts'
import type { MapData } from '../protocol/map.ts'
import type { PublishedData, PublishedExplanations } from '../protocol/published.ts'

/** Labels of all runs taken along together: some 500 KB. A page takes fewer runs of more sites. */
const mostLabels = 200_000
/** Sites whose words are taken along, each its own; of more, only those of communities. */
const mostSitesWithWords = 1000
const wordsOfASite = 15
const pagesOfACommunity = 10

/**
 * What a page needs for explanations beside its map: how the runs grouped its sites, and with `evidence` words and most cited pages. Nothing of what the map leaves
 * out: no community where its column is hidden.
 */
export function publishedExplanations(
  corpus: Corpus,
  map: MapData,
  { choice, evidence }: { readonly choice: ExportChoice; readonly evidence: boolean },
): PublishedExplanations {
  const communities = communitiesOf(map)
  const analysis = lastAnalysis(corpus)
  const runs = communities === null ? null : (readFinding(analysis, 'community_search')?.runs ?? null)
  const labels = communities === null ? [] : labelsOf(corpus, map.ids as readonly EntityId[])
  if (!evidence) return { runs, labels }
  const asked = { ...analysedGraph(corpus, analysis), ...choice }
  const question = { ...asked, written: choice.written ?? analysedGraph(corpus, analysis).written }
  const shown = new Set(map.ids)
  const said = new SaidByNetwork(question)
  const isSaid = choice.zones.includes('content')
  const communityOf = new Map([...(communities ?? [])].flatMap(([number, ids]) => ids.map(id => [id, number] as const)))
  const words: ReadonlyMap<string, readonly CommunityWords[]> = isSaid
    ? wordsOfParts(corpus, said, id => communityOf.get(id) ?? '')
    : new Map()
  const siteWords =
    isSaid && map.ids.length <= mostSitesWithWords
      ? wordsOfParts(corpus, said, id => (shown.has(id) ? id : ''), wordsOfASite)
      : undefined
  return {
    ...{ runs, labels },
    words: Object.fromEntries([...words].filter(([number]) => number !== '')),
    pages: Object.fromEntries(
      [...(communities ?? [])].map(([number, ids]) => [
        number,
        mostCitedPages(corpus, ids, question, pagesOfACommunity),
      ]),
    ),
    ...(siteWords && { siteWords: Object.fromEntries([...siteWords].filter(([id]) => id !== '')) }),
  }
}

/** What the page will not tell, for who publishes. */
export function notesOnExplanations({ explained, map }: Pick<PublishedData, 'explained' | 'map'>): string[] {
  if (explained === undefined) return []
  const { runs, labels, words, siteWords } = explained
  const sites = map.ids.length
  return [
    ...(runs !== null && labels.length > 0 && labels.length < runs
      ? [
          `Of the ${runs} runs of the search for communities ${labels.length} are in the page, as it has ${sites} sites.`,
        ]
      : []),
    ...(words !== undefined && siteWords === undefined && sites > mostSitesWithWords
      ? [`Words of single sites are left out of explanations, as there are more than ${mostSitesWithWords} sites.`]
      : []),
  ]
}

/** Sites of each community of two or more, by its number; null: the map does not show communities. */
function communitiesOf({ columns, ids }: MapData): ReadonlyMap<string, readonly string[]> | null {
  const column = columns.find(({ name, kind }) => name === 'community' && kind === 'category')
  if (column?.kind !== 'category') return null
  const found = Map.groupBy(ids, (_, site) => {
    const category = column.categories[column.values[site]!]
    return category === undefined || category.alone ? '' : category.value
  })
  return new Map([...found].filter(([number]) => number !== ''))
}

/** Run by run, each site's community numbered as met, so that most are one digit. */
function labelsOf(corpus: Corpus, ids: readonly EntityId[]): number[][] {
  const known = lastRunLabels(corpus, ids)
  const rows = ids.map(id => known.get(id))
  const runs = Math.min(rows.find(row => row !== undefined)?.length ?? 0, Math.floor(mostLabels / Math.max(1, ids.length))) // prettier-ignore
  return Array.from({ length: runs }, (_, run) => {
    const numbers = new Map<number, number>()
    return rows.map(row => {
      const label = row?.[run]
      if (label === undefined) return -1
      if (!numbers.has(label)) numbers.set(label, numbers.size)
      return numbers.get(label)!
    })
  })
}
