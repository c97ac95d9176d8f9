import { useState } from 'react'
import type { TimelineData } from '#viewer/protocol/map.ts'
import { TwoHandles } from '#viewer/client/parts/two-handles.tsx'
import { dateName, isOneDay } from '#viewer/client/words/layer-name.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface Dates {
  /** 'YYYY-MM', or a day; empty: no bound. */
  readonly since: string
  readonly until: string
}

interface DateSliderProps extends Dates {
  readonly timeline: TimelineData
  readonly onChange: (dates: Dates) => void
}

/** A stretch of the slider: a month, or a year with all its months. */
interface Step {
  readonly since: string
  readonly until: string
  readonly links: number
}

/**
 * Two handles over the months, or the years, in which the citing pages were published, with their hyperlinks as bars. A bound that is a day, which an
 * address may ask for, stands until its handle is moved.
 */
export function DateSlider({ timeline, since, until, onChange }: DateSliderProps) {
  const { speech } = useWorkbench()
  const { words, count, month } = speech
  const [isByYear, setByYear] = useState(false)
  const steps = isByYear ? yearsOf(monthsOf(timeline)) : monthsOf(timeline)
  const last = steps.length - 1
  const bounds = {
    from: Math.max(
      0,
      steps.findIndex(step => step.until >= monthOf(since)),
    ),
    to:
      until === ''
        ? last
        : Math.max(
            0,
            steps.findLastIndex(step => step.since <= until),
          ),
  }
  if (steps.length < 2 && !isByYear) return <p className="hint">{words.noDates}</p>
  const dated = timeline.months.reduce((sum, { links }) => sum + links, 0)
  const keptOf = (at: number, part: 'from' | 'to'): string | null => {
    const bound = part === 'from' ? since : until
    return isOneDay(bound) && at === bounds[part] ? bound : null
  }
  const nameOf = (at: number, part: 'from' | 'to'): string => {
    const day = keptOf(at, part)
    if (day !== null) return dateName(day, speech)
    return isByYear ? steps[at]!.since.slice(0, 4) : month(steps[at]![part === 'from' ? 'since' : 'until'])
  }
  const most = Math.max(1, ...steps.map(({ links }) => links))
  return (
    <div className="dates">
      <TwoHandles
        bars={steps.map(({ links }) => links / most)}
        bounds={bounds}
        handleTitles={{ from: `${words.filterDates}, ${words.since}`, to: `${words.filterDates}, ${words.until}` }}
        nameOf={nameOf}
        onChange={({ from, to }) =>
          onChange({
            since: keptOf(from, 'from') ?? (from === 0 ? '' : steps[from]!.since),
            until: keptOf(to, 'to') ?? (to === last ? '' : steps[to]!.until),
          })
        }
      />
      <label className="hint">
        <input type="checkbox" checked={isByYear} onChange={event => setByYear(event.target.checked)} />{' '}
        {words.datesByYear}
      </label>
      <p className="hint">{words.datesOf(count(dated), count(timeline.undated))}</p>
      <p className="hint">{words.datedPages(count(timeline.pages.dated), count(timeline.pages.read))}</p>
    </div>
  )
}

const monthOf = (date: string): string => date.slice(0, 'YYYY-MM'.length)

/** The months as steps, in their order. */
function monthsOf(timeline: TimelineData): Step[] {
  const links = new Map(timeline.months.map(one => [one.month, one.links]))
  return everyMonth(timeline).map(month => ({ since: month, until: month, links: links.get(month) ?? 0 }))
}

/** The years that months make, the first and the last of them whole. */
const yearsOf = (months: readonly Step[]): Step[] =>
  [...Map.groupBy(months, ({ since }) => since.slice(0, 4))].map(([year, own]) => ({
    since: `${year}-01`,
    until: `${year}-12`,
    links: own.reduce((sum, { links }) => sum + links, 0),
  }))

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
