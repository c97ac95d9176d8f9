import type { MapColumn, MapData, TieColumns } from '../protocol/map.ts'

/**
 * The map with 'Site 1', 'Site 2' … for names, addresses and ids, numbered by the number of sites that cite them, so that the
 * numbers say no more than the sizes do. Community names and the corpus's title go too: they are made of names; so do the
 * names of waves, and the order of ties, which was that of the names.
 */
export function pseudonymise(map: MapData): MapData {
  const cited = map.ids.map(() => 0)
  for (const target of map.ties.target) cited[target]! += 1
  const order = map.ids.map((_, site) => site).sort((a, b) => cited[b]! - cited[a]! || map.x[a]! - map.x[b]!)
  const place = new Map(order.map((site, rank) => [site, rank]))
  const moved = <Value>(values: readonly Value[]): Value[] => order.map(site => values[site]!)
  return {
    corpus: {
      ...map.corpus,
      title: '',
      crawl: map.corpus.crawl && { ...map.corpus.crawl, waves: [] },
    },
    analysis: map.analysis && {
      ...map.analysis,
      options: optionsOf(map.analysis.options),
      values: map.analysis.values.map(value => ({
        ...value,
        group: value.group.startsWith('country') ? value.group : '',
      })),
      communities: [],
      brokers: [],
    },
    ids: order.map((_, rank) => `${map.ofFile ? 'node' : 'site'}-${rank + 1}`),
    labels: order.map((_, rank) => `${map.ofFile ? 'Node' : 'Site'} ${rank + 1}`),
    x: moved(map.x),
    y: moved(map.y),
    wave: null,
    ...(map.written && { written: map.written }),
    unread: map.unread.map(site => place.get(site)!).sort((a, b) => a - b),
    ...(map.pinned && { pinned: map.pinned.map(site => place.get(site)!).sort((a, b) => a - b) }),
    columns: map.columns.map(column => movedColumn(column, moved, place)),
    ties: movedTies(map.ties, place),
    ...(map.ofFile && { ofFile: true as const }),
    ...(map.undirected && { undirected: true as const }),
  }
}

/** Settings that are numbers or words of ours; not what a file was called. */
const optionsOf = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    ['seed', 'statuses', 'zones', 'weight', 'runs', 'resolution']
      .filter(name => name in options)
      .map(name => [name, options[name]]),
  )

function movedTies(ties: TieColumns, place: ReadonlyMap<number, number>): TieColumns {
  const [source, target] = [ties.source, ties.target].map(ends => ends.map(site => place.get(site)!)) as [
    number[],
    number[],
  ]
  const order = [...source.keys()].sort((a, b) => source[a]! - source[b]! || target[a]! - target[b]!)
  const moved = (values: readonly number[]): number[] => order.map(tie => values[tie]!)
  return {
    source: moved(source),
    target: moved(target),
    weight: moved(ties.weight),
    links: moved(ties.links),
    pages: moved(ties.pages),
    zones: ties.zones,
  }
}

function movedColumn(
  column: MapColumn,
  moved: <Value>(values: readonly Value[]) => Value[],
  place: ReadonlyMap<number, number>,
): MapColumn {
  if (column.kind === 'number') return { ...column, values: moved(column.values) }
  return {
    ...column,
    categories: column.categories.map(category => ({ ...category, label: '' })),
    values: moved(column.values),
    more: column.more.map(([site, category]) => [place.get(site)!, category] as const).sort(([a], [b]) => a - b),
  }
}
