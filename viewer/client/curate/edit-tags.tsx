import { useId, useState } from 'react'
import type { EntityData } from '#viewer/protocol/entity.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { Curation } from './use-curation.ts'

interface EditTagsProps {
  readonly entity: EntityData
  readonly send: Curation['send']
}

/** Tags by category: added one by one, taken away with a click. */
export function EditTags({ entity, send }: EditTagsProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const id = useId()
  const [category, setCategory] = useState('')
  const [value, setValue] = useState('')
  const known = model.data.columns
    .filter(({ origin, kind }) => origin === 'tag' && kind === 'category')
    .map(({ name }) => name.slice('tag:'.length))
  const add = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (category.trim() === '' || value.trim() === '') return
    if (await send({ kind: 'tag', id: entity.id, category: category.trim(), value: value.trim() })) setValue('')
  }
  return (
    <div className="field">
      <p className="field-title">{words.tags}</p>
      <ul className="chips">
        {entity.tags.map(([name, text]) => (
          <li key={`${name} ${text}`}>
            <button
              type="button"
              className="chip"
              onClick={() => void send({ kind: 'untag', id: entity.id, category: name, value: text })}
            >
              {name}
              {words.colon} {text} <span aria-hidden="true">✕</span>
              <span className="unseen">{words.removeTag}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="inline-form" onSubmit={event => void add(event)}>
        <input
          aria-label={words.tagCategory}
          placeholder={words.tagCategory}
          list={id}
          value={category}
          onChange={event => setCategory(event.target.value)}
        />
        <input
          aria-label={words.tagValue}
          placeholder={words.tagValue}
          value={value}
          onChange={event => setValue(event.target.value)}
        />
        <button type="submit" className="button">
          {words.add}
        </button>
        <datalist id={id}>
          {known.map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </div>
  )
}
