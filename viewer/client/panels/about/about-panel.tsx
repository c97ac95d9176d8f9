import { useMemo } from 'react'
import { categoryColumn, largestOf, type Model, numberColumn } from '#viewer/client/model/model.ts'
import type { Shown } from '#viewer/client/model/shown.ts'
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
  const { strongest, abroad, abroadCount } = useMemo(() => strongestTies(model, shown), [model, shown])
  const { mostCited, mostOften } = useMemo(() => {
    const value = (site: number): number => cited?.values[site] ?? 0
    const isKept = (site: number): boolean => value(site) > 0 && shown.sites[site] === 1
    const [first] = largestOf(model.siteCount, 1, { isKept: () => true, value })
    return {
      mostCited: largestOf(model.siteCount, most, { isKept, value }),
      mostOften: first === undefined ? 1 : Math.max(value(first), 1),
    }
  }, [model, shown, cited])
  return (
    <>
      <section className="screen-only">
        <h2>{words.start}</h2>
        <p className="hint">{words.startText}</p>
      </section>
      <StoriesSection canWrite={false} />
      {abroad.length > 0 && (
        <section>
          <h2>{words.strongestAbroad}</h2>
          <ul className="rows">
            {abroad.map(tie => (
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
            {mostCited.map(site => (
              <SiteRow
                key={site}
                id={model.data.ids[site]!}
                label={model.data.labels[site]!}
                amount={cited.values[site] ?? 0}
                most={mostOften}
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
      {abroad.length === 0 && strongest.length > 0 && (
        <section>
          <h2>{words.strongestTies}</h2>
          <ul className="rows">
            {strongest.map(tie => (
              <TieRow key={tie} tie={tie} />
            ))}
          </ul>
        </section>
      )}
      <CommunityList />
      <Figures abroad={abroadCount} />
    </>
  )
}

/** Of the ties shown the strongest, the strongest between countries; and of all how many there are between countries. */
function strongestTies(
  model: Model,
  shown: Shown,
): { readonly strongest: readonly number[]; readonly abroad: readonly number[]; readonly abroadCount: number } {
  const countries = categoryColumn(model, 'country')?.values
  const { source, target, weight } = model.ties
  const value = (tie: number): number => weight[tie]!
  const isKept = (tie: number): boolean => shown.ties[tie] === 1
  const isAbroad = (tie: number): boolean => {
    const [from, to] = [countries?.[source[tie]!] ?? -1, countries?.[target[tie]!] ?? -1]
    return from >= 0 && to >= 0 && from !== to
  }
  let abroadCount = 0
  for (let tie = 0; tie < model.tieCount; tie++) if (isAbroad(tie)) abroadCount += 1
  return {
    strongest: largestOf(model.tieCount, most, { isKept, value }),
    abroad: largestOf(model.tieCount, most, { isKept: tie => isKept(tie) && isAbroad(tie), value }),
    abroadCount,
  }
}
