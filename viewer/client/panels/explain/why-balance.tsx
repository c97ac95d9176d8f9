import type { AgainstChance, WhyData } from '#viewer/protocol/explained.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { sayChance } from './against-chance.tsx'

interface Weighed {
  readonly name: string
  readonly said: string
  readonly side: 'for' | 'against'
}

/** Facts on either side: what is more than chance would give speaks for being together, what is less against it. */
export function WhyBalance({ why }: { readonly why: WhyData }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const { one, other, there, back, citers, cited, isUndirected, words: said } = why
  const weigh = (name: string, found: AgainstChance | null): Weighed[] =>
    found === null
      ? []
      : [
          {
            name,
            said: sayChance(found, speech),
            side: found.observed > 0 && found.side === 'more' ? 'for' : 'against',
          },
        ]
  const tie = isUndirected ? words.whyTiesBoth : words.whyTies
  const shared = said.filter(({ isSpecific }) => isSpecific).flatMap(own => own.shared)
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
      {(['for', 'against'] as const).map(side => {
        const own = facts.filter(fact => fact.side === side)
        return (
          <section key={side}>
            <h3>{side === 'for' ? words.whyFor : words.whyAgainst}</h3>
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
