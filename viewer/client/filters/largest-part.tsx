import { connectedParts } from '../model/connected-parts.ts'
import type { Filter, FormProps } from './filter.ts'

/** Only the largest of the parts that no tie joins to another, of all ties of the map: other filters change nothing of it. */
export const largestPart: Filter<boolean> = {
  none: false,
  isOn: value => value,
  write: value => (value ? [['part', '1']] : []),
  read: parts => parts.get('part') === '1',
  keepsSite: (_, model) => {
    const parts = connectedParts(model)
    return site => parts[site] === 0
  },
  chips: (value, _, { words }) => (value ? [{ text: words.largestPart, without: false }] : []),
  control: { title: words => words.filterPart, Form },
}

function Form({ value, step, model, speech }: FormProps<boolean>) {
  const parts = connectedParts(model)
  const sites = parts.reduce((sum, part) => sum + (part === 0 ? 1 : 0), 0)
  return (
    <label className="hint">
      <input type="checkbox" checked={value} onChange={event => step(event.target.checked)} />{' '}
      {speech.words.largestPartOf(speech.words.sites(sites), speech.count(new Set(parts).size))}
    </label>
  )
}
