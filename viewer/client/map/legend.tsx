import { Choice } from '../parts/choice.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { Caption } from './caption.tsx'
import { ChangeKey } from './change-key.tsx'
import { ColourKey } from './colour-key.tsx'
import { ShapeKey } from './shape-key.tsx'
import { SizeKey } from './size-key.tsx'
import { TieKey } from './tie-key.tsx'

/** What the marks mean. Each heading is also the choice of what is shown. */
export function Legend() {
  const { model, speech, view, change } = useWorkbench()
  const { words } = speech
  const categories = model.data.columns.filter(column => column.kind === 'category')
  const numbers = model.data.columns.filter(column => column.kind === 'number')
  const options = (columns: typeof model.data.columns) =>
    columns.map(column => ({ value: column.name, text: speech.columnTitle(column) }))
  return (
    <aside className="legend" aria-label={words.legend}>
      <Caption />
      <Choice
        title={words.legendColour}
        value={view.colour}
        options={options(model.data.columns)}
        onChoose={colour => change({ colour })}
      />
      <ColourKey />
      <Choice
        title={words.legendShape}
        value={view.shape}
        options={[...options(categories), { value: '', text: words.none }]}
        onChoose={shape => change({ shape })}
      />
      <ShapeKey />
      <Choice
        title={words.legendSize}
        value={view.size}
        options={options(numbers)}
        onChoose={size => change({ size })}
      />
      <SizeKey />
      <Choice
        title={words.legendLabel}
        value={view.label}
        options={[
          { value: '', text: words.labelNames },
          { value: 'address', text: words.labelAddresses },
          ...options(model.data.columns).map(({ value, text }) => ({ value, text: words.labelWith(text) })),
          { value: 'none', text: words.labelNone },
        ]}
        onChoose={label => change({ label })}
      />
      <p className="choice">
        <span>{words.legendTies}</span>
      </p>
      {view.screen === 'change' ? <ChangeKey /> : <TieKey />}
    </aside>
  )
}
