import { useId } from 'react'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface WaveSliderProps {
  /** Empty: the one that was analysed. */
  readonly wave: string
  readonly onChange: (wave: string) => void
}

/** From wave to wave, once there are two: the hyperlinks that were there then. */
export function WaveSlider({ wave, onChange }: WaveSliderProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const id = useId()
  const waves = model.data.corpus.crawl?.waves ?? []
  if (waves.length < 2) return null
  const { wave: whole } = model.data
  // What the analysis was made of comes first: one wave, or all together.
  const first = whole === null || whole === everyWave ? words.allWaves : words.waveNamed(whole)
  const names = [first, ...waves.map(words.waveNamed)]
  const at = waves.indexOf(wave) + 1
  return (
    <>
      <h3 className="minor">{words.filterWaves}</h3>
      <p className="slider">
        <label className="unseen" htmlFor={id}>
          {words.filterWaves}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={waves.length}
          value={at}
          aria-valuetext={names[at]}
          onChange={event => onChange(waves[Number(event.target.value) - 1] ?? '')}
        />
        <output htmlFor={id}>{names[at]}</output>
      </p>
      <p className="hint">{words.wavesHint}</p>
    </>
  )
}
