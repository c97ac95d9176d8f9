import { connectedParts } from '../model/connected-parts.ts'
import type { FormProps } from './filter.ts'

/** Whether only the largest part is shown, and how large it is. */
export function LargestPartForm({ value, step, model, speech }: FormProps<boolean>) {
  const parts = connectedParts(model)
  const sites = parts.reduce((sum, part) => sum + (part === 0 ? 1 : 0), 0)
  return (
    <label className="hint">
      <input type="checkbox" checked={value} onChange={event => step(event.target.checked)} />{' '}
      {speech.words.largestPartOf(speech.words.sites(sites), speech.count(new Set(parts).size))}
    </label>
  )
}
