import type { FormProps } from './filter.ts'

/** The words that sites must bear. */
export function SearchedForm({ value, step, change, speech }: FormProps<string>) {
  return (
    <p className="bounds">
      <input
        type="search"
        className="words-field"
        aria-label={speech.words.filterWords}
        placeholder={speech.words.tableSearch}
        value={value}
        onChange={event => {
          // One step for a search, however many letters: Undo takes it back whole.
          const show = value === '' ? step : change
          show(event.target.value)
        }}
      />
    </p>
  )
}
