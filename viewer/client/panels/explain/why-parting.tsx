import type { WhyData } from '#viewer/protocol/explained.ts'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { QuotedTieItem } from './quoted-tie.tsx'

const mostOpen = 12

/** The fewest other sites without which the two are parted, each with a way that leads by it. */
export function WhyParting({ why: { parting } }: { readonly why: WhyData }) {
  const { speech, select } = useWorkbench()
  const { words } = speech
  const said =
    parting === null
      ? words.whyPartingMany
      : parting.size === 0
        ? words.whyPartingNone
        : words.whyPartingSize(words.sites(parting.size))
  return (
    <section>
      <h3>{words.whyParting}</h3>
      <p>
        {said} {parting !== null && parting.direct > 0 && words.whyPartingDirect(words.ties(parting.direct))}
      </p>
      <MoreOf items={parting?.shown ?? []} atFirst={mostOpen} total={parting?.size}>
        {first =>
          first.map(({ id, label, way }) => (
            <details key={id}>
              <summary>{label}</summary>
              <p>
                <button type="button" className="plain" onClick={() => select({ kind: 'site', id })}>
                  {words.whyPartingShow(label)}
                </button>
              </p>
              <ol className="links">
                {way.map(tie => (
                  <QuotedTieItem key={`${tie.source.id} ${tie.target.id}`} tie={tie} />
                ))}
              </ol>
            </details>
          ))
        }
      </MoreOf>
    </section>
  )
}
