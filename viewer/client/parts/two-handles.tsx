import { useState } from 'react'

/** Places of steps, both within. */
interface HandlePlaces {
  readonly from: number
  readonly to: number
}

interface TwoHandlesProps {
  /** How high each step's bar is, 0 to 1. */
  readonly bars: readonly number[]
  readonly bounds: HandlePlaces
  /** What the slider is of; empty: it is told elsewhere. */
  readonly barsTitle?: string
  readonly handleTitles: Readonly<Record<keyof HandlePlaces, string>>
  /** What a handle at this step says. */
  readonly nameOf: (step: number, part: keyof HandlePlaces) => string
  /** When a handle is let go. */
  readonly onChange: (places: HandlePlaces) => void
}

/** Two handles under bars: what lies before the one and behind the other is left out. */
export function TwoHandles({ bars, bounds, barsTitle = '', handleTitles, nameOf, onChange }: TwoHandlesProps) {
  const [drag, setDrag] = useState<HandlePlaces | null>(null)
  const { from, to } = drag ?? bounds
  const commit = (): void => {
    if (drag === null) return
    setDrag(null)
    onChange(drag)
  }
  const handle = (part: keyof HandlePlaces, value: number) => (
    <input
      type="range"
      aria-label={handleTitles[part]}
      aria-valuetext={nameOf(value, part)}
      min={0}
      max={bars.length - 1}
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
    <>
      <Bars {...{ bars, from, to, title: barsTitle }} />
      <div className="dates-handles">
        {handle('from', from)}
        {handle('to', to)}
      </div>
      <p className="dates-text">
        <span>{nameOf(from, 'from')}</span>
        <span>{nameOf(to, 'to')}</span>
      </p>
    </>
  )
}

const top = 40

function Bars({ bars, from, to, title }: HandlePlaces & { readonly bars: readonly number[]; readonly title: string }) {
  const named = title === '' ? ({ 'aria-hidden': true, focusable: false } as const) : ({ role: 'img' } as const)
  return (
    <svg className="dates-bars" viewBox={`0 0 ${bars.length} ${top}`} preserveAspectRatio="none" {...named}>
      {title !== '' && <title>{title}</title>}
      {bars.map((height, at) => (
        <rect
          key={at}
          x={at}
          y={top - height * top}
          width="0.86"
          height={height * top}
          className={at >= from && at <= to ? 'bar-in' : 'bar-out'}
        />
      ))}
    </svg>
  )
}
