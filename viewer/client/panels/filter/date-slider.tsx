import { useState } from 'react'
import type { TimelineData } from '#viewer/protocol/map.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface Dates {
  /** 'YYYY-MM'; empty: no bound. */
  readonly since: string
  readonly until: string
}

interface DateSliderProps extends Dates {
  readonly timeline: TimelineData
  readonly onChange: (dates: Dates) => void
}

/** Two handles over the months in which the citing pages were published, with their hyperlinks as bars. */
export function DateSlider({ timeline, since, until, onChange }: DateSliderProps) {
  const { words, count, month } = useWorkbench().speech
  const months = everyMonth(timeline)
  const last = months.length - 1
  const bounds = {
    from: Math.max(0, months.indexOf(since)),
    to: until === '' ? last : Math.max(0, months.indexOf(until)),
  }
  const [drag, setDrag] = useState<typeof bounds | null>(null)
  if (months.length < 2) return <p className="hint">{words.noDates}</p>
  const { from, to } = drag ?? bounds
  const dated = timeline.months.reduce((sum, { links }) => sum + links, 0)
  const commit = (): void => {
    if (drag === null) return
    setDrag(null)
    onChange({ since: from === 0 ? '' : months[from]!, until: to === last ? '' : months[to]! })
  }
  const handle = (part: 'from' | 'to', value: number) => (
    <input
      type="range"
      aria-label={`${words.filterDates}, ${part === 'from' ? words.since : words.until}`}
      aria-valuetext={month(months[value]!)}
      min={0}
      max={last}
      value={value}
      onChange={event => {
        const next = Number(event.target.value)
        setDrag(part === 'from' ? { from: Math.min(next, to), to } : { from, to: Math.max(next, from) })
      }}
      onPointerUp={commit}
      onKeyUp={commit}
      onBlur={commit}
    />
  )
  return (
    <div className="dates">
      <MonthBars timeline={timeline} months={months} from={from} to={to} />
      <div className="dates-handles">
        {handle('from', from)}
        {handle('to', to)}
      </div>
      <p className="dates-text">
        <span>{month(months[from]!)}</span>
        <span>{month(months[to]!)}</span>
      </p>
      <p className="hint">{words.datesOf(count(dated), count(timeline.undated))}</p>
    </div>
  )
}

interface MonthBarsProps {
  readonly timeline: TimelineData
  readonly months: readonly string[]
  readonly from: number
  readonly to: number
}

function MonthBars({ timeline, months, from, to }: MonthBarsProps) {
  const links = new Map(timeline.months.map(one => [one.month, one.links]))
  const most = Math.max(1, ...links.values())
  return (
    <svg
      className="dates-bars"
      viewBox={`0 0 ${months.length} 40`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {months.map((month, index) => {
        const height = ((links.get(month) ?? 0) / most) * 40
        return (
          <rect
            key={month}
            x={index}
            y={40 - height}
            width="0.86"
            height={height}
            className={index >= from && index <= to ? 'bar-in' : 'bar-out'}
          />
        )
      })}
    </svg>
  )
}

/** Every month from the first to the last with links, those without any included. Dates far out are a page's mistake. */
function everyMonth({ months }: TimelineData): string[] {
  const likely = months.filter(({ month }) => month >= '1993-01' && month <= '2100-12')
  const [first, last] = [likely[0]?.month, likely.at(-1)?.month]
  const list: string[] = []
  if (first === undefined || last === undefined) return list
  let [year, month] = first.split('-').map(Number) as [number, number]
  for (let text = first; text <= last;) {
    list.push(text)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    text = `${year}-${String(month).padStart(2, '0')}`
  }
  return list
}
