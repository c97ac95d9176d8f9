import type { SearchData } from '#viewer/protocol/map.ts'
import { useAnswer } from '../ask.ts'
import { Dot } from '../parts/dot.tsx'
import { useWorkbench } from '../workbench-context.ts'

/** Ties whose hyperlinks, or the titles of their pages, hold some words. */
export function SearchPanel({ query }: { readonly query: string }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<SearchData>(`./api/search?q=${encodeURIComponent(query)}`)
  return (
    <article aria-busy={answer.state === 'waiting'}>
      <header className="panel-head">
        <p className="eyebrow">{words.searchTitle}</p>
        <h2 className="panel-title">{words.quote(query)}</h2>
        {answer.state === 'ready' && <p>{words.searchFound(words.ties(answer.data.total))}</p>}
      </header>
      {answer.state === 'failed' && <p className="notice">{words.failed}</p>}
      {answer.state === 'ready' && (
        <ul className="rows">
          {answer.data.ties.map(tie => (
            <FoundRow key={`${tie.source} ${tie.target}`} tie={tie} />
          ))}
        </ul>
      )}
    </article>
  )
}

function FoundRow({ tie }: { readonly tie: SearchData['ties'][number] }) {
  const { model, speech, select } = useWorkbench()
  const label = (id: string): string => model.data.labels[model.indexOf.get(id) ?? -1] ?? id
  return (
    <li>
      <button
        type="button"
        className="row"
        onClick={() => select({ kind: 'tie', source: tie.source, target: tie.target })}
      >
        <Dot site={model.indexOf.get(tie.source)} />
        <span className="row-name">{label(tie.source)}</span>
        <span className="row-detail">{speech.words.links(tie.links)}</span>
        <span className="tie-target">
          <span className="tie-verb-small">{speech.words.tieVerb}</span>
          <Dot site={model.indexOf.get(tie.target)} />
          <span className="row-name">{label(tie.target)}</span>
        </span>
        <span className="found-text">{speech.words.quote(tie.text)}</span>
      </button>
    </li>
  )
}
