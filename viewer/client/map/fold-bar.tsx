import { useLayoutEffect, useRef } from 'react'
import { stopComparing } from '../view/compare.ts'
import { useWorkbench } from '../workbench-context.ts'
import { ChangeKey } from './change-key.tsx'
import { Legend } from './legend.tsx'
import { mapNotices } from './map-notices.ts'
import type { Fold } from './use-fold.ts'

interface FoldBarProps {
  readonly fold: Fold
  readonly hasMap: boolean
}

/** Below one map on a small screen, or two: the legend and the reading panel, folded away so that the map has the room. */
export function FoldBar({ fold, hasMap }: FoldBarProps) {
  const { model, speech, step } = useWorkbench()
  const { words } = speech
  const toggle = useRef<HTMLButtonElement>(null)
  const { isPair } = fold
  // Who compared from the panel, which folds away, goes on from the button that brings it back.
  useLayoutEffect(() => {
    if (isPair && document.getElementById('reading')?.contains(document.activeElement)) toggle.current?.focus()
  }, [isPair])
  return (
    <div className="pair-bar">
      {hasMap && (
        <ul className="fold-notices">
          {mapNotices({ model, speech }).map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {isPair && <ChangeKey />}
      {hasMap && (
        <details>
          <summary>{words.legend}</summary>
          <Legend />
        </details>
      )}
      <button
        ref={toggle}
        type="button"
        className="button"
        aria-expanded={!fold.isFolded}
        aria-controls="reading"
        onClick={fold.toggle}
      >
        {words.panel}
      </button>
      {fold.stretch !== null && (
        <button
          type="button"
          className="button fold-grip"
          aria-label={fold.isTall ? words.panelLower : words.panelHigher}
          aria-controls="reading"
          onClick={fold.stretch}
        >
          <span aria-hidden="true">{fold.isTall ? '▾' : '▴'}</span>
        </button>
      )}
      {isPair && (
        <button type="button" className="button" onClick={() => step(stopComparing)}>
          {words.compareStop}
        </button>
      )}
    </div>
  )
}
