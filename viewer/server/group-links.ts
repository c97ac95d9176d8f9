import type { Context } from 'hono'
import { zones as allZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import {
  countByZone,
  linksOfGroup,
  linksOfGroupOn,
  pagesOfGroup,
  templatesOfGroup,
  type LinkGroup,
} from '#data/store/evidence/group-evidence.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { linkTable } from '#graph/exchange/model/evidence-fields.ts'
import type { LinksData } from '../protocol/evidence.ts'
import type { MapData } from '../protocol/map.ts'
import { withCopies } from './archive/with-copies.ts'
import { shownOf } from './answers.ts'
import { sourcePage, toEvidence } from './group-evidence.ts'

const mostTemplates = 100

/** The group that a query names: all links to a site, all from one, or those from one category to another; or null. */
export function groupOfQuery(query: Readonly<Record<string, string>>, map: MapData): LinkGroup | null {
  const { to, from, column: name, row, col } = query
  if (to) return { sources: null, targets: [to] }
  if (from) return { sources: [from], targets: null }
  const column = map.columns.find(one => one.name === name)
  if (column?.kind !== 'category' || row === undefined || col === undefined) return null
  const sitesOf = (value: string): string[] => {
    const category = column.categories.findIndex(one => one.value === value)
    if (category === -1 && value !== '') return []
    return map.ids.filter((_, site) => column.values[site] === category)
  }
  return { sources: sitesOf(row), targets: sitesOf(col) }
}

/** The hyperlinks of a group for reading: by source page, the latest published first; those of templates once. */
export function readLinks(corpus: Corpus, group: LinkGroup, zones: readonly Zone[], limit: number): LinksData {
  const counts = countByZone(corpus, group)
  const pages = pagesOfGroup(corpus, group, zones)
  const links = linksOfGroupOn(corpus, group, pages.slice(0, limit), zones)
  const byZone = allZones.flatMap(zone => counts.filter(count => count.zone === zone))
  return {
    byZone: byZone.map(({ zone, links: count }) => [zone, count] as const),
    total: byZone.reduce((sum, { links: count }) => sum + count, 0),
    // An address that had two owners is a page of each.
    pages: [...Map.groupBy(links, ({ source, sourceUrl }) => `${source} ${sourceUrl}`).values()]
      .map(ofPage => ({
        ...sourcePage(ofPage[0]!.sourceUrl, ofPage),
        ...(ofSeveral(group.sources) && { source: ofPage[0]!.source }),
        links: ofPage.map(link => ({ ...toEvidence(link), ...(ofSeveral(group.targets) && { target: link.target }) })),
      }))
      .sort((a, b) => compare(b.published, a.published) || compare(a.url, b.url)),
    pagesTotal: pages.length,
    offset: 0,
    templates: templatesOfGroup(corpus, group, zones, mostTemplates).map(link => ({
      ...toEvidence(link),
      ...(ofSeveral(group.sources) && { source: link.source }),
      ...(ofSeveral(group.targets) && { target: link.target }),
      pageCount: link.pages,
      samples: [{ url: link.sourceUrl, title: link.pageTitle }],
    })),
  }
}

/** One site needs no name beside each of its hyperlinks. */
const ofSeveral = (ids: readonly string[] | null): boolean => ids?.length !== 1

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function answerLinks(context: Context, corpus: Corpus, map: MapData): Response {
  const asked = question(context, map)
  if ('error' in asked) return context.json(asked, 400)
  const limit = Math.min(1000, Number(context.req.query('limit')) || 20)
  const links = readLinks(corpus, asked.group, asked.zones, limit)
  const [only] = ofSeveral(asked.group.sources) ? [] : asked.group.sources!
  return context.json(withCopies(corpus, links, only) satisfies LinksData)
}

/** The same as links.csv has them. */
export function answerLinksTable(context: Context, corpus: Corpus, map: MapData): Response {
  const asked = question(context, map)
  if ('error' in asked) return context.json(asked, 400)
  const links = linksOfGroup(corpus, asked.group, asked.zones)
  return context.body([...csvTable(linkTable, links)].join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="links.csv"',
  })
}

function question(
  context: Context,
  map: MapData,
): { readonly group: LinkGroup; readonly zones: readonly Zone[] } | { readonly error: string } {
  const group = groupOfQuery(context.req.query(), map)
  const zone = context.req.query('zone')
  if (group === null) return { error: 'no-such-group' }
  if (zone !== undefined && !allZones.some(one => one === zone)) return { error: 'no-such-zone' }
  return { group: { ...group, ...shownOf(context, map) }, zones: zone === undefined ? allZones : [zone as Zone] }
}
