import type { SharedSites, WhyData } from '#viewer/protocol/explained.ts'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'

/** Third sites that cite both, and that both cite, against what their degrees would give. */
export function WhyShared({ why: { citers, cited, unreadThirds, isUndirected } }: { readonly why: WhyData }) {
  const { words } = useWorkbench().speech
  return (
    <>
      <Shared title={words.whyCiters} shared={citers} unread={unreadThirds} />
      {isUndirected ? null : cited === null ? (
        <section>
          <h3>{words.whyCited}</h3>
          <p className="hint">{words.whyCitedUnknown}</p>
        </section>
      ) : (
        <Shared title={words.whyCited} shared={cited} unread={0} />
      )}
    </>
  )
}

interface SharedProps {
  readonly title: string
  readonly shared: SharedSites
  /** Of so many others nobody knows. */
  readonly unread: number
}

function Shared({ title, shared: { count, shown }, unread }: SharedProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  return (
    <section>
      <h3>{title}</h3>
      <p>{sayChance(count, speech)}</p>
      {unread > 0 && <p className="hint">{words.whySomeUnread(words.sites(unread))}</p>}
      <MoreOf items={shown} atFirst={8} total={count.observed}>
        {first => (
          <ul className="rows">
            {first.map(({ id, label, ties }) => (
              <SiteRow key={id} id={id} label={label} amount={ties} most={shown[0]!.ties} detail={words.ties(ties)} />
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  )
}
