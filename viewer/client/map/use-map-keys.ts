import { useRef } from 'react'
import type { Focus } from '../draw/focus.ts'
import type { AnyStage } from '../draw/any-stage.ts'
import { selectionOf } from '../view/focus-of.ts'
import { useWorkbench } from '../workbench-context.ts'

/** The map by keyboard: camera, and a walk over the sites in the order of rank. */
export function useMapKeys(
  stage: React.RefObject<AnyStage | null>,
  rank: readonly number[],
  onHover: (focus: Focus) => void,
): (event: React.KeyboardEvent) => void {
  const { model, shown, select, point } = useWorkbench()
  const at = useRef(-1)
  const nextShown = (from: number, step: number): number | undefined => {
    for (let tried = 0, index = from; tried < rank.length; tried++) {
      index = (index + step + rank.length) % rank.length
      if (shown.sites[rank[index]!] === 1) return index
    }
    return undefined
  }
  const walk = (step: number): void => {
    const next = nextShown(at.current, step)
    if (next === undefined) return
    at.current = next
    const focus = { site: rank[at.current]! }
    point(focus)
    stage.current?.reveal(focus.site)
    onHover(focus)
  }
  /** What a walk pointed at first; a selection is closed by whoever hears Escape anywhere. */
  const leave = (): boolean => {
    point(null)
    onHover(null)
    const wasWalking = at.current !== -1
    at.current = -1
    return wasWalking
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => stage.current?.camera.pan(-0.1, 0),
    ArrowRight: () => stage.current?.camera.pan(0.1, 0),
    ArrowUp: () => stage.current?.camera.pan(0, -0.1),
    ArrowDown: () => stage.current?.camera.pan(0, 0.1),
    '+': () => stage.current?.camera.zoom(1.5),
    '=': () => stage.current?.camera.zoom(1.5),
    '-': () => stage.current?.camera.zoom(1 / 1.5),
    '0': () => stage.current?.camera.fit(),
    n: () => walk(1),
    p: () => walk(at.current === -1 ? 0 : -1),
    Enter: () => at.current !== -1 && select(selectionOf(model, { site: rank[at.current]! })),
  }
  return event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      if (leave()) event.preventDefault()
      return
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}
