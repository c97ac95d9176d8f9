import { useLayoutEffect } from 'react'
import type { Status } from '#data/vocabulary/statuses.ts'
import { Chips } from '../parts/chips.tsx'
import { useWorkbench } from '../workbench-context.ts'

const keys: Readonly<Record<string, Status>> = { i: 'IN', o: 'OUT', u: 'UNDECIDED' }

interface StatusChoiceProps {
  readonly status: Status
  readonly onChoose: (status: Status) => void
}

/** IN, OUT or UNDECIDED, by click or by the keys I, O and U. */
export function StatusChoice({ status, onChoose }: StatusChoiceProps) {
  const { words } = useWorkbench().speech
  useKeys(key => {
    const chosen = keys[key]
    if (chosen === undefined) return false
    onChoose(chosen)
    return true
  })
  return (
    <Chips
      title={words.status}
      values={Object.keys(keys)}
      isOn={key => status === keys[key]}
      onChoose={key => onChoose(keys[key]!)}
      name={key => (
        <>
          {words.statuses[keys[key]!]} <kbd>{key.toUpperCase()}</kbd>
        </>
      )}
      keyOf={key => key}
    />
  )
}

/** Listens to single keys while no field is being written in; `act` says whether the key was meant for it. */
export function useKeys(act: (key: string) => boolean): void {
  // Before the paint: whoever sees the question can answer it at once.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (act(event.key.toLowerCase())) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
