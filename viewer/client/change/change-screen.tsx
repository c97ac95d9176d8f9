import { IfDrawn } from '../map/if-drawn.tsx'
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
  const { model, speech, view, changes } = useWorkbench()
  const { words } = speech
  if (changeWaves(view, model.data) === null) return <p className="notice change-none">{words.changeOneWave}</p>
  return (
    <div className="change-screen">
      <ChangeBar />
      {changes !== null && changes.data.offMap > 0 && (
        <p className="notice">{words.changeOffMap(words.ties(changes.data.offMap))}</p>
      )}
      <IfDrawn>
        {isPlain => (
          <div className="maps change-map" aria-busy={changes === null}>
            <MapStage stages={stages} isPlain={isPlain} />
          </div>
        )}
      </IfDrawn>
      <PrintFigure />
      <FlowsFigure />
      <Multiples />
    </div>
  )
}
