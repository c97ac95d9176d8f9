import { useCallback, useEffect, useRef } from 'react'
import type { StoryTelling } from './use-telling.ts'

/** A step is read once its head has passed this part of the panel's height. */
const readingLine = 0.4

/** The map follows what is scrolled to. Returns what scrolls to a step. */
export function useFollowScroll(
  steps: React.RefObject<HTMLOListElement | null>,
  telling: StoryTelling,
): (at: number) => void {
  const latest = useRef(telling)
  latest.current = telling
  const goTo = useCallback(
    (at: number): void => {
      scrollToStep(steps.current, at)
      if (at !== latest.current.at || !latest.current.isAsTold) latest.current.show(at)
    },
    [steps],
  )
  useEffect(() => {
    const panel = steps.current?.closest<HTMLElement>('.reading')
    if (!panel) return undefined
    if (latest.current.at > 0) scrollToStep(steps.current, latest.current.at)
    let frame = 0
    const look = (): void => {
      frame = 0
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
  return goTo
}

/** At once: the map moves, and two movements at a time are too many. */
function scrollToStep(list: HTMLOListElement | null, at: number): void {
  const panel = list?.closest<HTMLElement>('.reading')
  const step = list?.children[at]
  if (!panel || !step) return
  const head = step.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop
  panel.scrollTop = at === 0 ? 0 : head - panel.clientHeight * readingLine * 0.5
}

function stepAt(panel: HTMLElement, list: HTMLOListElement | null): number {
  const line = panel.getBoundingClientRect().top + panel.clientHeight * readingLine
  const heads = [...(list?.children ?? [])].map(step => step.getBoundingClientRect().top)
  return Math.max(
    0,
    heads.findLastIndex(top => top <= line),
  )
}
