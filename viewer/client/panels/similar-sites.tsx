import { useState } from 'react'
import type { SimilarData } from '#viewer/protocol/words.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { published } from '#viewer/client/published.ts'
import { shownWave, waveQuery } from '#viewer/client/view/shown-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface SimilarProps {
  /** The site, or the two ends of a tie. */
  readonly of: { readonly id: string } | { readonly source: string; readonly target: string }
}

/** Whom a site resembles in the words of its own pages, or how far the ends of a tie do: asked for when the fold is opened. */
export function SimilarSites({ of }: SimilarProps) {
  const { model, speech } = useWorkbench()
  const [isOpen, setOpen] = useState(false)
  if (published !== null || model.data.ofFile) return null
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{'id' in of ? speech.words.similar : speech.words.similarEnds}</summary>
      {isOpen && <SimilarLists of={of} />}
    </details>
  )
}

function SimilarLists({ of }: SimilarProps) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const query = new URLSearchParams(Object.entries(of))
  const answer = useAnswer<SimilarData>(`./api/similar?${query}${waveQuery(shownWave(view, model.data))}`)
  if (answer.state === 'failed') return <p className="notice">{words.failed}</p>
  if (answer.state === 'waiting') return <p className="hint" aria-busy="true" />
  const { kept, languages } = answer.data
  if (!kept) return <p className="hint">{words.similarNotKept}</p>
  if (languages.length === 0) return <p className="hint">{'id' in of ? words.similarNoText : words.similarNoCommon}</p>
  return languages.map(({ language, sites, alike }) => (
    <section key={language}>
      <p className="hint">
        {words.similarIn[language]}. {words.similarHint(speech.count(sites))}
      </p>
      {'id' in of ? (
        <ul className="rows">
          {alike.map(({ id, cosine, words: shared }) => (
            <SiteRow
              key={id}
              id={id}
              label={model.data.labels[model.indexOf.get(id) ?? -1] ?? id}
              amount={cosine}
              most={1}
              detail={speech.number(cosine)}
              below={shared.join(', ')}
            />
          ))}
        </ul>
      ) : (
        alike.map(({ id, cosine, words: shared }) => (
          <p key={id}>
            {speech.number(cosine)}
            {shared.length > 0 && ` · ${shared.join(', ')}`}
          </p>
        ))
      )}
    </section>
  ))
}
