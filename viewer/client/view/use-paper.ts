import { useSyncExternalStore } from 'react'
import { type Paper, papers } from '../draw/paper.ts'
import type { Ink } from './view.ts'

/** As the system has it, and the styles. A sheet that leaves the printer is white. */
const night = matchMedia('screen and (prefers-color-scheme: dark)')

function listen(tell: () => void): () => void {
  night.addEventListener('change', tell)
  return () => night.removeEventListener('change', tell)
}

/** What the maps are drawn on: it follows the system; what is made ready for a photocopier is white. */
export function usePaper(ink: Ink): Paper {
  const isNight = useSyncExternalStore(listen, () => night.matches)
  return isNight && ink === 'colour' ? papers.dark : papers.light
}
