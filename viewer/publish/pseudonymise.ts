import type { Column, MapData } from '../protocol.ts'

/**
 * The map with 'Site 1', 'Site 2' … for names, addresses and ids, numbered by the number of sites that cite them, so that the
 * numbers say no more than the sizes do. Community names and the corpus's title go too: they are made of names.
 */
export function pseudonymise(map: MapData): MapData {
  const cited = map.ids.map(() => 0)
  for (const target of map.ties.target) cited[target]! += 1
  const order = map.ids.map((_, site) => site).sort((a, b) => cited[b]! - cited[a]! || map.x[a]! - map.x[b]!)
  const place = new Map(order.map((site, rank) => [site, rank]))
  const moved = <Value>(values: readonly Value[]): Value[] => order.map(site => values[site]!)
  return {
    corpus: { ...map.corpus, file: '', title: '', crawl: map.corpus.crawl && { ...map.corpus.crawl, userAgent: '' } },
    analysis: map.analysis && { ...map.analysis, communities: [], brokers: [] },
    ids: order.map((_, rank) => `site-${rank + 1}`),
    labels: order.map((_, rank) => `Site ${rank + 1}`),
    x: moved(map.x),
    y: moved(map.y),
    columns: map.columns.map(column => movedColumn(column, moved, place)),
    ties: {
      ...map.ties,
      source: map.ties.source.map(site => place.get(site)!),
      target: map.ties.target.map(site => place.get(site)!),
    },
  }
}

function movedColumn(
  column: Column,
  moved: <Value>(values: readonly Value[]) => Value[],
  place: ReadonlyMap<number, number>,
): Column {
  if (column.kind === 'number') return { ...column, values: moved(column.values) }
  return {
    ...column,
    categories: column.categories.map(category => ({ ...category, label: '' })),
    values: moved(column.values),
    more: column.more.map(([site, category]) => [place.get(site)!, category] as const),
  }
}
