import { type KeyboardEvent, memo, useState } from 'react'
import { Dot } from '../parts/dot.tsx'
import type { Model } from '../model/model.ts'
import type { Selection } from '../view/view.ts'
import type { Words } from '../words/format.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CellEditor } from './cell-editor.tsx'
import { nameColumn, type SiteColumn } from './site-column.ts'
import type { Checked } from './use-checked.ts'

interface TableLineProps {
  readonly site: number
  readonly index: number
  readonly columns: readonly SiteColumn[]
  readonly checked: Checked | null
}

/** Along a row with the arrows: Tab goes from site to site, not through every cell of all of them. */
function stepAlong(event: KeyboardEvent<HTMLTableRowElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const stops = [...event.currentTarget.querySelectorAll('button')]
  const at = stops.findIndex(stop => stop === event.target)
  const next = stops[at + step]
  if (step === 0 || at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}

/** A site: what one points at stands out on the map, its name opens it, its cells can be written in. */
export const TableLine = memo(function TableLine({ site, index, columns, checked }: TableLineProps) {
  const { model, speech, view, curation, select, point } = useWorkbench()
  const { words } = speech
  const id = model.data.ids[site]!
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={isSelected(view.selection, id) ? 'true' : undefined}
      onPointerEnter={() => point({ site })}
      onPointerLeave={() => point(null)}
      onKeyDown={stepAlong}
    >
      {checked !== null && (
        <td className="check">
          <label className="tick">
            <input
              type="checkbox"
              aria-label={words.checkSite(model.data.labels[site]!)}
              checked={checked.has(site)}
              onClick={event => checked.toggle(site, event.shiftKey)}
              onChange={() => undefined}
            />
          </label>
        </td>
      )}
      {columns.map(column =>
        column.id === nameColumn ? (
          <NameCell key={column.id} column={column} site={site} onOpen={() => select({ kind: 'site', id })} />
        ) : column.edit !== null && curation !== null ? (
          <WritableCell key={column.id} column={column} site={site} />
        ) : (
          // No component of its own: a screen of rows has a thousand of them.
          readCell(column, site, model, words)
        ),
      )}
    </tr>
  )
})

interface CellProps {
  readonly column: SiteColumn
  readonly site: number
}

function NameCell({ column, site, onOpen }: CellProps & { readonly onOpen: () => void }) {
  const { model, speech, curation } = useWorkbench()
  const { words } = speech
  const [isWritten, setWritten] = useState(false)
  if (isWritten)
    return (
      <th scope="row">
        <CellEditor column={column} site={site} onEnd={() => setWritten(false)} />
      </th>
    )
  const label = model.data.labels[site]!
  return (
    <th scope="row" onDoubleClick={() => curation !== null && setWritten(true)}>
      <span className="name-cell">
        <button
          type="button"
          className="row-link"
          onClick={onOpen}
          onKeyDown={event => event.key === 'F2' && curation !== null && setWritten(true)}
        >
          <Dot site={site} /> <span>{label}</span>
        </button>
        {model.unread.has(site) && <span className="tally"> {words.siteNotRead}</span>}
        {curation !== null && (
          <button
            type="button"
            className="pen"
            tabIndex={-1}
            aria-label={words.writeName(label)}
            onClick={() => setWritten(true)}
          >
            ✎
          </button>
        )}
      </span>
    </th>
  )
}

/** Letters that a column has room for; a longer text is cut, and shown whole when one asks. */
const cutLetters = 30

/** Empty where there is no value: why, when one asks. */
function readCell(column: SiteColumn, site: number, model: Model, words: Words): React.ReactNode {
  const text = column.text(site)
  const origin = column.column?.origin ?? 'tag'
  const isUnseen = text === '' && origin !== 'tag' && column.edit === null && model.unread.has(site)
  return (
    <td
      key={column.id}
      className={column.isNumeric ? 'numeric' : ''}
      title={isUnseen ? words.siteNotReadWhy : whole(text)}
    >
      {text}
    </td>
  )
}

const whole = (text: string): string | undefined => (text.length > cutLetters ? text : undefined)

function WritableCell({ column, site }: CellProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const [isWritten, setWritten] = useState(false)
  const text = column.text(site)
  return (
    <td className={column.isNumeric ? 'numeric' : ''} title={whole(text)}>
      {isWritten ? (
        <CellEditor column={column} site={site} onEnd={() => setWritten(false)} />
      ) : (
        <button
          type="button"
          className="cell"
          tabIndex={-1}
          aria-label={words.writeCell(column.title, model.data.labels[site]!, text)}
          onClick={() => setWritten(true)}
        >
          {text}
        </button>
      )}
    </td>
  )
}

const isSelected = (selection: Selection, id: string): boolean =>
  (selection.kind === 'site' && selection.id === id) || (selection.kind === 'sites' && selection.ids.includes(id))
