import type { SiteEdge } from '#data/records.ts'
import { type Zone, zones } from '#data/vocabulary/zones.ts'
import { type Num, num, rowsOf } from './num.ts'
import type { Study } from './study.ts'

/** What the network would be if only the hyperlinks of one zone counted. */
export interface ZoneRow {
  readonly zone: Zone
  readonly links: Num
  /** Edges with a hyperlink there, and those without any elsewhere. */
  readonly edges: Num
  readonly only: Num
  /** Of the edges there between sites of known country: those that cross a border. */
  readonly abroad: Num | null
}

/** Zones with hyperlinks, in the order of CONTRACT.md. Empty when no edge has a hyperlink. */
export function describeZones({ site, nodes }: Study): ZoneRow[] {
  const countries = ({ source, target }: SiteEdge): readonly [string, string] => [
    nodes.get(source)?.country ?? '',
    nodes.get(target)?.country ?? '',
  ]
  return zones.flatMap((zone): ZoneRow[] => {
    const column = `links_${zone}`
    const there = site.edges.filter(({ linksByZone }) => linksByZone[zone] > 0)
    if (there.length === 0) return []
    const known = there.map(countries).filter(([from, to]) => from !== '' && to !== '')
    const where = { [column]: '>0' }
    const bothKnown = { ...where, 'source/country': '≠', 'target/country': '≠' }
    return [
      {
        zone,
        links: num(
          there.reduce((sum, edge) => sum + edge.linksByZone[zone], 0),
          { table: 'edges.csv', take: `sum:${column}` },
        ),
        edges: rowsOf('edges.csv', there.length, where),
        only: rowsOf('edges.csv', there.filter(edge => edge.linksByZone[zone] === edge.links).length, {
          ...where,
          links: `=${column}`,
        }),
        abroad:
          known.length === 0
            ? null
            : num(known.filter(([from, to]) => from !== to).length / known.length, {
                table: 'edges.csv',
                where: { ...bothKnown, 'target/country': '≠source/country' },
                take: 'rows',
                among: bothKnown,
              }),
      },
    ]
  })
}
