import type { QuotedTie } from '#viewer/protocol/explained.ts'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { shortAddress } from '#viewer/client/parts/short-address.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { TieButton } from './tie-button.tsx'

/** A tie with its hyperlinks: a click opens all of its evidence. */
export function QuotedTieItem({ tie: { source, target, quotes } }: { readonly tie: QuotedTie }) {
  const { words } = useWorkbench().speech
  return (
    <li className="link-line">
      <TieButton source={source} target={target} text={words.whyTies(source.label, target.label)} />
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
