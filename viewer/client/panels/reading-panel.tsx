import { useEffect, useRef } from 'react'
import { nothing } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import { AboutPanel } from './about-panel.tsx'
import { EntityPanel } from './entity-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'

/** The column on the right: what the map is about, or what is known of the selected site or tie. */
export function ReadingPanel() {
  const { speech, view, select } = useWorkbench()
  const { words } = speech
  const { selection } = view
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    if (top.current) top.current.scrollTop = 0
  }, [selection])
  return (
    <aside id="reading" className="reading" aria-label={words.about} ref={top} tabIndex={-1}>
      {selection.kind !== 'none' && (
        <p className="reading-nav">
          <button type="button" className="plain" onClick={() => window.history.back()}>
            ← {words.back}
          </button>
          <button type="button" className="plain" onClick={() => select(nothing)}>
            {words.close} ✕
          </button>
        </p>
      )}
      {selection.kind === 'none' && <AboutPanel />}
      {selection.kind === 'site' && <EntityPanel key={selection.id} id={selection.id} />}
      {selection.kind === 'tie' && (
        <EvidencePanel
          key={`${selection.source} ${selection.target}`}
          source={selection.source}
          target={selection.target}
        />
      )}
    </aside>
  )
}
