import { useMemo } from 'react'
import { TwoHandles } from '../parts/two-handles.tsx'
import type { Speech } from '../words/format.ts'
import type { Range } from './ranges.ts'

const mostBins = 24

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
  if (last < 1) return null
  const most = Math.max(1, ...bins.map(bin => bin.sites))
  return (
    <div className="dates">
      <TwoHandles
        bars={bins.map(({ sites }) => Math.sqrt(sites / most))}
        bounds={bounds}
        barsTitle={words.histogramOf(title)}
        handleTitles={{
          from: `${words.histogramOf(title)}, ${words.since}`,
          to: `${words.histogramOf(title)}, ${words.until}`,
        }}
        nameOf={(at, part) => speech.number(part === 'from' ? bins[at]!.least : bins[at]!.most)}
        onChange={({ from, to }) => onBrush({ least: bins[from]!.least, most: bins[to]!.most })}
      />
    </div>
  )
}

/** Equal stretches from the least to the most; of few whole numbers each has its own. */
export function binsOf(values: readonly number[]): Bin[] {
  const least = values.reduce((low, one) => Math.min(low, one), Infinity)
  const greatest = values.reduce((high, one) => Math.max(high, one), -Infinity)
  if (!(greatest > least)) return []
  const isWhole = values.every(Number.isInteger)
  const width = isWhole ? Math.ceil((greatest - least + 1) / mostBins) : (greatest - least) / mostBins
  const count = isWhole ? Math.floor((greatest - least) / width) + 1 : mostBins
  const sites = Array.from({ length: count }, () => 0)
  for (const value of values) sites[Math.min(count - 1, Math.floor((value - least) / width))]! += 1
  return sites.map((own, at) => {
    const from = least + at * width
    const isLast = at === count - 1
    return { least: from, most: isLast ? greatest : isWhole ? from + width - 1 : from + width, sites: own }
  })
}
