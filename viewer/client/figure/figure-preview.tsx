import { useRef, useState } from 'react'
import type { DrawnFigure, FigureSettings, NameBox } from '#viewer/protocol/figure.ts'
import { useWorkbench } from '../workbench-context.ts'

interface FigurePreviewProps {
  readonly drawn: DrawnFigure
  readonly settings: FigureSettings
  readonly change: (part: Partial<FigureSettings>) => void
}

const pointsPerPixel = 72 / 96
/** Of an arrow key, in points. */
const step = 3

/** The figure, with a handle over each name. */
export function FigurePreview({ drawn, settings, change }: FigurePreviewProps) {
  const { words } = useWorkbench().speech
  const { svg, width, height, names } = drawn
  const put = (name: NameBox, dx: number, dy: number): void => {
    const x = name.left + name.width / 2 - name.x + dx
    const y = name.top + name.height / 2 - name.y + dy
    const place = [x, y].map(value => Math.round(value * pointsPerPixel * 10) / 10) as [number, number]
    change({ moved: { ...settings.moved, [name.id]: place } })
  }
  const putBack = (name: NameBox): void => {
    const { [name.id]: _, ...moved } = settings.moved
    change({ moved })
  }
  return (
    <svg className="studio-figure" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.figurePicture}>
      {/* A picture within: nothing of strangers' texts becomes part of this page. */}
      <image href={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} width={width} height={height} />
      {names.map(name => (
        <NameHandle key={name.id} name={name} onPut={(dx, dy) => put(name, dx, dy)} onBack={() => putBack(name)} />
      ))}
    </svg>
  )
}

interface NameHandleProps {
  readonly name: NameBox
  /** By so many pixels of the figure. */
  readonly onPut: (dx: number, dy: number) => void
  readonly onBack: () => void
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function NameHandle({ name, onPut, onBack }: NameHandleProps) {
  const { words } = useWorkbench().speech
  const start = useRef<{ readonly x: number; readonly y: number; readonly scale: number } | null>(null)
  const [way, setWay] = useState<readonly [number, number]>([0, 0])
  const wayOf = (event: React.PointerEvent): readonly [number, number] =>
    start.current === null
      ? [0, 0]
      : [
          (event.clientX - start.current.x) / start.current.scale,
          (event.clientY - start.current.y) / start.current.scale,
        ]
  const drop = (event: React.PointerEvent): void => {
    const [dx, dy] = wayOf(event)
    start.current = null
    setWay([0, 0])
    if (Math.hypot(dx, dy) > 1) onPut(dx, dy)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const arrow = arrows[event.key]
    if (arrow) onPut((arrow[0] * step) / pointsPerPixel, (arrow[1] * step) / pointsPerPixel)
    else if (event.key === 'Delete' || event.key === 'Backspace') onBack()
    else return
    event.preventDefault()
  }
  return (
    <rect
      className="studio-name"
      role="button"
      tabIndex={0}
      aria-label={words.figureMoveName(name.text)}
      x={name.left + way[0]}
      y={name.top + way[1]}
      width={name.width}
      height={name.height}
      onKeyDown={onKeyDown}
      onDoubleClick={onBack}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        const scale = event.currentTarget.ownerSVGElement!.getScreenCTM()?.a ?? 1
        start.current = { x: event.clientX, y: event.clientY, scale }
      }}
      onPointerMove={event => start.current !== null && setWay(wayOf(event))}
      onPointerUp={drop}
      onPointerCancel={() => {
        start.current = null
        setWay([0, 0])
      }}
    />
  )
}
