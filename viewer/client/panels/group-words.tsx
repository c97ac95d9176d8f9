import { useState } from 'react'
import type { WordsData } from '#viewer/protocol/words.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { published } from '#viewer/client/published.ts'
import { shownQuery } from '#viewer/client/view/shown-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface GroupWordsProps {
  /** What /api/words is asked for: the parts of its query. */
  readonly group: readonly (readonly [name: string, value: string])[]
  readonly title: string
  readonly hint: string
}

/** The words by which some citations stand out, asked for when the fold is opened; each leads to the ties whose sentences hold it. */
export function GroupWords(props: GroupWordsProps) {
  const { model } = useWorkbench()
  const [isOpen, setOpen] = useState(false)
  if (published !== null || model.data.ofFile) return null
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{props.title}</summary>
      {isOpen && <WordLists {...props} />}
    </details>
  )
}

function WordLists({ group, hint }: GroupWordsProps) {
  const { model, speech, view, select } = useWorkbench()
  const { words } = speech
  const query = new URLSearchParams(group.map(([name, value]) => [name, value]))
  const answer = useAnswer<WordsData>(`./api/words?${query}${shownQuery(view, model.data)}`)
  if (answer.state !== 'ready') return <NotYet answer={answer} words={words} />
  const told = answer.data.languages.flatMap(({ words: own }) => own)
  return (
    <>
      <p className="hint">{told.length === 0 ? words.siteWordsNone : hint}</p>
      <ul className="rows">
        {told.map(({ term, times, alone }) => (
          <li key={term}>
            <button type="button" className="row" onClick={() => select({ kind: 'said', term })}>
              <span className="row-name">{term}</span>
              <span className="row-detail">
                {words.siteWordsTimes(times)}
                {alone && ` · ${words.siteWordsAlone}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
