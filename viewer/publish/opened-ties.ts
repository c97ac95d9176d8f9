import { languages } from '#data/vocabulary/languages.ts'
import { storyParts } from '#data/vocabulary/story-text.ts'
import type { MapData } from '../protocol/map.ts'
import type { StoryData } from '../protocol/stories.ts'

/** Ties of cells and sites together: a page that holds the hyperlinks of more opens slowly on a phone. */
const mostOfParts = 400

export interface OpenedTies {
  /** Pairs of ids, as pairOf has them. */
  readonly pairs: ReadonlySet<string>
  /** Ties of cells and sites that were too many. */
  readonly leftOut: number
}

export const pairOf = (source: string, target: string): string => `${source} ${target}`

/** Addresses of the views that stories show or lead to. */
export const viewsOf = (stories: readonly StoryData[]): string[] =>
  stories.flatMap(({ story }) =>
    story.steps.flatMap(({ view, text }) => [
      view,
      ...languages.flatMap(language => storyParts(text[language]).flatMap(({ address = [] }) => address)),
    ]),
  )

/**
 * The ties of the map whose hyperlinks a reader of these stories comes to: those that are quoted or opened, and, where a number leads to a
 * cell of the matrix or to a site, those that it counts.
 */
export function openedTies(map: MapData, stories: readonly StoryData[]): OpenedTies {
  const views = viewsOf(stories).map(view => new URLSearchParams(view))
  const pairs = new Set([
    ...stories.flatMap(({ story }) =>
      story.steps.flatMap(({ quotes }) => quotes.map(({ source, target }) => pairOf(source, target))),
    ),
    ...views.map(view => pairOf(view.get('from') ?? '', view.get('to') ?? '')),
  ])
  const counts = views.flatMap(view => [ofCell(map, view), ofSite(map, view)]).filter(isOfPart => isOfPart !== null)
  const { ids, ties } = map
  const nameOf = (tie: number): string => pairOf(ids[ties.source[tie]!]!, ids[ties.target[tie]!]!)
  const counted = [...ties.source.keys()].filter(tie => !pairs.has(nameOf(tie)) && counts.some(isOf => isOf(tie)))
  for (const tie of counted.slice(0, mostOfParts)) pairs.add(nameOf(tie))
  return { pairs, leftOut: Math.max(0, counted.length - mostOfParts) }
}

type IsOfPart = (tie: number) => boolean

/** From the sites of one category to those of another; the first value of a site with several, empty: not known. */
function ofCell({ columns, ties }: MapData, view: URLSearchParams): IsOfPart | null {
  const column = columns.find(({ name }) => name === view.get('cell'))
  if (column?.kind !== 'category') return null
  const valueOf = (site: number): string => column.categories[column.values[site] ?? -1]?.value ?? ''
  const [row, col] = [view.get('row') ?? '', view.get('col') ?? '']
  return tie => valueOf(ties.source[tie]!) === row && valueOf(ties.target[tie]!) === col
}

function ofSite({ ids, ties }: MapData, view: URLSearchParams): IsOfPart | null {
  const site = ids.indexOf(view.get('site') ?? '')
  return site === -1 ? null : tie => ties.source[tie] === site || ties.target[tie] === site
}
