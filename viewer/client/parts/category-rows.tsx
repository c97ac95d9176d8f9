import type { CategoryColumn } from '#viewer/protocol/map.ts'
import { categoryName } from '../map/category-name.ts'
import type { Marks } from '../view/marks.ts'
import type { Speech } from '../words/format.ts'

interface CategoryRowsProps {
  readonly column: CategoryColumn
  /** The categories with a row of their own; the others are summed up in one. */
  readonly marks: Marks
  /** Sites that each category would show; the last entry: not known. */
  readonly counts: readonly number[]
  /** Values that are kept; '' stands for "not known". */
  readonly kept: readonly string[]
  readonly speech: Speech
  readonly onToggle: (value: string) => void
  /** The mark of a category; -1: not known. */
  readonly glyph?: (category: number) => React.ReactNode
}

/** Categories with their marks and counts, each a switch. */
export function CategoryRows(props: CategoryRowsProps) {
  const { column, marks, counts, kept, speech, onToggle, glyph = () => null } = props
  const { own, rest } = marks
  const restCount = rest.reduce((sum, category) => sum + counts[category]!, 0)
  const unknown = column.categories.length
  return (
    <ul className="key">
      {[...own, ...(column.values.includes(-1) ? [unknown] : [])].map(category => {
        const entry = column.categories[category]
        const value = entry?.value ?? ''
        const name = categoryName(column, category, speech)
        const total = entry?.count ?? counts[unknown]!
        return (
          <li key={category}>
            <button
              type="button"
              className="key-row"
              aria-pressed={kept.includes(value)}
              title={name}
              onClick={() => onToggle(value)}
            >
              {glyph(category === unknown ? -1 : category)}
              <span className="key-name">{name}</span>
              <span className="key-count">
                {counts[category] === total
                  ? speech.count(total)
                  : speech.words.countOf(speech.count(counts[category]!), speech.count(total))}
              </span>
            </button>
          </li>
        )
      })}
      {rest.length > 0 && (
        <li className="key-rest">
          {glyph(rest[0]!)}
          <span className="key-name">{speech.words.others(rest.length)}</span>
          <span className="key-count">{speech.count(restCount)}</span>
        </li>
      )}
    </ul>
  )
}
