import { useState } from 'react'
import type { ToolOfSite, ToolsData } from '#viewer/protocol/tools.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { keepCategories } from '#viewer/client/filters/categories.ts'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { published } from '#viewer/client/published.ts'
import { shownWave, waveQuery } from '#viewer/client/view/shown-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** The tools that a site borrows, asked for when the fold is opened; each with the pages that show it. */
export function SiteBorrowed({ id }: { readonly id: string }) {
  const { model, speech } = useWorkbench()
  const [isOpen, setOpen] = useState(false)
  if (published !== null || model.data.ofFile) return null
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{speech.words.borrowed}</summary>
      {isOpen && <ToolList id={id} />}
    </details>
  )
}

function ToolList({ id }: { readonly id: string }) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const wave = waveQuery(shownWave(view, model.data))
  const answer = useAnswer<ToolsData>(`./api/tools?id=${encodeURIComponent(id)}${wave}`)
  if (answer.state !== 'ready') return <NotYet answer={answer} words={words} />
  const { pages, known, tools } = answer.data
  if (known === 0) return <p className="hint">{pages === 0 ? words.borrowedUnread : words.borrowedNotKept}</p>
  return (
    <>
      <p className="hint">{tools.length === 0 ? words.borrowedNone : words.borrowedHint(words.pagesReadOf(known))}</p>
      {tools.map(tool => (
        <Tool key={tool.name} tool={tool} />
      ))}
    </>
  )
}

/** A fold in a fold: whose it is, then page by page what shows it. */
function Tool({ tool }: { readonly tool: ToolOfSite }) {
  const { speech, view, step } = useWorkbench()
  const { words } = speech
  const place = [
    tool.maker,
    tool.country === '' ? '' : speech.country(tool.country),
    words.toolCategories[tool.category],
  ]
  const keep = (): void => {
    const categories = keepCategories(view.filters.categories, 'tool', [tool.name])
    step({ filters: { ...view.filters, categories } })
  }
  return (
    <details className="borrowed">
      <summary>
        {tool.name} <span className="tally">{words.pages(tool.pages)}</span>
      </summary>
      <p className="hint">{place.filter(part => part !== '').join(' · ')}</p>
      {[...Map.groupBy(tool.shown, ({ url }) => url)].map(([url, signs]) => (
        <div key={url}>
          <OutLink href={url}>{url}</OutLink>
          {signs.map(({ kind, sign }) => (
            <p key={`${kind} ${sign}`} className="hint">
              {words.borrowedKinds[kind]}
              {words.colon} <code>{sign}</code>
            </p>
          ))}
        </div>
      ))}
      {tool.sources.map(({ url, checked }) => (
        <p key={url} className="hint">
          {words.borrowedSource} <OutLink href={url}>{url}</OutLink>{' '}
          {checked === '' ? words.borrowedUnchecked : words.borrowedChecked(speech.date(checked))}
        </p>
      ))}
      <button type="button" className="plain" onClick={keep}>
        {words.borrowedKeep}
      </button>
    </details>
  )
}
