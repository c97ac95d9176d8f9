import { type ReactNode, useState } from 'react'
import { useWorkbench } from '../workbench-context.ts'

interface MoreOfProps<Item> {
  readonly items: readonly Item[]
  readonly atFirst: number
  /** How many there are in all, where `items` are the first of them; absent: these are all. */
  readonly total?: number | undefined
  /** How many more the button shows. */
  readonly step?: number
  /** Draws those that are shown. */
  readonly children: (shown: readonly Item[]) => ReactNode
}

/** The first of a list, and a button for the next: what is not shown is said, never left out in silence. */
export function MoreOf<Item>({ items, atFirst, total = items.length, step = 50, children }: MoreOfProps<Item>) {
  const { words, count } = useWorkbench().speech
  const [shown, setShown] = useState(atFirst)
  return (
    <>
      {children(items.slice(0, shown))}
      {shown < items.length && (
        <button type="button" className="plain" onClick={() => setShown(shown + step)}>
          {words.showMore(count(Math.min(step, items.length - shown)))}
        </button>
      )}
      {shown >= items.length && items.length < total && (
        <p className="hint">{words.firstOnly(count(items.length), count(total))}</p>
      )}
    </>
  )
}
