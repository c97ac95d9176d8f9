import type { ReactNode } from 'react'
import type { CommunityData, TiesWith } from '#viewer/protocol/explained.ts'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'

const mostGroups = 8
const fewBrokers = 4

/** Ties inside, with other communities and by country, each beside what chance would give; a community leads to why the two are two. */
export function CommunityTies({ facts }: { readonly facts: CommunityData }) {
  const { speech, select } = useWorkbench()
  const { words } = speech
  const { ties, isUndirected } = facts
  const row = (key: string, name: ReactNode, { out, in: back }: Pick<TiesWith<unknown>, 'out' | 'in'>) => (
    <li key={key} className="row-plain">
      {name}
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
      </ul>
      <MoreOf items={ties.communities} atFirst={mostGroups}>
        {shown => (
          <ul className="rows">
            {shown.map(({ group: { number, name, text }, ...one }) =>
              row(
                text,
                <button
                  type="button"
                  className="plain"
                  title={words.whyBetween}
                  onClick={() => select({ kind: 'why', one: facts.text, other: text })}
                >
                  {words.communityWith(String(number), name)}
                </button>,
                one,
              ),
            )}
          </ul>
        )}
      </MoreOf>
      <MoreOf items={ties.countries} atFirst={mostGroups}>
        {shown => (
          <ul className="rows">
            {shown.map(({ group, ...one }) => {
              const country = group === '' ? words.communityNoCountry : speech.country(group)
              return row(group, <strong>{words.communityWithCountry(country)}</strong>, one)
            })}
          </ul>
        )}
      </MoreOf>
      <CommunityBrokers facts={facts} />
    </section>
  )
}

function CommunityBrokers({ facts: { brokers } }: { readonly facts: CommunityData }) {
  const { speech, model } = useWorkbench()
  const { words } = speech
  if (brokers.length === 0) return null
  return (
    <>
      <h3>{words.communityBrokers}</h3>
      <MoreOf items={brokers} atFirst={fewBrokers}>
        {shown => (
          <ul className="rows">
            {shown.map(({ id, role, count, expected }) => (
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
        )}
      </MoreOf>
    </>
  )
}
