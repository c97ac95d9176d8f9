import { useEffect, useRef, useState } from 'react'
import { phone, small, useMedia } from '../view/use-media.ts'
import type { View } from '../view/view.ts'

export interface Fold {
  /** Two maps are on the screen. */
  readonly isPair: boolean
  /** The legend lies folded below the map, and the reading panel is a sheet from below. */
  readonly isBelow: boolean
  /** The reading panel is folded away. */
  readonly isFolded: boolean
  readonly toggle: () => void
  /** The sheet from below takes most of a phone; else the map keeps two fifths of it. */
  readonly isTall: boolean
  /** Makes the sheet tall, or low again; null: it is none, or folded away. */
  readonly stretch: (() => void) | null
}

/** Two maps take the whole width, and on a phone the map comes first, until something is selected or the panel is asked for. */
export function useFold({ screen, against, selection, panel, story }: View): Fold {
  const isPair = against !== null && (screen === 'map' || screen === 'both')
  const isPhone = useMedia(phone)
  const isSmall = useMedia(small)
  // An address that names a panel shows it beside one map; two were compared from a panel, which gave way to them.
  const [asked, setAsked] = useState<boolean | null>(isPair || panel === 'about' ? null : false)
  // Who follows a link to evidence came to read it.
  const [isTall, setTall] = useState(selection.kind !== 'none' && selection.kind !== 'site')
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) setAsked(null)
    isFirst.current = false
  }, [isPair, selection])
  // A story is read beside its map, or below it.
  const isFolded = story === null && (isPair || isPhone) && (asked ?? selection.kind === 'none')
  useEffect(() => {
    if (isFolded) setTall(false)
  }, [isFolded])
  return {
    isPair,
    isBelow: isPair || isSmall,
    isFolded,
    toggle: () => setAsked(!isFolded),
    isTall,
    stretch: isPhone && !isFolded && story === null ? () => setTall(!isTall) : null,
  }
}
