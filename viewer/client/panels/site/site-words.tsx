import { useState } from 'react'
import type { WordsData } from '#viewer/protocol/words.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { published } from '#viewer/client/published.ts'
import { shownWave, waveQuery } from '#viewer/client/view/shown-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** The words by which a site's citations stand out, asked for when the fold is opened; each leads to the ties whose sentences hold it. */
export function SiteWords({ id }: { readonly id: string }) {
  const { model, speech } = useWorkbench()
  const [isOpen, setOpen] = useState(false)
  if (published !== null || model.data.ofFile) return null
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{speech.words.siteWords}</summary>
      {isOpen && <WordLists id={id} />}
    </details>
  )
}

function WordLists({ id }: { readonly id: string }) {
  const { model, speech, view, select } = useWorkbench()
  const { words } = speech
  const wave = waveQuery(shownWave(view, model.data))
  const answer = useAnswer<WordsData>(`./api/words?id=${encodeURIComponent(id)}${wave}`)
  if (answer.state === 'failed') return <p className="notice">{words.failed}</p>
  if (answer.state === 'waiting') return <p className="hint" aria-busy="true" />
  const told = answer.data.languages.flatMap(({ words: own }) => own)
  return (
    <>
      <p className="hint">{told.length === 0 ? words.siteWordsNone : words.siteWordsHint}</p>
      <ul className="rows">
        {told.map(({ term, times, alone }) => (
          <li key={term}>
            <button type="button" className="row" onClick={() => select({ kind: 'search', query: term })}>
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
