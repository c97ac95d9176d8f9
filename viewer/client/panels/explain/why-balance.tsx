import type { AgainstChance, WhyData } from '#viewer/protocol/explained.ts'
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
  const tie = isUndirected ? words.whyTiesBoth : words.whyTies
  const shared = (said ?? []).filter(({ isSpecific }) => isSpecific).flatMap(own => own.shared)
  const facts: readonly Weighed[] = [
    ...weigh(tie(one.name, other.name), there.ties),
    ...(isUndirected ? [] : weigh(tie(other.name, one.name), back.ties)),
    ...weigh(words.whyCiters, citers.count),
    ...weigh(words.whyCited, cited === null ? null : cited.count),
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
