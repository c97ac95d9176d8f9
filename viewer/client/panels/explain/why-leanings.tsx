import type { Leaning, WhyData } from '#viewer/protocol/explained.ts'
import { communityNamed } from '#data/vocabulary/community-mark.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'

/** With which communities either has its ties, beside what chance would give: what holds each where it is. */
export function WhyLeanings({ why }: { readonly why: WhyData }) {
  const { speech, select } = useWorkbench()
  const { words } = speech
  const { leanings } = why
  if (leanings.length === 0) return null
  const open = ({ text }: Leaning): void => select({ kind: 'community', of: communityNamed(text)?.name ?? '' })
  return (
    <section>
      <h3>{words.whyLeanings}</h3>
      <ul className="rows">
        {leanings.map(leaning => (
          <li key={`${leaning.end} ${leaning.kind}`} className="row-plain">
            <strong>
              <bdi>{why[leaning.end].name}</bdi>
              {words.colon}{' '}
              {why[leaning.end].kind === 'community' ? words.communityInside : words.whyLeaningKinds[leaning.kind]}
            </strong>{' '}
            <button type="button" className="plain" onClick={() => open(leaning)}>
              {words.communityWith(String(leaning.community), leaning.name)}
            </button>
            <br />
            {sayChance(leaning.ties, speech)}
            {why[leaning.end].unread === why[leaning.end].sites && ` · ${words.whyLeaningUnread}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
