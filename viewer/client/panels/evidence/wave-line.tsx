import { shownWave } from '#viewer/client/view/shown-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Of which wave the hyperlinks below are, where there are several. */
export function WaveLine() {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  if (model.data.wave === null) return null
  const wave = shownWave(view, model.data)
  return <p className="hint">{wave === '' ? words.linksOfAllWaves : words.linksOfWave(words.waveNamed(wave))}</p>
}
