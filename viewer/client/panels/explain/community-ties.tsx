import type { CommunityData, TiesWith } from '#viewer/protocol/explained.ts'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'

const mostGroups = 8

/** Ties inside, with other communities and by country, each beside what chance would give; and members between countries. */
export function CommunityTies({ facts }: { readonly facts: CommunityData }) {
  const { speech, model } = useWorkbench()
  const { words } = speech
  const { ties, brokers, isUndirected } = facts
  const row = (name: string, { out, in: back }: Pick<TiesWith<unknown>, 'out' | 'in'>) => (
    <li key={name} className="row-plain">
      <strong>{name}</strong>
      <br />
      {isUndirected
        ? sayChance(out, speech)
        : `${words.communityCites} ${sayChance(out, speech)} · ${words.communityCitedBy} ${sayChance(back, speech)}`}
    </li>
  )
  return (
    <section>
      <h3>{words.communityTies}</h3>
      <p className="hint">{words.communityTiesHint}</p>
      <ul className="rows">
        <li className="row-plain">
          <strong>{words.communityInside}</strong>
          <br />
          {sayChance(ties.inside, speech)}
        </li>
        {ties.communities
          .slice(0, mostGroups)
          .map(one => row(words.communityWith(String(one.group.number), one.group.name), one))}
        {ties.countries
          .slice(0, mostGroups)
          .map(one =>
            row(
              words.communityWithCountry(one.group === '' ? words.communityNoCountry : speech.country(one.group)),
              one,
            ),
          )}
      </ul>
      {brokers.length > 0 && (
        <>
          <h3>{words.communityBrokers}</h3>
          <ul className="rows">
            {brokers.slice(0, 4).map(({ id, role, count, expected }) => (
              <SiteRow
                key={`${id} ${role}`}
                id={id}
                label={model.data.labels[model.indexOf.get(id) ?? -1] ?? id}
                amount={count}
                most={brokers[0]!.count}
                detail={words.brokerCount(speech.count(count), speech.number(expected))}
                below={words.roles[role] ?? role}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
