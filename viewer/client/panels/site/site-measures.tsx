import type { NumberColumn } from '#viewer/protocol/map.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Every measure of one site, with its rank among all. */
export function SiteMeasures({ site }: { readonly site: number }) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const measures = model.data.columns.filter(
    (column): column is NumberColumn =>
      column.kind === 'number' && column.origin === 'analysis' && column.values[site] !== null,
  )
  if (measures.length === 0) return null
  return (
    <section>
      <h3>{words.measures}</h3>
      <dl className="facts">
        {measures.map(column => (
          <div key={column.name}>
            <dt title={column.description?.[speech.language]}>{speech.columnTitle(column)}</dt>
            <dd>
              {speech.number(column.values[site] ?? null)}
              <small>{words.rankOf(speech.count(rankOf(column, site)), speech.count(model.siteCount))}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const rankOf = ({ values }: NumberColumn, site: number): number =>
  1 + values.filter(value => (value ?? -Infinity) > (values[site] ?? -Infinity)).length
