import type { CommunityData, Member } from '#viewer/protocol/explained.ts'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'

const atFirst = 8
const fewBridges = 4

/** The sites of a community from its core outwards, those that the runs do not agree on, and those with most ties outside. */
export function CommunitySites({ facts: { members, isUndirected } }: { readonly facts: CommunityData }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const { sites, coreDegree, bridges } = members
  const most = Math.max(1, ...sites.map(({ citing }) => citing))
  const detail = ({ isUnread, citing, cited }: Member): string =>
    isUndirected
      ? words.communityMemberTies(words.ties(citing))
      : isUnread || cited === null
        ? words.communityMemberUnread(speech.count(citing))
        : words.communityMember(speech.count(citing), speech.count(cited))
  return (
    <>
      <section>
        <h3>
          {words.communitySites} <span className="tally">{speech.count(sites.length)}</span>
        </h3>
        {coreDegree > 0 && <p className="hint">{words.communityCore(words.ties(coreDegree))}</p>}
        <MoreOf items={sites} atFirst={atFirst}>
          {shown => (
            <ul className="rows">
              {shown.map(site => (
                <SiteRow
                  key={site.id}
                  id={site.id}
                  label={site.label}
                  amount={site.citing}
                  most={most}
                  detail={site.isCore ? words.communityInCore : ''}
                  below={detail(site)}
                />
              ))}
            </ul>
          )}
        </MoreOf>
      </section>
      <Unsettled sites={sites} />
      {bridges.length > 0 && (
        <section>
          <h3>{words.communityBridges}</h3>
          <MoreOf items={bridges} atFirst={fewBridges}>
            {shown => (
              <ul className="rows">
                {shown.map(({ id, label, outside, communities }) => (
                  <SiteRow
                    key={id}
                    id={id}
                    label={label}
                    amount={outside.observed}
                    most={bridges[0]!.outside.observed}
                    detail={words.communityCount(communities)}
                    below={sayChance(outside, speech)}
                  />
                ))}
              </ul>
            )}
          </MoreOf>
        </section>
      )}
    </>
  )
}

/** A site that fewer of the runs than these put together with its fellows might as well be elsewhere. */
const settled = 0.8

function Unsettled({ sites }: { readonly sites: readonly Member[] }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const own = sites
    .flatMap(({ id, label, stability }) =>
      stability === null || stability >= settled ? [] : [{ id, label, stability }],
    ) // prettier-ignore
    .toSorted((a, b) => a.stability - b.stability || (a.id < b.id ? -1 : 1))
  if (own.length === 0) return null
  return (
    <section>
      <h3>{words.communityUnsettled}</h3>
      <p className="hint">{words.communityUnsettledHint}</p>
      <MoreOf items={own} atFirst={fewBridges}>
        {shown => (
          <ul className="rows">
            {shown.map(({ id, label, stability }) => (
              <SiteRow key={id} id={id} label={label} amount={stability} most={1} detail={speech.share(stability)} />
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  )
}
