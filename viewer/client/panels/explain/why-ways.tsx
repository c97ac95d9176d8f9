import type { QuotedTie, WhyData } from '#viewer/protocol/explained.ts'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { QuotedTieItem } from './quoted-tie.tsx'
import { TieButton } from './tie-button.tsx'

/** The shortest chains of citations, and what would have to be dropped to part the two. */
export function WhyWays({ why }: { readonly why: WhyData }) {
  const { words } = useWorkbench().speech
  const { one, other, chains, isUndirected } = why
  return (
    <>
      <section>
        <h3>{words.whyChains}</h3>
        <ChainOf title={words.whyTies(one.name, other.name)} chain={chains.there} />
        {!isUndirected && <ChainOf title={words.whyTies(other.name, one.name)} chain={chains.back} />}
      </section>
      <Cut why={why} />
    </>
  )
}

function ChainOf({ title, chain }: { readonly title: string; readonly chain: readonly QuotedTie[] | null }) {
  const { words } = useWorkbench().speech
  return (
    <>
      <p>
        {title}
        {words.colon} {chain === null ? words.whyNoChain : words.pathSteps(chain.length)}
      </p>
      <ol className="links">
        {(chain ?? []).map(tie => (
          <QuotedTieItem key={`${tie.source.id} ${tie.target.id}`} tie={tie} />
        ))}
      </ol>
    </>
  )
}

function Cut({ why: { cut, one, other } }: { readonly why: WhyData }) {
  const { words } = useWorkbench().speech
  const said =
    cut === null ? words.whyCutMany : cut.size === 0 ? words.whyCutNone : words.whyCutSize(words.ties(cut.size))
  return (
    <section>
      <h3>{words.whyCut}</h3>
      <p>
        {said} {cut?.allOf && cut.size > 0 && words.whyCutAll(cut.allOf === 'one' ? one.name : other.name)}
      </p>
      <MoreOf items={cut?.shown ?? []} atFirst={12} total={cut?.size}>
        {first => (
          <ul className="rows">
            {first.map(([a, b]) => (
              <li key={`${a.id} ${b.id}`}>
                <TieButton source={a} target={b} text={words.whyTiesBoth(a.label, b.label)} />
              </li>
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  )
}
