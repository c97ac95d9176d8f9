import type { SearchData } from '#viewer/protocol/map.ts'
import { useAnswer } from '../ask.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { Dot } from '../parts/dot.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { SaidOnPages } from './said-on-pages.tsx'

/** Ties whose hyperlinks, or the titles of their pages, hold some words. */
export function SearchPanel({ query }: { readonly query: string }) {
  const { words } = useWorkbench().speech
  return <FoundPanel eyebrow={words.searchTitle} title={query} query={query} titles={1} />
}

/** Ties whose sentences, or anchors, hold a term as it stands; the sites can be coloured by who says it. */
export function SaidPanel({ term }: { readonly term: string }) {
  const { speech, view, change } = useWorkbench()
  const { words } = speech
  const isOn = view.says === term
  return (
    <FoundPanel eyebrow={words.saidTitle} title={term} query={`"${term}"`} titles={0}>
      <p>
        <button type="button" className="plain" aria-pressed={isOn} onClick={() => change({ says: isOn ? '' : term })}>
          {isOn ? words.saysUncolour : words.saysColour}
        </button>
      </p>
    </FoundPanel>
  )
}

interface FoundPanelProps {
  readonly eyebrow: string
  readonly title: string
  readonly query: string
  readonly titles: 0 | 1
  readonly children?: React.ReactNode
}

/** The first answer comes at once, of frequent words from a part of the texts; the whole count when it is there. */
function FoundPanel({ eyebrow, title, query, titles, children }: FoundPanelProps) {
  const { speech, found } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<SearchData>(`./api/search?q=${encodeURIComponent(query)}&titles=${titles}`)
  const isAtLeast = answer.state === 'ready' && answer.data.more
  return (
    <article aria-busy={answer.state === 'waiting' || (isAtLeast && found === null)}>
      <header className="panel-head">
        <p className="eyebrow">{eyebrow}</p>
        <h2 className="panel-title">{words.quote(title)}</h2>
        {answer.state === 'ready' && (
          <p>
            {isAtLeast && found === null
              ? words.searchAtLeast(words.ties(answer.data.total))
              : words.searchFound(words.ties(found?.source.length ?? answer.data.total))}
          </p>
        )}
        {children}
      </header>
      <NotYet answer={answer} words={words} />
      {answer.state === 'ready' && (
        <ul className="rows">
          {answer.data.ties.map(tie => (
            <FoundRow key={`${tie.source} ${tie.target}`} tie={tie} isAtLeast={isAtLeast} />
          ))}
        </ul>
      )}
      <SaidOnPages query={query} />
    </article>
  )
}

function FoundRow({ tie, isAtLeast }: { readonly tie: SearchData['ties'][number]; readonly isAtLeast: boolean }) {
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
        <span className="row-detail">{(isAtLeast ? speech.words.atLeast : String)(speech.words.links(tie.links))}</span>
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
