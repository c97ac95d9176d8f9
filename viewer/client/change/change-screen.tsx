import { useState } from 'react'
import { Boundary } from '../parts/boundary.tsx'
import { canDraw } from '../draw/can-draw.ts'
import { mayDrawPlainly } from '../draw/plain/may-draw-plainly.ts'
import { MapStage } from '../map/map-stage.tsx'
import type { MapsProps } from '../map/maps.tsx'
import { PrintFigure } from '../picture/print-figure.tsx'
import { changeWaves } from '../view/compared-waves.ts'
import { useWorkbench } from '../workbench-context.ts'
import { ChangeBar } from './change-bar.tsx'
import { FlowsFigure } from './flows-figure.tsx'
import { Multiples } from './multiples.tsx'

/** What became of every tie from wave to wave in one picture, where communities went, and every wave small beside the others. */
export function ChangeScreen({ stages }: Pick<MapsProps, 'stages'>) {
  const { model, shown, speech, view, changes } = useWorkbench()
  const { words } = speech
  const [hasGraphics] = useState(canDraw)
  if (changeWaves(view, model.data) === null) return <p className="notice change-none">{words.changeOneWave}</p>
  return (
    <div className="change-screen">
      <ChangeBar />
      {changes !== null && changes.data.offMap > 0 && (
        <p className="notice">{words.changeOffMap(words.ties(changes.data.offMap))}</p>
      )}
      <div className="maps change-map" aria-busy={changes === null}>
        {hasGraphics || mayDrawPlainly(shown) ? (
          <Boundary instead={() => <p className="notice">{words.noMap}</p>}>
            <MapStage stages={stages} isPlain={!hasGraphics} />
          </Boundary>
        ) : (
          <p className="notice">{words.noWebgl}</p>
        )}
      </div>
      <PrintFigure />
      <FlowsFigure />
      <Multiples />
    </div>
  )
}
