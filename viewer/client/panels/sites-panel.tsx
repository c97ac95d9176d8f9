import { litBy } from '../draw/lit-by.ts'
import { SiteRow } from '../parts/site-row.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { WhyLink } from './explain/why-link.tsx'
import { GroupWords } from './group-words.tsx'
import { SelectionTools } from './selection-tools.tsx'
import { TieList } from './tie-list.tsx'

/** An address for the server holds no more. */
const mostAsked = 200

/** Several sites at once: who they are, and the ties among them. */
export function SitesPanel({ ids }: { readonly ids: readonly string[] }) {
  const { model, shown, speech, select } = useWorkbench()
  const { words } = speech
  const sites = ids.map(id => model.indexOf.get(id)).filter(site => site !== undefined)
  const { weight } = model.ties
  const ties = [...litBy(model, shown, { sites }).ties].sort((a, b) => weight[b]! - weight[a]! || a - b)
  const [first, second] = ids
  const isCited = model.as === 'links'
  // What sites share has no direction: all its ties count.
  const amount = (site: number): number => model.tiesIn[site]!.length + (isCited ? 0 : model.tiesOut[site]!.length)
  return (
    <article>
      <header className="panel-head">
        <h2 className="panel-title">{words.sites(ids.length)}</h2>
        <p className="hint">{words.addHint}</p>
      </header>
      <SelectionTools ids={ids} />
      <ul className="rows">
        {sites.map(site => (
          <SiteRow
            key={site}
            id={model.data.ids[site]!}
            label={model.data.labels[site]!}
            amount={amount(site)}
            most={Math.max(1, ...sites.map(amount))}
            detail={isCited ? words.citedByCount(words.sites(amount(site))) : words.ties(amount(site))}
          />
        ))}
      </ul>
      {ids.length === 2 && first !== undefined && second !== undefined && (
        <p>
          <button
            type="button"
            className="plain"
            onClick={() => select({ kind: 'path', source: first, target: second })}
          >
            {words.pathBetween}
          </button>{' '}
          <WhyLink one={first} other={second} />
        </p>
      )}
      {model.as === 'links' && ids.length <= mostAsked && (
        <GroupWords
          key={ids.join(' ')}
          group={ids.map(id => ['site', id] as const)}
          title={words.sitesWords}
          hint={words.groupWordsHint}
        />
      )}
      <section>
        <h3>
          {words.tiesAmong} <span className="tally">{speech.count(ties.length)}</span>
        </h3>
        {ties.length === 0 ? <p className="hint">{words.noTiesAmong[model.as]}</p> : <TieList ties={ties} />}
      </section>
    </article>
  )
}
