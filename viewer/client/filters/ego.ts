import { within } from '../model/within.ts'
import type { Filter } from './filter.ts'

/** Only what few steps separate from a site, whatever their direction; null: everything. */
export type Ego = { readonly id: string; readonly steps: 1 | 2 } | null

/** The surroundings of a site; set in its panel. A site that is gone leaves nothing out. */
export const ego: Filter<Ego> = {
  none: null,
  isOn: value => value !== null,
  write: value => (value === null ? [] : [['ego', value.id], ['steps', String(value.steps)]]), // prettier-ignore
  read: parts => {
    const id = parts.get('ego')
    return id ? { id, steps: parts.get('steps') === '2' ? 2 : 1 } : null
  },
  keepsSite: (value, model) => {
    const centre = value === null ? undefined : model.indexOf.get(value.id)
    if (value === null || centre === undefined) return () => true
    const near = within(model, centre, value.steps)
    return site => near.has(site)
  },
  chips: (value, model, { words }) =>
    value === null
      ? []
      : [
          {
            text: words.around(model.data.labels[model.indexOf.get(value.id) ?? -1] ?? value.id, value.steps),
            without: null,
          },
        ],
}
