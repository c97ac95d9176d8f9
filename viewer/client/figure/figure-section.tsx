import { useState } from 'react'
import { type FigureSettings, firstFigure, type KeptFigures } from '#viewer/protocol/figure.ts'
import { useAnswer } from '../ask.ts'
import { addressOf } from '../view/address.ts'
import { firstView, nothing } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import { FigureStudio } from './figure-studio.tsx'

interface OpenFigure {
  /** Null: it is not kept yet. */
  readonly kept: number | null
  readonly number: number
  readonly settings: FigureSettings
}

/** The figures that the study keeps, and a new one of what the map shows. */
export function FigureSection() {
  const { model, view, speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<KeptFigures>('./api/figures')
  const figures = answer.state === 'ready' ? answer.data.figures : []
  const [open, setOpen] = useState<OpenFigure | null>(null)
  const first = firstView(model)
  const openNew = (): void => {
    const shown = { ...view, selection: nothing, screen: first.screen, panel: first.panel, camera: null, against: null }
    const settings = { ...firstFigure(speech.language, addressOf(shown, first)), ink: view.ink }
    setOpen({ kept: null, number: 1 + figures.reduce((most, { number }) => Math.max(most, number), 0), settings })
  }
  return (
    <section>
      <h2>{words.figureTitle}</h2>
      <p className="hint">{words.figureHint}</p>
      <p className="button-row">
        <button type="button" className="button" onClick={openNew}>
          {words.figureNew}
        </button>
        {figures.map(({ number, settings }) => (
          <button
            key={number}
            type="button"
            className="button"
            onClick={() => setOpen({ kept: number, number, settings })}
          >
            {words.figureNumbered(String(number))}
          </button>
        ))}
      </p>
      {open !== null && (
        <FigureStudio {...open} onKept={kept => setOpen({ ...open, kept })} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}
