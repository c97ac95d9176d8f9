import { useLayoutEffect, useRef } from 'react'
import { stopComparing } from '../view/compare.ts'
import { useWorkbench } from '../workbench-context.ts'
import { ChangeKey } from './change-key.tsx'
import { Legend } from './legend.tsx'
import type { Fold } from './use-fold.ts'

/** Below two maps: the legend and the reading panel, folded away so that the maps have the room. */
export function PairBar({ fold }: { readonly fold: Fold }) {
  const { speech, step } = useWorkbench()
  const { words } = speech
  const toggle = useRef<HTMLButtonElement>(null)
  // Who compared from the panel, which folds away, goes on from the button that brings it back.
  useLayoutEffect(() => {
    if (document.getElementById('reading')?.contains(document.activeElement)) toggle.current?.focus()
  }, [])
  return (
    <div className="pair-bar">
      <ChangeKey />
      <details>
        <summary>{words.legend}</summary>
        <Legend />
      </details>
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
      <button type="button" className="button" onClick={() => step(stopComparing)}>
        {words.compareStop}
      </button>
    </div>
  )
}
