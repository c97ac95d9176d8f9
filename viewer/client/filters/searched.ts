import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Model } from '../model/model.ts'
import type { Filter } from './filter.ts'

const folded = new WeakMap<Model, readonly string[]>()

/**
 * What of each site words are looked for in: its name, its address, the values of its categories, all of several, and the name that a person gave its community. Made
 * once a model.
 */
function textsOf(model: Model): readonly string[] {
  let texts = folded.get(model)
  if (texts === undefined) folded.set(model, (texts = gatherTexts(model).map(foldText)))
  return texts
}

function gatherTexts({ data, siteCount }: Model): string[] {
  // A proposed name is made of names of some sites: whoever looks for one of these does not mean all the others.
  const given = new Map((data.analysis?.communities ?? []).flatMap(one => (one.given ? [[String(one.number), one.name] as const] : []))) // prettier-ignore
  const texts = Array.from({ length: siteCount }, (_, site) => `${data.labels[site]} ${data.ids[site]}`)
  for (const column of data.columns) {
    if (column.kind !== 'category') continue
    const add = (site: number, category: number): void => {
      const value = column.categories[category]?.value ?? ''
      if (value !== '') texts[site] += ` ${value}`
      if (column.name === 'community' && given.has(value)) texts[site] += ` ${given.get(value)}`
    }
    for (const [site, category] of column.values.entries()) add(site, category)
    for (const [site, category] of column.more) add(site, category)
  }
  return texts
}

/** Only sites that bear all the words; set here or above the table. */
export const searched: Filter<string> = {
  none: '',
  isOn: value => value.trim() !== '',
  write: value => (value.trim() === '' ? [] : [['q', value]]),
  read: parts => (parts.get('q') ?? '').slice(0, 200),
  keepsSite: (value, model) => {
    const wanted = foldText(value).split(/\s+/).filter(word => word !== '') // prettier-ignore
    const texts = textsOf(model)
    return site => wanted.every(word => texts[site]!.includes(word))
  },
  chips: (value, _model, { words }) =>
    value.trim() === '' ? [] : [{ text: words.withWords(value.trim()), without: '' }],
}
