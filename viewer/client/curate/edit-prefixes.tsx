import { useState } from 'react'
import type { EntityData } from '#viewer/protocol/entity.ts'
import { SearchBox } from '../parts/search-box.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { PrefixDates } from './prefix-dates.tsx'
import type { Curation } from './use-curation.ts'

interface EditPrefixesProps {
  readonly entity: EntityData
  readonly send: Curation['send']
}

/** The addresses that are this entity: given, taken, split off, or all handed over to another one. */
export function EditPrefixes({ entity, send }: EditPrefixesProps) {
  const { model, speech, select } = useWorkbench()
  const { words } = speech
  const [prefix, setPrefix] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const add = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (await send({ kind: 'add-prefix', id: entity.id, prefix: prefix.trim() })) setPrefix('')
  }
  const toggle = (one: string): void =>
    setChosen(chosen.includes(one) ? chosen.filter(other => other !== one) : [...chosen, one])
  const merge = async (site: number): Promise<void> => {
    const into = model.data.ids[site]!
    if (await send({ kind: 'merge', id: entity.id, into })) select({ kind: 'site', id: into })
  }
  const split = async (): Promise<void> => {
    if (await send({ kind: 'split', id: entity.id, prefixes: chosen, label: '' })) setChosen([])
  }
  return (
    <div className="field">
      <p className="field-title">{words.addresses}</p>
      <ul className="prefixes">
        {entity.prefixes.map(one => (
          <li key={one}>
            <label>
              <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} /> {one}
            </label>
            <PrefixDates
              key={JSON.stringify(entity.prefixDates[one])}
              prefix={one}
              dates={entity.prefixDates[one] ?? { from: '', to: '' }}
              onSet={dates => void send({ kind: 'date-prefix', id: entity.id, prefix: one, ...dates })}
            />
            {entity.prefixes.length > 1 && (
              <button
                type="button"
                className="plain"
                onClick={() => void send({ kind: 'remove-prefix', id: entity.id, prefix: one })}
              >
                {words.takeAway}
              </button>
            )}
          </li>
        ))}
      </ul>
      {chosen.length > 0 && chosen.length < entity.prefixes.length && (
        <button type="button" className="button" onClick={() => void split()}>
          {words.splitOff}
        </button>
      )}
      <form className="inline-form" onSubmit={event => void add(event)}>
        <input
          aria-label={words.newAddress}
          placeholder="https://example.org/blog"
          value={prefix}
          onChange={event => setPrefix(event.target.value)}
        />
        <button type="submit" className="button">
          {words.add}
        </button>
      </form>
      <SearchBox label={words.mergeInto} onChoose={site => void merge(site)} />
    </div>
  )
}
