import { useEffect, useMemo, useRef, useState } from 'react'
import type { Focus } from '../draw/focus.ts'
import { lookOf } from '../draw/look.ts'
import { Stage } from '../draw/stage.ts'
import { usePaper } from '../view/use-paper.ts'
import { focusOf } from '../view/focus-of.ts'
import type { Camera } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import { HoverLine } from './hover-line.tsx'
import { MapLost } from './map-lost.tsx'
import { useChoose } from './use-choose.ts'
import { useMapKeys } from './use-map-keys.ts'
import { useFrame } from './use-frame.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

interface MapStageProps {
  /** The stages on the screen: what one points at stands out on all, and cameras move together. */
  readonly stages: Set<Stage>
  /** What this map shows, where there are two. */
  readonly title?: string
}

/** A map: sigma's canvases, what is hovered in words, and buttons for the camera. */
export function MapStage({ stages, title }: MapStageProps) {
  const { model, shown, found, speech, view, changes, change, dotScale, isMeasured, curation } = useWorkbench()
  const { words } = speech
  const box = useRef<HTMLDivElement>(null)
  const stage = useRef<Stage | null>(null)
  const [hovered, setHovered] = useState<Focus>(null)
  const [leftOut, setLeftOut] = useState(0)
  const [isLost, setLost] = useState(false)
  // A new stage for each time that the browser gave graphics back.
  const [drawing, setDrawing] = useState(0)
  const drawAgain = (): void => {
    setLost(false)
    setDrawing(count => count + 1)
  }
  const { colour, shape, size, label, ink } = view
  const paper = usePaper(ink)
  const look = useMemo(
    () => lookOf(model, { colour, shape, size, label, ink }, speech, dotScale, changes, paper),
    [model, colour, shape, size, label, ink, speech, dotScale, changes, paper],
  )
  const scene = useMemo(() => ({ model, look, shown }), [model, look, shown])
  const choose = useChoose()
  const sent = useRef(view.camera)
  const onCamera = useCameraInAddress(change, stages, stage, sent)
  const pin = (site: number, place: { readonly x: number; readonly y: number }): void =>
    void curation?.send({ kind: 'pin', id: model.data.ids[site]!, place })
  const canPin = curation !== null
  const drawn = useRef(scene)
  const latest = useRef({ scene, camera: view.camera, choose, onCamera, pin })
  latest.current = { ...latest.current, scene, choose, onCamera, pin }
  useEffect(() => {
    if (!isMeasured) return undefined
    const { scene, camera } = latest.current
    drawn.current = scene
    const made = new Stage(
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
        ...(canPin && { drop: (site, place) => latest.current.pin(site, place) }),
        camera: moved => latest.current.onCamera(moved),
        leftOut: setLeftOut,
        lost: isGone => (isGone ? setLost(true) : drawAgain()),
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
  }, [stages, canPin, isMeasured, drawing, paper])
  useEffect(() => {
    if (drawn.current !== scene) stage.current?.show(scene)
    drawn.current = scene
    const focus = focusOf(model, shown, view.selection, found)
    stage.current?.select(focus)
    if (focus !== null && 'site' in focus) stage.current?.reveal(focus.site)
  }, [scene, model, shown, view.selection, found, isMeasured, drawing, paper])
  useEffect(() => {
    if (view.camera !== sent.current) stage.current?.camera.look(view.camera)
    sent.current = view.camera
  }, [view.camera])
  useFrame(stage, view)
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
      {isLost && <MapLost onAgain={drawAgain} />}
      <ZoomButtons stage={stage} />
    </div>
  )
}

const restMs = 350

/** The camera comes into the address when it rests, so that an address brings back what was seen. */
function useCameraInAddress(
  change: (part: { camera: Camera | null }) => void,
  stages: ReadonlySet<Stage>,
  own: React.RefObject<Stage | null>,
  sent: React.RefObject<Camera | null>,
): (camera: Camera | null) => void {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  return camera => {
    for (const stage of stages) if (stage !== own.current) stage.camera.look(camera)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      sent.current = camera
      change({ camera })
    }, restMs)
  }
}
