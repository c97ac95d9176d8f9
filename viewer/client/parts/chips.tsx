interface ChipsProps<Value extends string | number> {
  /** Names the whole row for those who don't see it. */
  readonly title: string
  readonly values: readonly Value[]
  readonly isOn: (value: Value) => boolean
  readonly onChoose: (value: Value) => void
  /** What stands on a chip. */
  readonly name: (value: Value) => React.ReactNode
  /** The key that does the same. */
  readonly keyOf?: (value: Value) => string
}

/** A row of small switches. */
export function Chips<Value extends string | number>(props: ChipsProps<Value>) {
  const { title, values, isOn, onChoose, name, keyOf } = props
  return (
    <div className="chips" role="group" aria-label={title}>
      {values.map(value => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={isOn(value)}
          aria-keyshortcuts={keyOf?.(value)}
          onClick={() => onChoose(value)}
        >
          {name(value)}
        </button>
      ))}
    </div>
  )
}
