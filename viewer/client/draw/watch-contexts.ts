export interface ContextWatch {
  readonly stop: () => void
}

/**
 * Tells when the browser takes the graphics of a map's canvases away (a driver that restarts, too many maps in its tabs)
 * and when all of them are back. A browser gives back only what a page says that it still wants.
 */
export function watchContexts(container: HTMLElement, tell: (isLost: boolean) => void): ContextWatch {
  const lost = new Set<EventTarget>()
  const stop = new AbortController()
  const listen = { capture: true, signal: stop.signal }
  container.addEventListener(
    'webglcontextlost',
    event => {
      event.preventDefault()
      lost.add(event.target!)
      tell(true)
    },
    listen,
  )
  container.addEventListener(
    'webglcontextrestored',
    event => {
      if (lost.delete(event.target!) && lost.size === 0) tell(false)
    },
    listen,
  )
  return { stop: () => stop.abort() }
}
