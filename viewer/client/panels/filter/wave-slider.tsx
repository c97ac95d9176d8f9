import { useId } from 'react'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { askedAt, waveStops } from './wave-stops.ts'

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
  const stops = waveStops(waves, whole)
  const names = stops.map(stop => (stop === everyWave ? words.allWaves : words.waveNamed(stop)))
  const at = Math.max(0, stops.indexOf(wave || (whole ?? everyWave)))
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
          max={stops.length - 1}
          value={at}
          aria-valuetext={names[at]}
          onChange={event => onChange(askedAt(stops[Number(event.target.value)]!, whole))}
        />
        <output htmlFor={id}>{names[at]}</output>
      </p>
      <p className="hint">{words.wavesHint}</p>
    </>
  )
}
