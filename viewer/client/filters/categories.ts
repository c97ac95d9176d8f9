import { categoryColumn } from '../model/model.ts'
import { columnTitle } from './column-title.ts'
import type { Filter } from './filter.ts'

/** Column → values kept; '' stands for "not known". A site with several values needs one of them. */
export type Categories = Readonly<Record<string, readonly string[]>>

/** Sites of some categories only; columns that the corpus lacks leave nothing out. */
export const categories: Filter<Categories> = {
  none: {},
  isOn: value => Object.keys(value).length > 0,
  write: value => Object.entries(value).flatMap(([name, kept]) => kept.map(one => [`f.${name}`, one] as const)),
  read: (parts, isKnown) => {
    const value: Record<string, string[]> = {}
    for (const [name, kept] of parts) {
      const column = name.slice(2)
      if (name.startsWith('f.') && isKnown(column)) value[column] = [...(value[column] ?? []), kept]
    }
    return value
  },
  keepsSite: (value, model) => {
    const each = Object.entries(value).map(([name, kept]) => {
      const column = categoryColumn(model, name)
      if (!column) return () => true
      const places = kept.map(one => column.categories.findIndex(category => category.value === one))
      // By category and one: "not known" is -1.
      const wanted = new Uint8Array(column.categories.length + 1)
      for (const place of places) if (place !== -1 || kept.includes('')) wanted[place + 1] = 1
      const several = new Set(column.more.filter(([, category]) => wanted[category + 1] === 1).map(([site]) => site))
      return (site: number) => wanted[column.values[site]! + 1] === 1 || several.has(site)
    })
    const [first] = each
    return each.length === 1 ? first! : site => each.every(keeps => keeps(site))
  },
  chips: (value, model, speech) =>
    Object.entries(value).map(([name, kept]) => {
      const names = kept.map(one => (one === '' ? speech.words.unknown : speech.category(name, one)))
      return {
        text: `${columnTitle(model, name, speech)}${speech.words.colon} ${names.join(', ')}`,
        without: keepCategories(value, name, []),
      }
    }),
}

/** Keeps these values of a column; a column of which nothing is kept is no filter. */
export function keepCategories(value: Categories, column: string, kept: readonly string[]): Categories {
  const { [column]: _old, ...rest } = value
  return kept.length === 0 ? rest : { ...rest, [column]: kept }
}

/** Keeps one value of a column as well, or no longer. */
export function toggleCategory(value: Categories, column: string, one: string): Categories {
  const kept = value[column] ?? []
  return keepCategories(value, column, kept.includes(one) ? kept.filter(other => other !== one) : [...kept, one])
}
