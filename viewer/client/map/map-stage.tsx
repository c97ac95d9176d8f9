import { useEffect, useMemo, useRef, useState } from 'react'
import type { Focus } from '../draw/focus.ts'
import { lookOf } from '../draw/look.ts'
import { Stage } from '../draw/stage.ts'
import { focusOf, selectionOf } from '../view/focus-of.ts'
import { nothing } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import { HoverLine } from './hover-line.tsx'
import { useMapKeys } from './use-map-keys.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

/** The map: sigma's canvases, what is hovered in words, and buttons for the camera. */
export function MapStage({ stage }: { readonly stage: React.RefObject<Stage | null> }) {
  const { model, speech, view, select } = useWorkbench()
  const { words } = speech
  const box = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<Focus>(null)
  const look = useMemo(() => lookOf(model, view), [model, view.colour, view.shape, view.size])
  const first = useRef(look)
  const choose = useRef(select)
  choose.current = select
  useEffect(() => {
    const made = new Stage(
      box.current!,
      model,
      first.current,
      { hover: setHovered, choose: focus => choose.current(focus === null ? nothing : selectionOf(model, focus)) },
      { reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches, background: '#fcfbf9', ink: '#1d2025' },
    )
    stage.current = made
    return () => {
      stage.current = null
      made.close()
    }
  }, [model, stage])
  useEffect(() => stage.current?.paint(look), [look, stage])
  useEffect(() => {
    const focus = focusOf(model, view.selection)
    stage.current?.select(focus)
    if (focus !== null && 'site' in focus) stage.current?.reveal(focus.site)
  }, [model, view.selection, stage])
  const onKeyDown = useMapKeys(stage, look.rank, setHovered)
  return (
    <div className="map">
      <div
        ref={box}
        className="map-canvas"
        role="application"
        tabIndex={0}
        aria-label={words.mapLabel(words.sites(model.siteCount), words.ties(model.tieCount))}
        aria-describedby="map-keys"
        onKeyDown={onKeyDown}
      />
      <p id="map-keys" className="unseen">
        {words.mapKeys}
      </p>
      <HoverLine focus={hovered} />
      <ZoomButtons stage={stage} />
    </div>
  )
}
