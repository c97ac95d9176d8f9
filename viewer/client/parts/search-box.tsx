import { useId, useRef, useState } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { Dot } from './dot.tsx'

const shown = 8

interface SearchBoxProps {
  readonly label: string
  readonly onChoose: (site: number) => void
  /** Given, the words can also be looked for in link texts and titles. */
  readonly onWords?: (query: string) => void
}

/** The list closes when the field is left, and the click would reach what lies beneath it: a finger's click comes after all else. */
const keepFocus = (event: React.MouseEvent): void => event.preventDefault()

/** Search with suggestions, by name or address; accents and case make no difference. */
export function SearchBox({ label, onChoose, onWords }: SearchBoxProps) {
  const { model, speech, find, point } = useWorkbench()
  const { words } = speech
  const id = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const found = open ? find(query, shown) : []
  const input = useRef<HTMLInputElement>(null)
  const close = (): void => {
    setOpen(false)
    point(null)
  }
  const done = (): void => {
    setQuery('')
    close()
    // The keyboard of a phone would cover what was found.
    if (matchMedia('(pointer: coarse)').matches) input.current?.blur()
  }
  const choose = (site: number): void => {
    onChoose(site)
    done()
  }
  const search = (): void => {
    onWords?.(query.trim())
    done()
  }
  const last = onWords && query.trim() !== '' ? found.length : found.length - 1
  const aim = (index: number): void => {
    setActive(index)
    const site = found[index]
    if (site !== undefined) point({ site })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => aim(Math.min(last, active + 1)),
    ArrowUp: () => aim(Math.max(0, active - 1)),
    Enter: () => (found[active] !== undefined ? choose(found[active]) : active <= last && search()),
    Escape: () => (open && query !== '' ? close() : setQuery('')),
  }
  return (
    <div className="search" role="search" aria-label={label}>
      <label className="unseen" htmlFor={`${id}-input`}>
        {label}
      </label>
      <input
        ref={input}
        id={`${id}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        aria-expanded={open && query.trim() !== ''}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active <= last ? `${id}-${active}` : undefined}
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={event => {
          const act = keys[event.key]
          // Nothing to close here: who else hears Escape may.
          if (!act || (event.key === 'Escape' && query === '')) return
          event.preventDefault()
          act()
        }}
        onBlur={close}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open || query.trim() === ''}>
        {found.map((site, index) => (
          <li
            key={site}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerEnter={() => aim(index)}
            onMouseDown={keepFocus}
            onClick={() => choose(site)}
          >
            <Dot site={site} />
            <span className="search-name">{model.data.labels[site]}</span>
            <span className="search-id">{model.data.ids[site]}</span>
          </li>
        ))}
        {onWords && query.trim() !== '' && (
          <li
            id={`${id}-${found.length}`}
            className="search-words"
            role="option"
            aria-selected={active === found.length}
            onPointerEnter={() => aim(found.length)}
            onMouseDown={keepFocus}
            onClick={search}
          >
            {words.searchWords(query.trim())}
          </li>
        )}
        {!onWords && open && query.trim() !== '' && found.length === 0 && (
          <li className="search-none" role="option" aria-selected={false} aria-disabled>
            {words.noResult(query.trim())}
          </li>
        )}
      </ul>
      <output className="unseen">{open && query.trim() !== '' ? words.searchResults(found.length) : ''}</output>
    </div>
  )
}
