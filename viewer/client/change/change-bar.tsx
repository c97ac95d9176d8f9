import { useEffect, useId, useState } from 'react'
import { ChangeKey } from '../map/change-key.tsx'
import { changeWaves, stepBetween } from '../view/compared-waves.ts'
import { useWorkbench } from '../workbench-context.ts'

/** How long a step stays while time plays. */
const stepMs = 2000

/** From which wave to which: a slider over the steps, if there are several, which plays, and what became of how many ties. */
export function ChangeBar() {
  const { model, speech, view, change } = useWorkbench()
  const { words } = speech
  const id = useId()
  const waves = model.data.corpus.crawl?.waves ?? []
  const last = waves.length - 1
  const shown = changeWaves(view, model.data)
  const at = shown === null ? last : waves.indexOf(shown.to)
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setTimeout(() => {
      if (at >= last) setPlaying(false)
      else change(stepBetween(waves[at]!, waves[at + 1]!, view))
    }, stepMs)
    return () => clearTimeout(timer)
  })
  if (shown === null) return null
  const play = (): void => {
    if (!isPlaying && at >= last) change(stepBetween(waves[0]!, waves[1]!, view))
    setPlaying(!isPlaying)
  }
  const name = words.changesBetween(words.waveNamed(shown.from), words.waveNamed(shown.to))
  return (
    <div className="change-bar">
      {last > 1 && (
        <>
          <button type="button" className="button" aria-pressed={isPlaying} onClick={play}>
            <span aria-hidden="true">{isPlaying ? '❚❚' : '▶'}</span> {isPlaying ? words.changePause : words.changePlay}
          </button>
          <p className="slider">
            <label className="unseen" htmlFor={id}>
              {words.changeStep}
            </label>
            <input
              id={id}
              type="range"
              min={1}
              max={last}
              value={at}
              aria-valuetext={name}
              onChange={event => {
                setPlaying(false)
                const to = Number(event.target.value)
                change(stepBetween(waves[to - 1]!, waves[to]!, view))
              }}
            />
          </p>
        </>
      )}
      <h1>{name}</h1>
      <ChangeKey />
    </div>
  )
}
