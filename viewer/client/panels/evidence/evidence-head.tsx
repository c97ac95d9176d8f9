import { useMemo } from 'react'
import { buildModel, tieBetween } from '#viewer/client/model/model.ts'
import { Dot } from '#viewer/client/parts/dot.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Who cites whom, how much, and whether it is answered. */
export function EvidenceHead({ source, target }: { readonly source: string; readonly target: string }) {
  const bench = useWorkbench()
  const { speech, select } = bench
  // The map may show what sites share; hyperlinks make ties of the other kind.
  const model = useMemo(
    () => (bench.model.as === 'links' || bench.model.as === 'ties' ? bench.model : buildModel(bench.model.data)),
    [bench.model],
  )
  const { words } = speech
  const { ties } = model
  const { labels } = model.data
  const [from, to] = [model.indexOf.get(source), model.indexOf.get(target)]
  const label = (site: number | undefined, id: string): string => (site === undefined ? id : labels[site]!)
  // The ties of two waves together count nothing but waves.
  const isCounted = from !== undefined && to !== undefined && bench.view.screen !== 'change'
  const tie = isCounted ? tieBetween(model, from, to) : undefined
  const back = tie === undefined ? -1 : model.reverse[tie]!
  const amount = (at: number): string =>
    ties.links[at] === 0
      ? words.importedTie(words.weight(speech.number(ties.weight[at]!)))
      : words.citesOn(words.links(ties.links[at]!), words.pages(ties.pages[at]!))
  const end = (site: number | undefined, id: string) => (
    <button type="button" className="end" onClick={() => select({ kind: 'site', id })}>
      <Dot site={site} size={16} />
      <span>{label(site, id)}</span>
    </button>
  )
  return (
    <header className="panel-head">
      <p className="eyebrow">{words.tie}</p>
      <h2 className="tie-title">
        {end(from, source)}
        <span className="tie-verb">{model.as === 'ties' ? words.and : words.tieVerb}</span>
        {end(to, target)}
      </h2>
      {tie !== undefined && <p>{amount(tie)}</p>}
      {tie !== undefined &&
        model.as !== 'ties' &&
        (back === -1 ? (
          <p className="hint">
            {(model.unread.has(to ?? -1) ? words.reverseNotRead : words.noReverse)(
              label(to, target),
              label(from, source),
            )}
          </p>
        ) : (
          <p>
            <button
              type="button"
              className="plain"
              onClick={() => select({ kind: 'tie', source: target, target: source })}
            >
              ⇄{' '}
              {ties.links[back] === 0
                ? words.hoverImported(
                    label(to, target),
                    label(from, source),
                    words.weight(speech.number(ties.weight[back]!)),
                  )
                : words.reverseTie(label(to, target), label(from, source), words.pages(ties.pages[back]!))}
            </button>
          </p>
        ))}
    </header>
  )
}
