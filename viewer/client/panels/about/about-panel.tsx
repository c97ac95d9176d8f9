import { categoryColumn, numberColumn, rankBy } from '#viewer/client/model/model.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { TieRow } from '#viewer/client/parts/tie-row.tsx'
import { StoriesSection } from '#viewer/client/story/stories-section.tsx'
import { Brokers } from './brokers.tsx'
import { CommunityList } from './communities.tsx'
import { Figures } from './figures.tsx'

const most = 6

/** What to look at first: the most cited sites, the strongest ties, and the figures of the whole. */
export function AboutPanel() {
  const { model, shown, speech } = useWorkbench()
  const { words } = speech
  const isTied = model.data.undirected === true
  const cited = numberColumn(model, isTied ? 'degree' : 'in_degree')
  const countries = categoryColumn(model, 'country')
  const { source, target, weight } = model.ties
  const byWeight = Array.from(source, (_, tie) => tie)
    .filter(tie => shown.ties[tie] === 1)
    .sort((a, b) => weight[b]! - weight[a]! || a - b)
  const isAbroad = (tie: number): boolean => {
    const [from, to] = [countries?.values[source[tie]!] ?? -1, countries?.values[target[tie]!] ?? -1]
    return from >= 0 && to >= 0 && from !== to
  }
  const abroad = byWeight.filter(isAbroad)
  const mostCited =
    cited === undefined
      ? []
      : rankBy(model, cited).filter(site => (cited.values[site] ?? 0) > 0 && shown.sites[site] === 1)
  return (
    <>
      <section>
        <h2>{words.start}</h2>
        <p className="hint">{words.startText}</p>
      </section>
      <StoriesSection canWrite={false} />
      {abroad.length > 0 && (
        <section>
          <h2>{words.strongestAbroad}</h2>
          <ul className="rows">
            {abroad.slice(0, most).map(tie => (
              <TieRow key={tie} tie={tie} />
            ))}
          </ul>
        </section>
      )}
      <Brokers />
      {cited && mostCited.length > 0 && (
        <section>
          <h2>{isTied ? words.mostTied : words.mostCited}</h2>
          <ul className="rows">
            {mostCited.slice(0, most).map(site => (
              <SiteRow
                key={site}
                id={model.data.ids[site]!}
                label={model.data.labels[site]!}
                amount={cited.values[site] ?? 0}
                most={Math.max(...cited.values.map(value => value ?? 0), 1)}
                detail={
                  isTied
                    ? words.ties(cited.values[site] ?? 0)
                    : words.citedByCount(words.sites(cited.values[site] ?? 0))
                }
              />
            ))}
          </ul>
        </section>
      )}
      {model.data.ties.source.length === 0 && <p className="notice">{words.noTiesYet}</p>}
      {abroad.length === 0 && byWeight.length > 0 && (
        <section>
          <h2>{words.strongestTies}</h2>
          <ul className="rows">
            {byWeight.slice(0, most).map(tie => (
              <TieRow key={tie} tie={tie} />
            ))}
          </ul>
        </section>
      )}
      <CommunityList />
      <Figures abroad={abroad.length} />
    </>
  )
}
