import type { MapPlace } from '../stage-events.ts'

/** What a mouse, a pen or fingers do on a map; places in pixels of the stage. */
export interface HandEvents {
  /** Nothing is pressed; null: the pointer left the map. */
  readonly point: (at: MapPlace | null) => void
  readonly click: (at: MapPlace, more: boolean) => void
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (at: MapPlace, factor: number) => void
  /** Whether what is pressed there can be taken along. */
  readonly take: (at: MapPlace) => boolean
  readonly carry: (at: MapPlace) => void
  readonly drop: () => void
}

/** A press that moves less is a click. */
const leastPixels = 5
/** Sigma's step of the wheel. */
const wheelStep = 1.7

interface Press {
  readonly from: MapPlace
  at: MapPlace
  hasMoved: boolean
  readonly carries: boolean
}

/** Hears a map's pointers: one pans or carries, two zoom, a wheel zooms, what hardly moves clicks. Call the result to stop. */
export function hearHand(container: HTMLElement, events: HandEvents): () => void {
  const stop = new AbortController()
  const presses = new Map<number, Press>()
  const placeOf = ({ clientX, clientY }: MouseEvent): MapPlace => {
    const { left, top } = container.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const on = <Name extends keyof HTMLElementEventMap>(name: Name, hear: (event: HTMLElementEventMap[Name]) => void) =>
    container.addEventListener(name, hear as EventListener, { signal: stop.signal, passive: false })
  on('pointerdown', event => {
    if (event.button !== 0) return
    const from = placeOf(event)
    container.setPointerCapture(event.pointerId)
    presses.set(event.pointerId, { from, at: from, hasMoved: false, carries: presses.size === 0 && events.take(from) })
  })
  on('pointermove', event => {
    const press = presses.get(event.pointerId)
    if (press === undefined) return presses.size === 0 ? events.point(placeOf(event)) : undefined
    follow(press, placeOf(event), presses, events)
  })
  const release = (event: PointerEvent, isClick: boolean): void => {
    const press = presses.get(event.pointerId)
    if (press === undefined) return
    presses.delete(event.pointerId)
    if (press.hasMoved) return press.carries ? events.drop() : undefined
    if (isClick && presses.size === 0) events.click(press.from, event.shiftKey || event.ctrlKey || event.metaKey)
  }
  on('pointerup', event => release(event, true))
  on('pointercancel', event => release(event, false))
  on('pointerleave', () => presses.size === 0 && events.point(null))
  on('wheel', event => {
    event.preventDefault()
    if (event.deltaY !== 0) events.zoom(placeOf(event), event.deltaY < 0 ? wheelStep : 1 / wheelStep)
  })
  return () => stop.abort()
}

function follow(press: Press, now: MapPlace, presses: ReadonlyMap<number, Press>, events: HandEvents): void {
  if (!press.hasMoved && Math.hypot(now.x - press.from.x, now.y - press.from.y) < leastPixels) return
  const before = press.at
  press.hasMoved = true
  press.at = now
  if (press.carries) return events.carry(now)
  const other = [...presses.values()].find(one => one !== press)
  if (other === undefined) return events.pan(now.x - before.x, now.y - before.y)
  const [wide, wider] = [apart(other.at, before), apart(other.at, now)]
  if (wide > 0 && wider > 0) events.zoom(between(other.at, now), wider / wide)
}

const apart = (one: MapPlace, other: MapPlace): number => Math.hypot(one.x - other.x, one.y - other.y)
const between = (one: MapPlace, other: MapPlace): MapPlace => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
