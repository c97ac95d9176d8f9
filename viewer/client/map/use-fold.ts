import { useEffect, useState } from 'react'
import type { View } from '../view/view.ts'

export interface Fold {
  /** Two maps are on the screen: the legend lies below them. */
  readonly isPair: boolean
  /** The reading panel is folded away. */
  readonly isFolded: boolean
  readonly toggle: () => void
}

/** Two maps take the whole width, until something is selected or the panel is asked for. */
export function useFold({ screen, against, selection }: View): Fold {
  const isPair = against !== null && (screen === 'map' || screen === 'both')
  const [asked, setAsked] = useState<boolean | null>(null)
  useEffect(() => setAsked(null), [isPair, selection])
  const isFolded = isPair && (asked ?? selection.kind === 'none')
  return { isPair, isFolded, toggle: () => setAsked(!isFolded) }
}
