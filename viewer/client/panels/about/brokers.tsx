import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

const shown = 6
const significant = 0.05

/** Sites that stand between countries more, or less, than chance would have it; nothing without its null model. */
export function Brokers() {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const brokers = (model.data.analysis?.brokers ?? []).filter(({ id, role, q }) => q <= significant && role !== 'coordinator' && model.indexOf.has(id)) // prettier-ignore
  if (brokers.length === 0) return null
  const most = Math.max(...brokers.map(({ count, expected }) => Math.max(count, expected)))
  return (
    <section>
      <h2>{words.brokers}</h2>
      <p className="hint">{words.brokersHint}</p>
      <ul className="rows">
        {brokers.slice(0, shown).map(({ id, role, count, expected }) => (
          <SiteRow
            key={`${id} ${role}`}
            id={id}
            label={model.data.labels[model.indexOf.get(id)!]!}
            amount={count}
            most={most}
            detail={words.brokerCount(speech.count(count), speech.number(expected))}
            below={words.roles[role] ?? role}
          />
        ))}
      </ul>
    </section>
  )
}
