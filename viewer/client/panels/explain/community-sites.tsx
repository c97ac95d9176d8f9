import { useState } from 'react'
import type { CommunityData, Member } from '#viewer/protocol/explained.ts'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

const atFirst = 8

/** The sites of a community from its core outwards, and those with most ties outside. */
export function CommunitySites({ members: { sites, coreDegree } }: { readonly members: CommunityData['members'] }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const [shown, setShown] = useState(atFirst)
  const most = Math.max(1, ...sites.map(({ citing }) => citing))
  const bridges = sites.filter(({ communities }) => communities > 0).toSorted((a, b) => b.outside - a.outside)
  const detail = ({ isUnread, citing, cited }: Member): string =>
    isUnread || cited === null
      ? words.communityMemberUnread(speech.count(citing))
      : words.communityMember(speech.count(citing), speech.count(cited))
  return (
    <>
      <section>
        <h3>
          {words.communitySites} <span className="tally">{speech.count(sites.length)}</span>
        </h3>
        {coreDegree > 0 && <p className="hint">{words.communityCore(words.ties(coreDegree))}</p>}
        <ul className="rows">
          {sites.slice(0, shown).map(site => (
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
        {shown < sites.length && (
          <button type="button" className="plain" onClick={() => setShown(shown + 50)}>
            {words.showMore(speech.count(Math.min(50, sites.length - shown)))}
          </button>
        )}
      </section>
      {bridges.length > 0 && (
        <section>
          <h3>{words.communityBridges}</h3>
          <ul className="rows">
            {bridges.slice(0, 4).map(({ id, label, outside, communities }) => (
              <SiteRow
                key={id}
                id={id}
                label={label}
                amount={outside}
                most={bridges[0]!.outside}
                detail={words.communityBridge(words.ties(outside), words.communityCount(communities))}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
