import { useEffect, useId, useState } from 'react'

interface FieldProps {
  readonly title: string
  readonly value: string
  readonly onSave: (value: string) => void
  /** Several lines. */
  readonly long?: boolean
  /** Values to choose from, beside any other. */
  readonly known?: readonly string[]
  readonly pattern?: string
  readonly hint?: string
}

/** A fact that can be written over; saved when it is left, or by Enter. */
export function FieldInput({ title, value, onSave, long = false, known, pattern, hint }: FieldProps) {
  const id = useId()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const save = (): void => {
    const clean = text.trim()
    if (clean === value) setText(value)
    else if (pattern === undefined || new RegExp(`^(?:${pattern})$`).test(clean)) onSave(clean)
  }
  const common = {
    id,
    value: text,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
    onBlur: save,
  }
  return (
    <p className="field">
      <label htmlFor={id}>{title}</label>
      {long ? (
        <textarea {...common} rows={3} />
      ) : (
        <input
          {...common}
          type="text"
          pattern={pattern}
          placeholder={hint}
          list={known ? `${id}-known` : undefined}
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
        />
      )}
      {known && (
        <datalist id={`${id}-known`}>
          {known.map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </p>
  )
}
