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
  const { drawn, isFailed } = useDrawnFigure(settings)
  const change = (part: Partial<FigureSettings>): void => setSettings(now => ({ ...now, ...part }))
  useEffect(() => box.current?.showModal(), [])
  const title = words.figureNumbered(String(number))
  return createPortal(
    <dialog ref={box} className="studio" aria-label={title} onClose={onClose}>
      <header className="studio-bar">
        <h2>{title}</h2>
        <button type="button" className="plain" onClick={() => box.current?.close()}>
          {words.close} ✕
        </button>
      </header>
      <div className="studio-body">
        <div className="studio-sheet">
          {drawn !== null && <FigurePreview drawn={drawn} settings={settings} change={change} />}
          {isFailed && <p className="notice">{words.figureFailed}</p>}
          {drawn !== null && <FigureWarnings drawn={drawn} />}
          {kept !== null && <FigureChangesList number={kept} />}
        </div>
        <div className="studio-form">
          <FigureForm settings={settings} drawn={drawn} change={change} />
          <FigureTools {...{ kept, number, settings, setNumber, onKept }} />
        </div>
      </div>
    </dialog>,
    document.body,
  )
}
