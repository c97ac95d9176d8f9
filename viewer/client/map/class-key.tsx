import type { NumberColumn } from '#viewer/protocol/map.ts'
import { keepRange, type Range } from '../filters/ranges.ts'
import { classesOf } from '../view/classes.ts'
import { useWorkbench } from '../workbench-context.ts'
import { ColourGlyph } from './colour-glyph.tsx'

/** The colours of a measure's classes. Each is a switch: pressed, only its sites are kept. */
export function ClassKey({ column }: { readonly column: NumberColumn }) {
  const { speech, view, step } = useWorkbench()
  const { words } = speech
  const { filters } = view
  const kept = filters.ranges[column.name]
  const keep = (range: Range | null): void =>
    step({ filters: { ...filters, ranges: keepRange(filters.ranges, column.name, range) } })
  const unknown = column.values.filter(value => value === null).length
  return (
    <ul className="key">
      {classesOf(column).map(({ least, most, count }, group) => {
        const isKept = kept?.least === least && kept.most === most
        return (
          <li key={least}>
            <button
              type="button"
              className="key-row"
              aria-pressed={isKept}
              onClick={() => keep(isKept ? null : { least, most })}
            >
              <ColourGlyph column={column} group={group} />
              <span className="key-name">{speech.between(least, most)}</span>
              <span className="key-count">{speech.count(count)}</span>
            </button>
          </li>
        )
      })}
      {unknown > 0 && (
        <li className="key-rest">
          <ColourGlyph column={column} group={-1} />
          <span className="key-name">{words.unknown}</span>
          <span className="key-count">{speech.count(unknown)}</span>
        </li>
      )}
    </ul>
  )
}
