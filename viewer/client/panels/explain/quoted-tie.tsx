import type { QuotedTie } from '#viewer/protocol/explained.ts'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { shortAddress } from '#viewer/client/parts/short-address.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** A tie with its hyperlinks: a click opens all of its evidence. */
export function QuotedTieItem({ tie: { source, target, quotes } }: { readonly tie: QuotedTie }) {
  const { speech, select } = useWorkbench()
  const { words } = speech
  return (
    <li className="link-line">
      <button
        type="button"
        className="plain"
        onClick={() => select({ kind: 'tie', source: source.id, target: target.id })}
      >
        {words.whyTies(source.label, target.label)}
      </button>
      {quotes.map(({ sentence, anchor, sourceUrl, language }) => (
        <div key={`${sourceUrl} ${sentence} ${anchor}`}>
          <blockquote lang={language || undefined}>
            {sentence === '' ? anchor === '' ? <em>{words.noAnchor}</em> : <mark>{anchor}</mark> : sentence}
          </blockquote>
          <p className="link-target">
            <OutLink href={sourceUrl}>{shortAddress(sourceUrl)}</OutLink>
          </p>
        </div>
      ))}
    </li>
  )
}
