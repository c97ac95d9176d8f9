import { useEffect, useMemo, useRef, useState } from 'react'
import type { AnyStage } from '../draw/any-stage.ts'
import type { Focus } from '../draw/focus.ts'
import { lookOf } from '../draw/look.ts'
import { PlainStage } from '../draw/plain/plain-stage.ts'
import type { Lost } from '../draw/stage-events.ts'
import { SteadyStage } from '../draw/steady-stage.ts'
import { usePaper } from '../view/use-paper.ts'
import { focusOf } from '../view/focus-of.ts'
import { useWorkbench } from '../workbench-context.ts'
import { HoverLine } from './hover-line.tsx'
import { Lasso } from './lasso.tsx'
import { MapLost } from './map-lost.tsx'
import { useCameraInAddress } from './use-camera-in-address.ts'
import { useChoose } from './use-choose.ts'
import { useDrop } from './use-drop.ts'
import { useMapKeys } from './use-map-keys.ts'
import { useFrame } from './use-frame.ts'
import { useWholeOfLayout } from './use-whole-of-layout.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

interface MapStageProps {
  /** The stages on the screen: what one points at stands out on all, and cameras move together. */
  readonly stages: Set<AnyStage>
  /** Drawn as SVG: this browser has no WebGL. */
  readonly isPlain: boolean
  /** What this map shows, where there are two. */
  readonly title?: string
}

/** A map: sigma's canvases, what is hovered in words, and buttons for the camera. */
export function MapStage({ stages, isPlain, title }: MapStageProps) {
  const { model, shown, found, speech, view, changes, change, dotScale, isMeasured, telling } = useWorkbench()
  const { words } = speech
  const box = useRef<HTMLDivElement>(null)
  const stage = useRef<AnyStage | null>(null)
  const [hovered, setHovered] = useState<Focus>(null)
  const [leftOut, setLeftOut] = useState(0)
  const [lost, setLost] = useState<Lost | null>(null)
  // A new stage for each time that the browser gave graphics back.
  const [drawing, setDrawing] = useState(0)
  const drawAgain = (): void => {
    setLost(null)
    setDrawing(count => count + 1)
  }
  const { colour, shape, size, label, ink, density: hasDensity } = view
  const paper = usePaper(ink)
  const look = useMemo(
    () => lookOf(model, { colour, shape, size, label, ink }, speech, dotScale, changes, paper),
    [model, colour, shape, size, label, ink, speech, dotScale, changes, paper],
  )
  const scene = useMemo(() => ({ model, look, shown, hasDensity }), [model, look, shown, hasDensity])
  const choose = useChoose()
  const isTold = telling !== null
  const sent = useRef(view.camera)
  const onCamera = useCameraInAddress(change, stages, stage, sent)
  const drop = useDrop()
  const canDrop = drop !== null
  const [hasLasso, setLasso] = useState(false)
  const drawn = useRef(scene)
  const latest = useRef({ scene, camera: view.camera, choose, onCamera, drop })
  latest.current = { ...latest.current, scene, choose, onCamera, drop }
  useEffect(() => {
    if (!isMeasured) return undefined
    const { scene, camera } = latest.current
    drawn.current = scene
    const Kind = isPlain ? PlainStage : SteadyStage
    const made: AnyStage = new Kind(
      box.current!,
      scene,
      camera,
      {
        hover: focus => {
          setHovered(focus)
          for (const other of stages) if (other !== made && focus !== null && !('tie' in focus)) other.hover(focus)
          if (focus === null) for (const other of stages) if (other !== made) other.hover(null)
        },
        choose: (focus, more) => latest.current.choose(focus, more),
        ...(canDrop && { drop: (site, place) => latest.current.drop?.(site, place) }),
        camera: moved => latest.current.onCamera(moved),
        leftOut: setLeftOut,
        lost: state => (state === null ? drawAgain() : setLost(state)),
      },
      {
        reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        paper,
        letters: parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
      },
    )
    stage.current = made
    stages.add(made)
    return () => {
      stages.delete(made)
      stage.current = null
      made.close()
    }
  }, [stages, canDrop, isMeasured, drawing, paper, isPlain])
  useEffect(() => {
    if (drawn.current !== scene) stage.current?.show(scene)
    drawn.current = scene
    const focus = focusOf(model, shown, view.selection, found)
    stage.current?.select(focus)
  }, [scene, model, shown, view.selection, found, isMeasured, drawing, paper, isPlain])
  useEffect(() => {
    // A story takes its reader along; an address is there at once.
    if (view.camera !== sent.current) stage.current?.camera[isTold ? 'glide' : 'look'](view.camera)
    sent.current = view.camera
  }, [view.camera, isTold])
  useFrame(stage, view)
  useWholeOfLayout(stage, String(model.data.analysis?.id ?? ''))
  const onKeyDown = useMapKeys(stage, look.rank, setHovered)
  return (
    <div className={paper.isDark ? 'map' : 'map map-light'}>
      {title !== undefined && <h2 className="map-title">{title}</h2>}
      <div
        ref={box}
        className="map-canvas"
        role="application"
        tabIndex={0}
        aria-label={`${title ?? ''} ${words.mapLabel(words.sites(shown.siteCount), words.ties(shown.tieCount))}`.trim()}
        aria-describedby="map-keys"
        onKeyDown={onKeyDown}
      />
      <p id="map-keys" className="unseen">
        {words.mapKeys}
      </p>
      {leftOut > 0 && hovered === null && <p className="left-out">{words.namesLeftOut(words.sites(leftOut))}</p>}
      <HoverLine focus={hovered} />
      {lost !== null && <MapLost isPlain={lost === 'plain'} onAgain={drawAgain} />}
      {hasLasso && <Lasso stage={stage} onDone={() => setLasso(false)} />}
      <ZoomButtons stage={stage} hasLasso={hasLasso} onLasso={() => setLasso(on => !on)} />
    </div>
  )
}
