import type { Between, WhyData } from '#viewer/protocol/explained.ts'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'
import { QuotedTieItem } from './quoted-tie.tsx'

/** The ties between the two, there and back, with quotes. */
export function WhyBetween({ why: { one, other, there, back, isUndirected } }: { readonly why: WhyData }) {
  const { words } = useWorkbench().speech
  if (isUndirected) return <Ties title={words.whyTiesBoth(one.name, other.name)} between={there} />
  return (
    <>
      <Ties title={words.whyTies(one.name, other.name)} between={there} />
      <Ties title={words.whyTies(other.name, one.name)} between={back} />
    </>
  )
}

function Ties({ title, between: { ties, unread, shown } }: { readonly title: string; readonly between: Between }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const isBare = shown.length > 0 && shown.every(({ quotes }) => quotes.length === 0)
  return (
    <section>
      <h3>{title}</h3>
      <p>
        {ties === null
          ? words.whyNotRead
          : ties.observed === 0
            ? `${words.whyNoTie}${words.colon} ${sayChance(ties, speech)}`
            : sayChance(ties, speech)}
      </p>
      {ties !== null && unread > 0 && <p className="hint">{words.whySomeUnread(words.sites(unread))}</p>}
      {isBare && <p className="hint">{words.whyFileTies}</p>}
      <MoreOf items={shown} atFirst={10} total={ties?.observed}>
        {first => (
          <ul className="links">
            {first.map(tie => (
              <QuotedTieItem key={`${tie.source.id} ${tie.target.id}`} tie={tie} />
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  )
}
