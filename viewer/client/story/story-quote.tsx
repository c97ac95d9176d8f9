import type { FoundQuote, StoryQuote } from '#viewer/protocol/stories.ts'
import { Quotation, SightingDates } from '../panels/evidence/link-line.tsx'
import { OutLink } from '../parts/out-link.tsx'
import { shortAddress } from '../parts/short-address.ts'
import { useWorkbench } from '../workbench-context.ts'

interface StoryQuoteProps {
  readonly quote: StoryQuote
  /** Null: the corpus has it no longer. */
  readonly found: FoundQuote | null
}

/** A quote with whose it is, and the way to its evidence. */
export function StoryQuoteItem({ quote, found }: StoryQuoteProps) {
  const { model, speech, telling } = useWorkbench()
  const { words } = speech
  const name = (id: string): string => model.data.labels[model.indexOf.get(id) ?? -1] ?? id
  const { source, target } = quote
  if (found === null)
    return (
      <p className="notice">
        {words.storyQuoteLost(name(source), name(target))} {words.quote(quote.context || quote.anchor)}
      </p>
    )
  return (
    <figure className="story-quote">
      <blockquote lang={found.language || undefined}>
        <Quotation link={found.link} />
      </blockquote>
      <figcaption>
        <p>
          <OutLink href={quote.page}>{found.title || shortAddress(quote.page)}</OutLink>
        </p>
        <p>
          <SightingDates link={found.link} />
        </p>
        <button type="button" className="plain" onClick={() => telling?.open({ kind: 'tie', source, target })}>
          {words.storyEvidence(name(source), name(target))}
        </button>
      </figcaption>
    </figure>
  )
}
