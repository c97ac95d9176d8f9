import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { FigureSettings } from '#viewer/protocol/figure.ts'
import { useWorkbench } from '../workbench-context.ts'
import { FigureChangesList } from './figure-changes-list.tsx'
import { FigureForm } from './figure-form.tsx'
import { FigurePreview } from './figure-preview.tsx'
import { FigureTools } from './figure-tools.tsx'
import { FigureWarnings } from './figure-warnings.tsx'
import { useDrawnFigure } from './use-drawn-figure.ts'

interface FigureStudioProps {
  readonly kept: number | null
  readonly number: number
  readonly settings: FigureSettings
  readonly onKept: (number: number | null) => void
  readonly onClose: () => void
}

/** A figure beside all that can be chosen of it. */
export function FigureStudio({ kept, number: first, settings: given, onKept, onClose }: FigureStudioProps) {
  const { words } = useWorkbench().speech
  const box = useRef<HTMLDialogElement>(null)
  const [number, setNumber] = useState(first)
  const [settings, setSettings] = useState(given)
  const [safe, setSafe] = useState(given)
  const [isAsked, setAsked] = useState(false)
  const { drawn, isFailed, isDrawing } = useDrawnFigure(settings)
  const change = (part: Partial<FigureSettings>): void => setSettings(now => ({ ...now, ...part }))
  const close = (): void => box.current?.close()
  const leave = (): void => (settings === safe ? close() : setAsked(true))
  const onSafe = (number: number | null): void => {
    if (number !== null) setSafe(settings)
    onKept(number)
  }
  useEffect(() => box.current?.showModal(), [])
  const title = words.figureNumbered(String(number))
  return createPortal(
    <dialog
      ref={box}
      className="studio"
      aria-label={title}
      onClose={onClose}
      onCancel={event => {
        if (settings === safe) return
        event.preventDefault()
        setAsked(true)
      }}
    >
      <header className="studio-bar">
        <h2>{title}</h2>
        <button type="button" className="plain" onClick={leave}>
          {words.close} ✕
        </button>
      </header>
      {isAsked && settings !== safe && <Unkept onLeave={close} onStay={() => setAsked(false)} />}
      <div className="studio-body">
        <div className="studio-sheet" aria-busy={isDrawing}>
          {isDrawing && <p className="hint not-yet">{words.figureDrawing}</p>}
          {drawn !== null && <FigurePreview drawn={drawn} settings={settings} change={change} />}
          {isFailed && <p className="notice">{words.figureFailed}</p>}
          {drawn !== null && <FigureWarnings drawn={drawn} asked={settings.nameSize} />}
          {kept !== null && <FigureChangesList number={kept} />}
        </div>
        <div className="studio-form">
          <FigureForm settings={settings} drawn={drawn} change={change} />
          <FigureTools {...{ kept, number, settings, setNumber }} onKept={onSafe} />
        </div>
      </div>
    </dialog>,
    document.body,
  )
}

interface UnkeptProps {
  readonly onLeave: () => void
  readonly onStay: () => void
}

/** Before hours of work on a figure are closed with it. */
function Unkept({ onLeave, onStay }: UnkeptProps) {
  const { words } = useWorkbench().speech
  return (
    <div role="alertdialog" aria-label={words.figureUnkept} className="notice studio-ask">
      <p>{words.figureUnkept}</p>
      <p className="button-row">
        <button type="button" className="button" autoFocus onClick={onStay}>
          {words.figureStay}
        </button>
        <button type="button" className="button danger" onClick={onLeave}>
          {words.figureLeave}
        </button>
      </p>
    </div>
  )
}
