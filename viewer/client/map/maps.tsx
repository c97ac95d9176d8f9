import { useMemo } from 'react'
import type { AnyStage } from '../draw/any-stage.ts'
import type { Model } from '../model/model.ts'
import { shownBy } from '../filters/shown-by.ts'
import type { Shown } from '../model/shown.ts'
import { useLayer } from '../view/use-layer.ts'
import type { Layer } from '../view/view.ts'
import { useWorkbench, WorkbenchProvider } from '../workbench-context.ts'
import type { Speech } from '../words/format.ts'
import { layerName } from '../words/layer-name.ts'
import { MapStage } from './map-stage.tsx'

export interface MapsProps {
  readonly whole: Model
  readonly stages: Set<AnyStage>
  /** Drawn as SVG: this browser has no WebGL. */
  readonly isPlain?: boolean
}

/** One map, or two side by side: the same sites at the same places, tied by different hyperlinks, moving together. */
export function Maps({ whole, stages, isPlain = false }: MapsProps) {
  const { view, shown, speech } = useWorkbench()
  if (view.against === null)
    return (
      <div className="maps">
        <MapStage stages={stages} isPlain={isPlain} />
      </div>
    )
  return (
    <div className="maps maps-pair">
      <h1 className="unseen">{speech.words.compare}</h1>
      <MapStage stages={stages} isPlain={isPlain} title={pairTitle(view.layer, shown, speech)} />
      <OtherMap whole={whole} layer={view.against} stages={stages} isPlain={isPlain} />
    </div>
  )
}

const pairTitle = (layer: Layer, { tieCount }: Shown, speech: Speech): string =>
  `${layerName(layer, speech)} · ${speech.words.ties(tieCount)}`

function OtherMap({ whole, layer, stages, isPlain = false }: MapsProps & { readonly layer: Layer }) {
  const bench = useWorkbench()
  const model = useLayer(whole, layer)
  const shown = useMemo(() => shownBy(model, bench.view.filters), [model, bench.view.filters])
  return (
    <WorkbenchProvider value={{ ...bench, model, shown }}>
      <MapStage stages={stages} isPlain={isPlain} title={pairTitle(layer, shown, bench.speech)} />
    </WorkbenchProvider>
  )
}
