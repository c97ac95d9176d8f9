import { noneByZone } from '#data/vocabulary/zones.ts'
import { nodeMeasures } from '#graph/analysis/registry.ts'
import { paletteColour } from '#graph/exchange/model/colours.ts'
import { createRandom } from '#graph/analysis/random.ts'
import type { MapColumn, MapData } from '#viewer/protocol/map.ts'

/** An invented map of any size: sites in rings by community, ties mostly inside, every measure with a value. Seeded. */
export function largeMap(sites: number, ties: number): MapData {
  const random = createRandom('a large map')
  const communities = Math.max(2, Math.round(Math.sqrt(sites) / 3))
  const community = Array.from({ length: sites }, () => random.int(communities))
  const members = Array.from({ length: communities }, (_, one) =>
    community.flatMap((own, site) => (own === one ? [site] : [])),
  )
  const pairs = new Map<string, readonly [number, number]>()
  while (pairs.size < ties) {
    const from = random.int(sites)
    const near = members[community[from]!]!
    const to = random.next() < 0.8 ? near[Math.floor(near.length * random.next() ** 2)]! : random.int(sites)
    if (from !== to) pairs.set(`${from} ${to}`, [from, to])
  }
  const list = [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d)
  const weight = list.map(() => 1 + Math.floor(random.next() ** 4 * 30))
  const place = (site: number): readonly [number, number] => {
    const angle = (community[site]! / communities) * Math.PI * 2
    const [turn, reach] = [random.next() * Math.PI * 2, Math.sqrt(random.next()) * 120]
    return [Math.cos(angle) * 350 + Math.cos(turn) * reach, Math.sin(angle) * 350 + Math.sin(turn) * reach]
  }
  const places = community.map((_, site) => place(site))
  const inDegree = community.map(() => 0)
  for (const [, to] of list) inDegree[to]! += 1
  return {
    corpus: {
      title: 'large', version: 'test', crawl: null, links: ties,
      entities: { IN: sites, OUT: 0, UNDECIDED: 0, DISCOVERED: 0 },
      pages: { fetched: sites, redirected: 0, failed: 0, excluded: 0, pending: 0 },
    },
    analysis: { id: 1, at: 0, version: 'test', options: {}, stale: false, values: [], communities: [], brokers: [] },
    ids: community.map((_, site) => `site-${site}.example`),
    labels: community.map((_, site) => `Site ${site} of the invented network`),
    x: places.map(([x]) => x),
    y: places.map(([, y]) => y),
    wave: null,
    unread: [],
    columns: [...groups(community, communities), ...measures(sites, inDegree, () => random.next())],
    ties: {
      source: list.map(([from]) => from),
      target: list.map(([, to]) => to),
      weight,
      links: weight,
      pages: weight,
      zones: { ...noneByZone, content: weight.reduce((sum, links) => sum + links, 0) },
    },
  } // prettier-ignore
}

function groups(community: readonly number[], communities: number): MapColumn[] {
  const category = (value: string, rank: number, of: readonly number[]) => ({
    value,
    label: '',
    count: of.filter(one => one === rank).length,
    place: rank < 9 ? rank + 1 : 0,
    colour: paletteColour(rank + 1),
  })
  const country = community.map(one => one % 3)
  return [
    {
      kind: 'category', name: 'community', origin: 'analysis', values: community, more: [],
      categories: Array.from({ length: communities }, (_, rank) => category(String(rank + 1), rank, community)),
    },
    {
      kind: 'category', name: 'country', origin: 'corpus', values: country, more: [],
      categories: ['FR', 'US', 'BE'].map((value, rank) => category(value, rank, country)),
    },
  ] // prettier-ignore
}

/** As many as a real analysis stores, with as many digits. */
const measures = (sites: number, inDegree: readonly number[], next: () => number): MapColumn[] =>
  nodeMeasures
    .filter(({ type }) => type !== 'category')
    .map(({ name, type }) => ({
      kind: 'number',
      name,
      origin: 'analysis',
      values:
        name === 'in_degree'
          ? inDegree
          : Array.from({ length: sites }, () => (type === 'integer' ? Math.floor(next() * 20) : next() ** 3)),
    }))
