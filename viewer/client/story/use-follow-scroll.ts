import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { StoryTelling } from './use-telling.ts'

/** A step is read once its head has passed this part of the panel's height. */
const readingLine = 0.4

export interface Pace {
  readonly goTo: (at: number) => void
  /** From where the reader is bound to: two keys before the page is drawn again are two steps. */
  readonly goBy: (by: number) => void
}

/** The map follows what is scrolled to. Returns what scrolls to a step. */
export function useFollowScroll(steps: React.RefObject<HTMLOListElement | null>, telling: StoryTelling): Pace {
  const latest = useRef(telling)
  const bound = useRef(telling.at)
  latest.current = telling
  bound.current = telling.at
  /** Where the panel was brought to for a step: what the browser tells of it is no reader's scrolling. */
  const brought = useRef<number | null>(null)
  const goTo = useCallback(
    (at: number): void => {
      brought.current = scrollToStep(steps.current, at)
      bound.current = at
      if (at !== latest.current.at || !latest.current.isAsTold) latest.current.show(at)
    },
    [steps],
  )
  const goBy = useCallback(
    (by: number): void => {
      const last = latest.current.data.story.steps.length - 1
      goTo(Math.max(0, Math.min(last, bound.current + by)))
    },
    [goTo],
  )
  useEffect(() => {
    const panel = steps.current?.closest<HTMLElement>('.reading')
    if (!panel) return undefined
    if (latest.current.at > 0) brought.current = scrollToStep(steps.current, latest.current.at)
    let frame = 0
    const look = (): void => {
      frame = 0
      if (panel.scrollTop === brought.current) return
      brought.current = null
      const at = stepAt(panel, steps.current)
      if (at !== latest.current.at) latest.current.show(at)
    }
    const follow = (): void => {
      frame ||= requestAnimationFrame(look)
    }
    panel.addEventListener('scroll', follow, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      panel.removeEventListener('scroll', follow)
    }
  }, [steps])
  return useMemo(() => ({ goTo, goBy }), [goTo, goBy])
}

/** At once: the map moves, and two movements at a time are too many. Returns where the panel stands then. */
function scrollToStep(list: HTMLOListElement | null, at: number): number | null {
  const panel = list?.closest<HTMLElement>('.reading')
  const step = list?.children[at]
  if (!panel || !step) return null
  const head = step.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop
  panel.scrollTop = at === 0 ? 0 : head - panel.clientHeight * readingLine * 0.5
  return panel.scrollTop
}

function stepAt(panel: HTMLElement, list: HTMLOListElement | null): number {
  const line = panel.getBoundingClientRect().top + panel.clientHeight * readingLine
  const heads = [...(list?.children ?? [])].map(step => step.getBoundingClientRect().top)
  return Math.max(
    0,
    heads.findLastIndex(top => top <= line),
  )
}
