import type { EntityData, Neighbour } from '../protocol/entity.ts'
import type { EvidenceData } from '../protocol/evidence.ts'
import type { MapData } from '../protocol/map.ts'
import { communityInPage, whyInPage } from '#viewer/explained/explained-answer.ts'
import { answerKey, type PublishedData } from '../protocol/published.ts'
import type { StoriesData } from '../protocol/stories.ts'

const block = document.getElementById('toile-data')

/** The data of a page that was published as a file; null: a server answers. */
export const published: PublishedData | null =
  block === null ? null : (JSON.parse(block.textContent ?? '') as PublishedData)

/** Answers as the server would, from what the page holds; undefined: the page does not hold it. */
export function answerFromPage(data: PublishedData, address: string): unknown {
  const { map, stories = [], answers = {} } = data
  const { pathname, searchParams } = new URL(address, 'http://page.invalid/')
  const said = (name: string): string => searchParams.get(name) ?? ''
  switch (pathname) {
    case '/api/map':
      return map
    case '/api/entity':
      return entityOf(map, said('id'))
    case '/api/evidence':
      return evidenceOf(data, said('source'), said('target'), said('zone'))
    case '/api/why':
      return whyInPage(data, said('one'), said('other'))
    case '/api/community':
      return communityInPage(data, said('of'))
    case '/api/stories':
      return { stories } satisfies StoriesData
    default:
      return answers[answerKey(pathname, searchParams)]
  }
}

/** A site as the map knows it: its columns, and its ties on the map. */
function entityOf(map: MapData, id: string): EntityData | undefined {
  const site = map.ids.indexOf(id)
  if (site === -1) return undefined
  const value = (name: string): string => {
    const column = map.columns.find(one => one.name === name)
    return column?.kind === 'category' ? (column.categories[column.values[site]!]?.value ?? '') : ''
  }
  const pages = map.columns.find(({ name }) => name === 'pages_fetched')
  const ties = [...map.ties.source.keys()]
  const neighbour = (tie: number, other: number): Neighbour => ({
    id: map.ids[other]!,
    label: map.labels[other]!,
    country: '',
    status: 'IN',
    pages: map.ties.pages[tie]!,
    links: map.ties.links[tie]!,
  })
  const heaviest = (list: Neighbour[]): Neighbour[] => list.sort((a, b) => b.pages - a.pages || b.links - a.links)
  const citedBy = heaviest(
    ties.filter(tie => map.ties.target[tie] === site).map(tie => neighbour(tie, map.ties.source[tie]!)),
  )
  const cites = heaviest(
    ties.filter(tie => map.ties.source[tie] === site).map(tie => neighbour(tie, map.ties.target[tie]!)),
  )
  return {
    id,
    label: map.labels[site]!,
    homepage: '',
    country: value('country'),
    entityKind: value('kind'),
    status: (value('status') || 'IN') as EntityData['status'],
    source: '',
    note: '',
    prefixes: [],
    prefixDates: {},
    pinned: false,
    tags: map.columns.flatMap(column =>
      column.origin === 'tag' && value(column.name) !== '' ? [[column.name.slice(4), value(column.name)] as const] : [],
    ),
    pages: {
      fetched: (pages?.kind === 'number' ? pages.values[site] : null) ?? 0,
      redirected: 0,
      failed: 0,
      excluded: 0,
      pending: 0,
    },
    causes: [],
    firstVisit: null,
    lastVisit: null,
    citedBy,
    citedByTotal: citedBy.length,
    cites,
    citesTotal: cites.length,
  }
}

function evidenceOf(
  { map, evidence, quoted = {} }: PublishedData,
  source: string,
  target: string,
  zone: string,
): EvidenceData | undefined {
  const [from, to] = [map.ids.indexOf(source), map.ids.indexOf(target)]
  const tie = map.ties.source.findIndex((one, index) => one === from && map.ties.target[index] === to)
  const data = evidence === null ? quoted[`${source} ${target}`] : evidence[tie]
  if (!data || zone === '') return data
  const pages = data.pages
    .map(page => ({ ...page, links: page.links.filter(link => link.zone === zone) }))
    .filter(page => page.links.length > 0)
  return { ...data, pages, pagesTotal: pages.length, templates: data.templates.filter(link => link.zone === zone) }
}

/** Whether the page can tell what changed from wave to wave: a server can. */
export const tellsChange = published === null || answerKey('/api/flows', []) in (published.answers ?? {})
