import type { AgainstChance, Leaning, WhyData } from '#viewer/protocol/explained.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'

type Side = 'for' | 'against' | 'neither'

/** What chance gives more seldom than this speaks for one or the other. */
const telling = 0.05

interface Weighed {
  readonly name: string
  readonly said: string
  readonly side: Side
}

/** Facts on either side: what chance would hardly give speaks for being together where there is more, against it where there is less. */
export function WhyBalance({ why }: { readonly why: WhyData }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const { one, other, there, back, citers, cited, isUndirected, words: said } = why
  const sideOf = ({ p, side }: AgainstChance): Side => (p > telling ? 'neither' : side === 'more' ? 'for' : 'against')
  const weigh = (name: string, found: AgainstChance | null): Weighed[] =>
    found === null ? [] : [{ name, said: sayChance(found, speech), side: sideOf(found) }]
  // More ties than chance would give with a community that the other end is not in hold it elsewhere.
  const leaning = ({ end, kind, community, name, ties }: Leaning): Weighed[] => {
    const isShared = kind === 'own' && one.community === other.community
    const isOfOther = kind === 'asked' || isShared
    const side = sideOf(ties)
    return [
      {
        name:
          why[end].kind === 'community'
            ? words.whyLeaningInside(words.communityWith(String(community), name))
            : words.whyLeaningOf(why[end].name, words.communityWith(String(community), name)),
        said: sayChance(ties, speech),
        side: isOfOther ? side : side === 'for' ? 'against' : 'neither',
      },
    ]
  }
  const tie = isUndirected ? words.whyTiesBoth : words.whyTies
  const shared = (said ?? []).filter(({ isSpecific }) => isSpecific).flatMap(own => own.shared)
  const facts: readonly Weighed[] = [
    ...weigh(tie(one.name, other.name), there.ties),
    ...(isUndirected ? [] : weigh(tie(other.name, one.name), back.ties)),
    ...why.leanings.flatMap(leaning),
    ...weigh(words.whyCiters, citers.count),
    // Without directions those that both have ties to are those that have ties to both.
    ...weigh(words.whyCited, cited === null || isUndirected ? null : cited.count),
    ...(shared.length === 0
      ? []
      : [
          {
            name: words.whySharedWords,
            said: shared
              .slice(0, 4)
              .map(({ term }) => term)
              .join(', '),
            side: 'for' as const,
          },
        ]),
  ]
  return (
    <>
      {(['for', 'against', 'neither'] as const).map(side => {
        const own = facts.filter(fact => fact.side === side)
        return (
          <section key={side}>
            <h3>{words.whySides[side]}</h3>
            {own.length === 0 && <p className="hint">{words.whyNothingFor}</p>}
            <ul className="rows">
              {own.map(({ name, said: text }) => (
                <li key={name} className="row-plain">
                  <strong>{name}</strong>
                  <br />
                  {text}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
