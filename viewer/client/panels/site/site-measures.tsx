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
              <Rank column={column} site={site} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Among the sites that have a value; nothing where all have the same one, or where it ranks nobody (an error, an expected value). */
function Rank({ column: { values, unranked }, site }: { readonly column: NumberColumn; readonly site: number }) {
  const { speech } = useWorkbench()
  const known = values.filter(value => value !== null)
  const own = values[site] ?? -Infinity
  if (unranked || known.every(value => value === own)) return null
  const rank = 1 + known.filter(value => value > own).length
  return <small>{speech.words.rankOf(speech.count(rank), speech.count(known.length))}</small>
}
