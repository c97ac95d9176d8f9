import { useId, useRef, useState } from 'react'
import { statuses, type Status } from '#data/vocabulary/statuses.ts'
import type { AskedChange, EditedFields } from '#viewer/protocol/change.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { SiteColumn } from './site-column.ts'

interface CellEditorProps {
  readonly column: SiteColumn
  readonly site: number
  readonly onEnd: () => void
}

const patterns: Readonly<Record<string, string>> = { country: '[A-Za-z]{2}|' }

/** Writes in a cell: Enter or leaving it saves, Escape leaves it as it was. */
export function CellEditor({ column, site, onEnd }: CellEditorProps) {
  const { model, speech, curation } = useWorkbench()
  const { words } = speech
  const id = useId()
  const before = column.value(site)
  const [text, setText] = useState(before)
  const isOver = useRef(false)
  const field = column.edit !== null && 'field' in column.edit ? column.edit.field : null
  const end = (value: string | null): void => {
    if (isOver.current) return
    isOver.current = true
    onEnd()
    const change = value === null || value === before ? null : changeOf(column, model.data.ids[site]!, before, value)
    if (change !== null) void curation?.send(change)
  }
  const title = words.writeCell(column.title, model.data.labels[site]!, before)
  if (field === 'status')
    return (
      <select
        autoFocus
        className="cell-input"
        aria-label={title}
        value={text}
        onChange={event => end(event.target.value)}
        onBlur={() => end(null)}
        onKeyDown={event => event.key === 'Escape' && end(null)}
      >
        {statuses
          .filter(status => status !== 'DISCOVERED')
          .map(status => (
            <option key={status} value={status}>
              {words.statuses[status]}
            </option>
          ))}
      </select>
    )
  const known = knownValues(column, field === 'kind' ? Object.keys(words.kinds) : [])
  const pattern = patterns[field ?? '']
  const clean = field === 'country' ? text.trim().toUpperCase() : text.trim()
  const isSound = pattern === undefined || new RegExp(`^(?:${pattern})$`).test(clean)
  return (
    <>
      <input
        autoFocus
        className="cell-input"
        aria-label={title}
        aria-invalid={!isSound}
        value={text}
        list={known.length > 0 ? id : undefined}
        onFocus={event => event.target.select()}
        onChange={event => setText(event.target.value)}
        onBlur={() => end(isSound ? clean : null)}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') end(null)
          if (event.key === 'Enter' && isSound) end(clean)
        }}
      />
      {known.length > 0 && (
        <datalist id={id}>
          {known.map(value => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** As many as anybody reads in a list. */
const mostKnown = 200

function knownValues({ column }: SiteColumn, usual: readonly string[]): string[] {
  if (column?.kind !== 'category') return [...usual]
  return [...new Set([...usual, ...column.categories.map(({ value }) => value)])].slice(0, mostKnown)
}

/** A name is not emptied; several values of a tag stand between bars. */
function changeOf({ edit }: SiteColumn, id: string, before: string, value: string): AskedChange | null {
  if (edit === null || (value === '' && 'field' in edit && edit.field === 'label')) return null
  if ('tag' in edit) {
    const values = value.split('|').map(one => one.trim()).filter(one => one !== '') // prettier-ignore
    return { kind: 'edit', ids: [id], tags: [[edit.tag, values]] }
  }
  const { field } = edit
  if (field === 'status')
    return { kind: 'set', id, from: { status: before as Status }, to: { status: value as Status } }
  const from: EditedFields = field === 'label' ? {} : { [field]: before }
  return { kind: 'set', id, from, to: { [field]: value } }
}
