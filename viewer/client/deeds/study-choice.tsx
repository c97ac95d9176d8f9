import { useId } from 'react'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import type { StoriesData } from '#viewer/protocol/stories.ts'
import { useAnswer } from '../ask.ts'
import { Chips } from '../parts/chips.tsx'
import { spoken } from '../story/story-words.tsx'
import { useWorkbench } from '../workbench-context.ts'
import type { DeedFieldProps } from './deed-field-props.ts'

/** A choice among what the study has: one of its waves, some of its columns, some of its guided readings. */
export function StudyChoice({ from, ...props }: DeedFieldProps & { readonly from: 'waves' | 'columns' | 'stories' }) {
  switch (from) {
    case 'waves':
      return <WaveChoice {...props} />
    case 'columns':
      return <ColumnChoice {...props} />
    case 'stories':
      return <StoryChoice {...props} />
  }
}

/** All of them: nothing is said. */
function StoryChoice({ field, value, onChange }: DeedFieldProps) {
  const { words, language } = useWorkbench().speech
  const answer = useAnswer<StoriesData>('./api/stories')
  const stories = answer.state === 'ready' ? answer.data.stories.map(({ story }) => story) : []
  const all = stories.map(({ name }) => name)
  if (all.length === 0) return null
  const on = typeof value === 'string' && value !== '' ? value.split(',') : all
  const choose = (name: string): void => {
    const next = all.filter(one => (one === name ? !on.includes(one) : on.includes(one)))
    onChange(next.length === all.length ? '' : next.join(',') || 'none')
  }
  const title = words.deedFields[field.name] ?? field.name
  return (
    <ChipsField
      title={title}
      values={all}
      on={on}
      onChoose={choose}
      name={name => spoken(stories.find(one => one.name === name)!.title, language).text || name}
    />
  )
}

function WaveChoice({ field, value, onChange }: DeedFieldProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const id = useId()
  const waves = model.data.corpus.crawl?.waves ?? []
  if (waves.length < 2) return null
  return (
    <p className="field">
      <label htmlFor={id}>{words.deedFields[field.name]}</label>
      <select id={id} value={String(value ?? '')} onChange={event => onChange(event.target.value)}>
        <option value="">{words.lastWave}</option>
        <option value={everyWave}>{words.everyWave}</option>
        {waves.map(wave => (
          <option key={wave} value={wave}>
            {words.waveNamed(wave)}
          </option>
        ))}
      </select>
    </p>
  )
}

/** As the command names them: tags by their category alone. All of them: nothing is said. */
function ColumnChoice({ field, value, onChange }: DeedFieldProps) {
  const { model, speech } = useWorkbench()
  const title = speech.words.deedFields[field.name] ?? field.name
  const shortName = (name: string): string => name.replace(/^(?:tag|number):/, '')
  const all = [...new Set(model.data.columns.map(({ name }) => shortName(name)))]
  const on = typeof value === 'string' && value !== '' ? value.split(',') : all
  const choose = (name: string): void => {
    const next = on.includes(name)
      ? on.filter(one => one !== name)
      : all.filter(one => one === name || on.includes(one))
    if (next.length > 0) onChange(next.length === all.length ? '' : next.join(','))
  }
  const titles = new Map(model.data.columns.map(column => [shortName(column.name), speech.columnTitle(column)]))
  return <ChipsField title={title} values={all} on={on} onChoose={choose} name={name => titles.get(name) ?? name} />
}

interface ChipsFieldProps {
  readonly title: string
  readonly values: readonly string[]
  /** Those of `values` that are chosen. */
  readonly on: readonly string[]
  readonly onChoose: (value: string) => void
  readonly name: (value: string) => string
}

/** A field of several choices, under its title. */
function ChipsField({ title, values, on, onChoose, name }: ChipsFieldProps) {
  return (
    <div className="field">
      <p className="field-title">{title}</p>
      <Chips title={title} values={values} isOn={value => on.includes(value)} onChoose={onChoose} name={name} />
    </div>
  )
}
