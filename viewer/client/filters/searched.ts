import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Model } from '../model/model.ts'
import type { Filter } from './filter.ts'

const folded = new WeakMap<Model, readonly string[]>()

/** What of each site words are looked for in: its name, its address, and the values of its categories. Made once a model. */
function textsOf(model: Model): readonly string[] {
  let texts = folded.get(model)
  if (texts === undefined) {
    const categories = model.data.columns.filter(column => column.kind === 'category')
    const textOf = (site: number): string =>
      foldText(
        [
          model.data.labels[site],
          model.data.ids[site],
          ...categories.map(({ categories: known, values }) => known[values[site] ?? -1]?.value),
        ].join(' '),
      )
    folded.set(model, (texts = Array.from({ length: model.siteCount }, (_, site) => textOf(site))))
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
