interface FigureNumberProps {
  readonly title: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly isWhole?: boolean
  readonly onChange: (value: number) => void
}

/** A number within bounds; one outside is not taken. */
export const FigureNumber = ({ title, value, least, most, isWhole = false, onChange }: FigureNumberProps) => (
  <label className="number-field">
    <span>{title}</span>
    <input
      key={value}
      type="number"
      min={least}
      max={most}
      step={isWhole ? 1 : 'any'}
      defaultValue={value}
      onBlur={event => take(event.target, { value, least, most, isWhole, onChange })}
      onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
    />
  </label>
)

function take(
  input: HTMLInputElement,
  { value, least, most, isWhole, onChange }: Omit<FigureNumberProps, 'title'>,
): void {
  const next = input.valueAsNumber
  if (next >= least && next <= most && (!isWhole || Number.isInteger(next))) {
    if (next !== value) onChange(next)
  } else input.value = String(value)
}
