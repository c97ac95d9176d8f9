import { Mistake } from '#data/mistake.ts'
import type { AnalysisFacts, MapColumn, MapData } from '../protocol/map.ts'

/**
 * The map with the columns named; tags by their category's name. Null: all, but with pseudonyms no tags, since a tag may
 * give a site away, as may the set of tools that it uses. @throws Mistake for a name that is none.
 */
export function chooseColumns(map: MapData, names: readonly string[] | null, isPseudonymous: boolean): MapData {
  if (names === null) return { ...map, columns: map.columns.filter(column => !isPseudonymous || !mayTell(column)) }
  const shortName = ({ name, origin }: MapColumn): string =>
    origin === 'tag' ? name.replace(/^(?:tag|number):/, '') : name
  const stranger = names.find(name => !map.columns.some(column => shortName(column) === name))
  if (stranger !== undefined)
    throw new Mistake(`--columns: '${stranger}' found, expected some of ${map.columns.map(shortName).join(', ')}`)
  const columns = map.columns.filter(column => names.includes(shortName(column)))
  return { ...map, columns, analysis: map.analysis && withoutHidden(map.analysis, name => columns.some(column => column.name === name)) } // prettier-ignore
}

/** What an analysis says of single sites goes with the column that it is made of. */
function withoutHidden(analysis: AnalysisFacts, has: (column: string) => boolean): AnalysisFacts {
  const communities = has('community') ? analysis.communities : []
  return {
    ...analysis,
    communities: communities.map(profile => ({
      ...profile,
      ...(!has('country') && { countries: [], mix: null, carriers: [] }),
      ...(!has('kind') && { kinds: [] }),
    })),
    brokers: has('country') ? analysis.brokers : [],
  }
}

/** Whoever looks the sites up finds the one that has such a set of these. */
const mayTell = ({ name, origin }: MapColumn): boolean => origin === 'tag' || name === 'tool' || name === 'tool_country'
