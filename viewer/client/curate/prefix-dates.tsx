import { useState } from 'react'
import { useWorkbench } from '../workbench-context.ts'

interface Dates {
  readonly from: string
  readonly to: string
}

interface PrefixDatesProps {
  readonly prefix: string
  readonly dates: Dates
  readonly onSet: (dates: Dates) => void
}

/** When an address is the entity's: outside these dates its pages and links count for another owner. */
export function PrefixDates({ prefix, dates, onSet }: PrefixDatesProps) {
  const { words } = useWorkbench().speech
  const [from, setFrom] = useState(dates.from)
  const [to, setTo] = useState(dates.to)
  const set = (event: React.FormEvent): void => {
    event.preventDefault()
    onSet({ from, to })
  }
  const isOther = from !== dates.from || to !== dates.to
  const side = (label: string, value: string, change: (text: string) => void) => (
    <input
      aria-label={label}
      title={label}
      placeholder={words.anyDate}
      size={10}
      pattern="\d{4}(-\d\d){0,2}"
      value={value}
      onChange={event => change(event.target.value.trim())}
    />
  )
  return (
    <form className="inline-form" onSubmit={set}>
      {side(words.theirsSince(prefix), from, setFrom)} – {side(words.theirsUntil(prefix), to, setTo)}
      {isOther && (
        <button type="submit" className="plain">
          {words.setDates}
        </button>
      )}
    </form>
  )
}
