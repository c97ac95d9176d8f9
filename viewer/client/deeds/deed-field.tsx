import { useId } from 'react'
import type { DeedChoice } from '#viewer/protocol/deeds/deed-choice.ts'
import { Chips } from '../parts/chips.tsx'
import { useWorkbench } from '../workbench-context.ts'
import type { Words } from '../words/format.ts'
import type { DeedFieldProps } from './deed-field-props.ts'
import { StudyChoice } from './study-choice.tsx'

/** One choice of a deed. */
export function DeedField(props: DeedFieldProps) {
  const { field } = props
  switch (field.kind) {
    case 'one':
      return <OneOf {...props} field={field} />
    case 'some':
      return <SomeOf {...props} field={field} />
    case 'switch':
    case 'unless':
      return <Switch {...props} />
    case 'number':
      return <NumberOf {...props} field={field} />
    case 'text':
      return field.from === undefined ? <TextOf {...props} /> : <StudyChoice {...props} from={field.from} />
    case 'subject':
      return <TextOf {...props} />
  }
}

type Of<Kind extends DeedChoice['kind']> = DeedFieldProps<Extract<DeedChoice, { kind: Kind }>>

function OneOf({ field, value, onChange }: Of<'one'>) {
  const { words } = useWorkbench().speech
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{words.deedFields[field.name]}</label>
      <select
        id={id}
        value={String(value ?? field.preset ?? field.options[0])}
        onChange={event => onChange(event.target.value)}
      >
        {field.options.map(option => (
          <option key={option} value={option}>
            {words.deedOptions[`${field.name} ${option}`] ?? option}
          </option>
        ))}
      </select>
    </p>
  )
}

function SomeOf({ field, value, onChange }: Of<'some'>) {
  const { words } = useWorkbench().speech
  const on = Array.isArray(value) ? (value as readonly string[]) : field.preset
  const title = words.deedFields[field.name] ?? field.name
  return (
    <div className="field">
      <p className="field-title">{title}</p>
      <Chips
        title={title}
        values={field.options}
        isOn={option => on.includes(option)}
        onChoose={option => onChange(on.includes(option) ? on.filter(one => one !== option) : [...on, option])}
        name={option => nameOf(field.name, option, words)}
      />
    </div>
  )
}

function nameOf(field: string, option: string, words: Words): string {
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    zones: words.zones,
    statuses: words.statuses,
    codes: words.codes,
  }
  return names[field]?.[option] ?? option
}

function Switch({ field, value, onChange }: DeedFieldProps) {
  const { words } = useWorkbench().speech
  const isOn = typeof value === 'boolean' ? value : field.kind === 'unless'
  return (
    <label className="switch-line">
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.target.checked)} />{' '}
      {words.deedFields[field.name]}
    </label>
  )
}

function NumberOf({ field, value, onChange }: Of<'number'>) {
  const { words } = useWorkbench().speech
  return (
    <label className="number-field">
      <span>{words.deedFields[field.name]}</span>
      <input
        type="number"
        min={field.isWhole ? field.least : 0}
        max={field.most}
        step={field.isWhole ? 1 : 'any'}
        value={Number(value ?? field.preset)}
        onChange={event => Number.isFinite(event.target.valueAsNumber) && onChange(event.target.valueAsNumber)}
      />
    </label>
  )
}

function TextOf({ field, value, onChange }: DeedFieldProps) {
  const { words } = useWorkbench().speech
  const id = useId()
  const isLong = field.kind === 'text' && field.isRepeated
  const common = {
    id,
    value: String(value ?? ''),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <p className="field">
      <label htmlFor={id}>{words.deedFields[field.name]}</label>
      {isLong ? <textarea {...common} rows={2} /> : <input {...common} type="text" />}
    </p>
  )
}
