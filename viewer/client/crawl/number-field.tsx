interface NumberFieldProps {
  readonly title: string
  readonly value: number
  readonly least?: number
  readonly onChange: (value: number) => void
}

export const NumberField = ({ title, value, least = 0, onChange }: NumberFieldProps) => (
  <label className="number-field">
    <span>{title}</span>
    <input
      type="number"
      min={least}
      value={value}
      onChange={event => Number.isInteger(event.target.valueAsNumber) && onChange(event.target.valueAsNumber)}
    />
  </label>
)
