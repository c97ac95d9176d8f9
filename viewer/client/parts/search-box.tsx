import { useId, useState } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { Dot } from './dot.tsx'

const shown = 8

/** Search with suggestions, by name or address; accents and case make no difference. */
export function SearchBox() {
  const { model, speech, find, select, point } = useWorkbench()
  const { words } = speech
  const id = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const found = open ? find(query, shown) : []
  const close = (): void => {
    setOpen(false)
    point(null)
  }
  const choose = (site: number): void => {
    select({ kind: 'site', id: model.data.ids[site]! })
    setQuery('')
    close()
  }
  const aim = (index: number): void => {
    setActive(index)
    const site = found[index]
    if (site !== undefined) point({ site })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => aim(Math.min(found.length - 1, active + 1)),
    ArrowUp: () => aim(Math.max(0, active - 1)),
    Enter: () => found[active] !== undefined && choose(found[active]),
    Escape: () => (open && query !== '' ? close() : setQuery('')),
  }
  return (
    <div className="search" role="search">
      <label className="unseen" htmlFor={`${id}-input`}>
        {words.search}
      </label>
      <input
        id={`${id}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={words.search}
        aria-expanded={open && query.trim() !== ''}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={event => {
          const act = keys[event.key]
          if (!act) return
          event.preventDefault()
          act()
        }}
        onBlur={close}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={words.search} hidden={!open || query.trim() === ''}>
        {found.map((site, index) => (
          <li
            key={site}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerEnter={() => aim(index)}
            onPointerDown={event => {
              event.preventDefault()
              choose(site)
            }}
          >
            <Dot site={site} />
            <span className="search-name">{model.data.labels[site]}</span>
            <span className="search-id">{model.data.ids[site]}</span>
          </li>
        ))}
        {open && query.trim() !== '' && found.length === 0 && (
          <li className="search-none" role="option" aria-selected={false} aria-disabled>
            {words.noResult(query.trim())}
          </li>
        )}
      </ul>
      <output className="unseen">{open && query.trim() !== '' ? words.searchResults(found.length) : ''}</output>
    </div>
  )
}
