import { useId } from 'react'

interface Option {
  readonly value: string
  readonly text: string
}

interface ChoiceProps {
  readonly title: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChoose: (value: string) => void
}

/** A heading that is also a choice. */
export function Choice({ title, value, options, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <p className="choice">
      <label htmlFor={id}>{title}</label>
      <select id={id} value={value} onChange={event => onChoose(event.target.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </p>
  )
}
