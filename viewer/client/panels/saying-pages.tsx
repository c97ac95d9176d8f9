import { type ReactNode, useState } from 'react'
import type { Language } from '#data/vocabulary/languages.ts'
import type { SayingPage, SayingPagesData } from '#viewer/protocol/words.ts'
import { useAnswer } from '../ask.ts'
import { OutLink } from '../parts/out-link.tsx'
import { shownWave, waveQuery } from '../view/shown-wave.ts'
import { useWorkbench } from '../workbench-context.ts'

interface SayingProps {
  readonly source: string
  readonly target: string
  readonly language: Language
  readonly word: string
  readonly summary: ReactNode
}

/** A word that two sites share, and below it the pages of both that say it: asked for when it is opened. */
export function SayingPages({ summary, ...asked }: SayingProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="shared-word" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && <PagesOfBoth {...asked} />}
    </details>
  )
}

function PagesOfBoth(asked: Omit<SayingProps, 'summary'>) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const query = new URLSearchParams(Object.entries(asked))
  const answer = useAnswer<SayingPagesData>(`./api/similar-pages?${query}${waveQuery(shownWave(view, model.data))}`)
  if (answer.state === 'failed') return <p className="notice">{words.failed}</p>
  if (answer.state === 'waiting') return <p className="hint" aria-busy="true" />
  return answer.data.sites.map(({ id, pages, shown }) => (
    <section key={id}>
      <h4>
        {model.data.labels[model.indexOf.get(id) ?? -1] ?? id}
        {words.colon} {words.pages(pages)}
      </h4>
      <ul className="rows">
        {shown.map(page => (
          <Said key={page.url} page={page} />
        ))}
      </ul>
    </section>
  ))
}

const Said = ({ page: { url, left, pivot, right } }: { readonly page: SayingPage }) => (
  <li>
    <p>
      {left}
      <mark>{pivot}</mark>
      {right}
    </p>
    <p className="found-page">
      <OutLink href={url}>{url}</OutLink>
    </p>
  </li>
)
