import { useState } from 'react'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Decision } from '#viewer/protocol/change.ts'
import { ChangeNote } from '../curate/change-note.tsx'
import { useWorkbench } from '../workbench-context.ts'
import type { Checked } from './use-checked.ts'

const decisions: readonly Status[] = ['IN', 'OUT', 'UNDECIDED']

/** One decision for all the sites chosen; one event, which is taken back whole. */
export function SelectionBar({ checked }: { readonly checked: Checked }) {
  const { model, speech, curation, select } = useWorkbench()
  const { words } = speech
  const [category, setCategory] = useState('')
  const [value, setValue] = useState('')
  const { sites } = checked
  if (sites.length === 0) return <ChangeNote />
  const ids = sites.map(site => model.data.ids[site]!)
  const decide = (said: Decision): void => void curation?.send({ kind: 'edit', ids, ...said })
  const canTag = category.trim() !== '' && value.trim() !== ''
  return (
    <div className="selection-bar" role="group" aria-label={words.chosen(words.sites(sites.length))}>
      <p role="status">{words.chosen(words.sites(sites.length))}</p>
      {decisions.map(status => (
        <button key={status} type="button" className="button" onClick={() => decide({ fields: { status } })}>
          {words.setTo[status as keyof typeof words.setTo]}
        </button>
      ))}
      <form
        className="inline-form"
        onSubmit={event => {
          event.preventDefault()
          if (canTag) decide({ tags: [[category.trim(), [value.trim()]]] })
        }}
      >
        <input
          aria-label={words.tagCategory}
          placeholder={words.tagCategory}
          value={category}
          onChange={event => setCategory(event.target.value)}
        />
        <input
          aria-label={words.tagValue}
          placeholder={words.tagValue}
          value={value}
          onChange={event => setValue(event.target.value)}
        />
        <button type="submit" className="button" disabled={!canTag}>
          {words.tagThem}
        </button>
      </form>
      <button type="button" className="plain" onClick={() => select({ kind: 'sites', ids })}>
        {words.showThem}
      </button>
      <button type="button" className="plain" onClick={() => checked.setAll(false)}>
        {words.chooseNone}
      </button>
      <ChangeNote />
    </div>
  )
}
