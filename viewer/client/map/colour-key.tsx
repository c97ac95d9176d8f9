import { inkOn } from '../draw/ink-on.ts'
import { categoryColumn } from '../model/model.ts'
import { Glyph } from '../parts/glyph.tsx'
import { unknownColour } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'

const shown = 9

/** The colours with their names and counts; communities carry the number that is written in their dots. */
export function ColourKey() {
  const { model, speech, view } = useWorkbench()
  const column = categoryColumn(model, view.colour)
  if (!column) return null
  const rest = column.categories.slice(shown)
  const unknown = column.values.filter(value => value === -1).length
  const numbered = column.name === 'community'
  return (
    <ul className="key">
      {column.categories.slice(0, shown).map(category => (
        <KeyRow
          key={category.value}
          colour={category.colour}
          number={numbered ? category.value : ''}
          name={category.label === '' ? speech.category(column.name, category.value) : category.label}
          count={speech.count(category.count)}
        />
      ))}
      {rest.length > 0 && (
        <KeyRow
          colour={unknownColour}
          number=""
          name={speech.words.others(rest.length)}
          count={speech.count(rest.reduce((sum, category) => sum + category.count, 0))}
        />
      )}
      {unknown > 0 && (
        <KeyRow colour={unknownColour} number="" name={speech.words.unknown} count={speech.count(unknown)} />
      )}
    </ul>
  )
}

interface KeyRowProps {
  readonly colour: string
  readonly number: string
  readonly name: string
  readonly count: string
}

function KeyRow({ colour, number, name, count }: KeyRowProps) {
  return (
    <li>
      <Glyph shape="disc" colour={colour} size={15} text={number} textColour={inkOn(colour)} />
      <span className="key-name" title={name}>
        {name}
      </span>
      <span className="key-count">{count}</span>
    </li>
  )
}
