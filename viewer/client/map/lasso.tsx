import { useEffect, useRef, useState } from 'react'
import type { AnyStage } from '../draw/any-stage.ts'
import type { MapPlace } from '../draw/stage-events.ts'
import { isInside } from '../model/inside.ts'
import { nothing } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'

interface LassoProps {
  readonly stage: React.RefObject<AnyStage | null>
  readonly onDone: () => void
}

/** Pixels between two points of the outline. */
const leastStep = 3

/** Over the map while the lasso is on: an outline drawn by hand selects the sites within; with Shift it adds to those selected. */
export function Lasso({ stage, onDone }: LassoProps) {
  const { model, shown, view, select } = useWorkbench()
  const outline = useRef<MapPlace[]>([])
  const [drawn, setDrawn] = useState('')
  const sheet = useRef<SVGSVGElement>(null)
  useEffect(() => {
    // The map hears a mouse wherever it is, and would point at what lies beneath.
    const keep = (event: MouseEvent): void => event.stopPropagation()
    const own = sheet.current
    own?.addEventListener('mousemove', keep)
    return () => own?.removeEventListener('mousemove', keep)
  }, [])
  const placeOf = (event: React.PointerEvent): MapPlace => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const go = (place: MapPlace): void => {
    const last = outline.current.at(-1)
    if (last && Math.hypot(place.x - last.x, place.y - last.y) < leastStep) return
    outline.current.push(place)
    setDrawn(outline.current.map(({ x, y }) => `${x},${y}`).join(' '))
  }
  const close = (adds: boolean): void => {
    const places = stage.current?.places() ?? []
    const within = model.data.ids.filter(
      (_, site) =>
        shown.sites[site] === 1 && isInside({ x: places[site * 2]!, y: places[site * 2 + 1]! }, outline.current),
    )
    outline.current = []
    setDrawn('')
    const { selection } = view
    const before = selection.kind === 'sites' ? selection.ids : selection.kind === 'site' ? [selection.id] : []
    const ids = adds ? [...new Set([...before, ...within])] : within
    select(ids.length === 0 ? nothing : ids.length === 1 ? { kind: 'site', id: ids[0]! } : { kind: 'sites', ids })
    onDone()
  }
  return (
    <svg
      ref={sheet}
      className="lasso"
      aria-hidden="true"
      onPointerDown={event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        outline.current = []
        go(placeOf(event))
      }}
      onPointerMove={event => outline.current.length > 0 && go(placeOf(event))}
      onPointerUp={event => outline.current.length > 0 && close(event.shiftKey)}
      onPointerCancel={onDone}
    >
      <polygon points={drawn} />
    </svg>
  )
}
