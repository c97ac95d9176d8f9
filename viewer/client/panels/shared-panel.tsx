import { useMemo } from 'react'
import { endsInstead } from '../draw/focus.ts'
import { buildModel, tieBetween, type Model } from '../model/model.ts'
import { shownBy } from '../filters/shown-by.ts'
import { useLayer } from '../view/use-layer.ts'
import { wholeLayer, type Selection } from '../view/view.ts'
import { useWorkbench, WorkbenchProvider } from '../workbench-context.ts'
import { sayShared } from '../words/say-shared.ts'
import { PairHead } from './pair-head.tsx'
import { TieList } from './tie-list.tsx'

type Pair = Extract<Selection, { kind: 'shared' }>

/** What two sites share: each site that cites both, or that both cite, with its two ties as the way to their hyperlinks. */
export function SharedPanel({ pair }: { readonly pair: Pair }) {
  const bench = useWorkbench()
  const { view, speech } = bench
  const { data } = bench.model
  const layer = [view.layer, view.against].find(one => one?.as === pair.as) ?? wholeLayer
  const whole = useMemo(() => buildModel(data), [data])
  const links = useLayer(whole, { ...layer, as: 'links' })
  const shown = useMemo(() => shownBy(links, view.filters), [links, view.filters])
  const ties = tiesBehind(links, pair)
  return (
    <article>
      <PairHead {...pair} text={sayShared(pair.as, ties.length / 2, speech)} />
      <WorkbenchProvider
        value={{ ...bench, model: links, shown, point: focus => bench.point(endsInstead(links, focus)) }}
      >
        <TieList ties={ties} atFirst={50} />
      </WorkbenchProvider>
    </article>
  )
}

/** The ties that make a pair, two after two: of each site that cites both, or of both to each that they cite. */
export function tiesBehind(links: Model, { as, source, target }: Pair): number[] {
  const [one, other] = [links.indexOf.get(source), links.indexOf.get(target)]
  if (one === undefined || other === undefined) return []
  const { source: from, target: to } = links.ties
  if (as === 'co-citation')
    return links.tiesIn[one]!.flatMap(tie => {
      const also = tieBetween(links, from[tie]!, other)
      return also === undefined ? [] : [tie, also]
    })
  return links.tiesOut[one]!.flatMap(tie => {
    const also = tieBetween(links, other, to[tie]!)
    return also === undefined ? [] : [tie, also]
  })
}
