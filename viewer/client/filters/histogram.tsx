import { useMemo, useState } from 'react'
import type { Speech } from '../words/format.ts'
import type { Range } from './ranges.ts'

const most = 24

interface HistogramProps {
  /** Known ones. */
  readonly values: readonly number[]
  readonly range: Range
  readonly title: string
  readonly speech: Speech
  readonly onBrush: (range: Range) => void
}

interface Bin extends Range {
  readonly sites: number
}

/** How many sites have which values, and two handles that leave out what lies below or above. Heights are square roots: few sites are seen, too. */
export function Histogram({ values, range, title, speech, onBrush }: HistogramProps) {
  const { words } = speech
  const bins = useMemo(() => binsOf(values), [values])
  const last = bins.length - 1
  const bounds = {
    from: Math.max(
      0,
      bins.findIndex(bin => bin.most >= range.least),
    ),
    to: Math.max(
      0,
      bins.findLastIndex(bin => bin.least <= range.most),
    ),
  }
  const [drag, setDrag] = useState<typeof bounds | null>(null)
  if (last < 1) return null
  const { from, to } = drag ?? bounds
  const commit = (): void => {
    if (drag === null) return
    setDrag(null)
    onBrush({ least: bins[from]!.least, most: bins[to]!.most })
  }
  const handle = (part: 'from' | 'to', value: number) => (
    <input
      type="range"
      aria-label={`${words.histogramOf(title)}, ${part === 'from' ? words.since : words.until}`}
      aria-valuetext={speech.number(part === 'from' ? bins[value]!.least : bins[value]!.most)}
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
  const height = (sites: number): number => 40 * Math.sqrt(sites / Math.max(1, ...bins.map(bin => bin.sites)))
  return (
    <div className="dates">
      <svg className="dates-bars" viewBox={`0 0 ${bins.length} 40`} preserveAspectRatio="none" role="img">
        <title>{words.histogramOf(title)}</title>
        {bins.map((bin, at) => (
          <rect
            key={bin.least}
            x={at}
            y={40 - height(bin.sites)}
            width="0.86"
            height={height(bin.sites)}
            className={at >= from && at <= to ? 'bar-in' : 'bar-out'}
          />
        ))}
      </svg>
      <div className="dates-handles">
        {handle('from', from)}
        {handle('to', to)}
      </div>
    </div>
  )
}

/** Equal stretches from the least to the most; of few whole numbers each has its own. */
export function binsOf(values: readonly number[]): Bin[] {
  const least = values.reduce((low, one) => Math.min(low, one), Infinity)
  const greatest = values.reduce((high, one) => Math.max(high, one), -Infinity)
  if (!(greatest > least)) return []
  const isWhole = values.every(Number.isInteger)
  const width = isWhole ? Math.ceil((greatest - least + 1) / most) : (greatest - least) / most
  const count = isWhole ? Math.floor((greatest - least) / width) + 1 : most
  const sites = Array.from({ length: count }, () => 0)
  for (const value of values) sites[Math.min(count - 1, Math.floor((value - least) / width))]! += 1
  return sites.map((own, at) => {
    const from = least + at * width
    const isLast = at === count - 1
    return { least: from, most: isLast ? greatest : isWhole ? from + width - 1 : from + width, sites: own }
  })
}
