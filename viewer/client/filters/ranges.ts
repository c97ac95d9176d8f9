import { numberColumn } from '../model/model.ts'
import { columnTitle } from './column-title.ts'
import type { Filter } from './filter.ts'

export interface Range {
  readonly least: number
  readonly most: number
}

/** Number column → values kept, both ends included. A site without a value is left out. */
export type Ranges = Readonly<Record<string, Range>>

/** Sites whose measures lie between two values; columns that the corpus lacks leave nothing out. */
export const ranges: Filter<Ranges> = {
  none: {},
  isOn: value => Object.keys(value).length > 0,
  write: value => Object.entries(value).map(([name, { least, most }]) => [`r.${name}`, `${least}..${most}`]),
  read: (parts, isKnown) => {
    const value: Record<string, Range> = {}
    for (const [name, text] of parts) {
      const range = name.startsWith('r.') && isKnown(name.slice(2)) ? rangeOf(text) : null
      if (range) value[name.slice(2)] = range
    }
    return value
  },
  keepsSite: (value, model) => {
    const each = Object.entries(value).map(([name, { least, most }]) => {
      const values = numberColumn(model, name)?.values
      return (site: number): boolean =>
        values === undefined || (values[site] != null && values[site] >= least && values[site] <= most)
    })
    return site => each.every(keeps => keeps(site))
  },
  chips: (value, model, speech) =>
    Object.entries(value).map(([name, { least, most }]) => ({
      text: `${columnTitle(model, name, speech)}${speech.words.colon} ${speech.words.range(speech.number(least), speech.number(most))}`,
      without: keepRange(value, name, null),
    })),
}

export function keepRange(value: Ranges, column: string, range: Range | null): Ranges {
  const { [column]: _old, ...rest } = value
  return range === null ? rest : { ...rest, [column]: range }
}

function rangeOf(text: string): Range | null {
  const [least, most, ...rest] = text.split('..').map(Number)
  return rest.length === 0 && Number.isFinite(least) && Number.isFinite(most) ? { least: least!, most: most! } : null
}
