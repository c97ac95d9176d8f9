import type { CommunityData } from '#viewer/protocol/explained.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { communityOfSite } from '#data/vocabulary/community-mark.ts'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { CommunityCaption } from './community-caption.tsx'
import { CommunityNameField } from './community-name-field.tsx'
import { CommunitySites } from './community-sites.tsx'
import { CommunityTies } from './community-ties.tsx'
import { CommunityPages, CommunityWordList } from './community-words.tsx'
import { EndChoice } from './end-choice.tsx'

/** All that is told of the community of the site `of`. */
export function CommunityPanel({ of }: { readonly of: string }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<CommunityData>(`./api/community?of=${encodeURIComponent(of)}`)
  if (answer.state !== 'ready') return <NotYet answer={answer} words={words} gone={words.communityGone} />
  const facts = answer.data
  const { number, given, suggestions, countries, members, stability, runs } = facts
  const name = given || suggestions[0] || String(number)
  const isNowhere = countries.every(([country]) => country === '')
  const saidCountries = (isNowhere ? [] : countries)
    .map(
      ([country, sites]) =>
        `${country === '' ? words.communityNoCountry : speech.country(country)} ${speech.count(sites)}`,
    )
    .join(', ')
  return (
    <article>
      <header className="panel-head">
        <p className="eyebrow">
          {words.community} {number}
        </p>
        <h2 className="panel-title">{name}</h2>
        <p>
          {words.sites(members.sites.length)}
          {saidCountries !== '' && `${words.colon} ${saidCountries}`}
        </p>
        {stability !== null && (
          <p className="hint">
            {runs === null
              ? words.communityStabilityAlone(speech.share(stability))
              : words.communityStability(speech.share(stability), speech.count(runs))}
          </p>
        )}
        {facts.isStale && <p className="notice">{words.explainStale}</p>}
      </header>
      <CommunityNameField facts={facts} />
      <CommunityCaption facts={facts} name={name} countries={saidCountries} />
      <CommunitySites facts={facts} />
      <CommunityTies facts={facts} />
      <CommunityWordList facts={facts} />
      <CommunityPages facts={facts} />
      <EndChoice end={communityOfSite(of)} number={number} />
    </article>
  )
}
