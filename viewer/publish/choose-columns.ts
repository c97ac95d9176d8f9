import { Mistake } from '#data/mistake.ts'
import type { MapColumn, MapData } from '../protocol/map.ts'

/**
 * The map with the columns named; tags by their category's name. Null: all, but with pseudonyms no tags, since a tag may
 * give a site away. @throws Mistake for a name that is none.
 */
export function chooseColumns(map: MapData, names: readonly string[] | null, isPseudonymous: boolean): MapData {
  if (names === null)
    return { ...map, columns: map.columns.filter(({ origin }) => !isPseudonymous || origin !== 'tag') }
  const shortName = ({ name, origin }: MapColumn): string =>
    origin === 'tag' ? name.replace(/^(?:tag|number):/, '') : name
  const stranger = names.find(name => !map.columns.some(column => shortName(column) === name))
  if (stranger !== undefined)
    throw new Mistake(`--columns: '${stranger}' found, expected some of ${map.columns.map(shortName).join(', ')}`)
  return { ...map, columns: map.columns.filter(column => names.includes(shortName(column))) }
}
