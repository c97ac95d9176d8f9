import { useState } from 'react'
import type { CommunityData } from '#viewer/protocol/explained.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface CaptionProps {
  readonly facts: CommunityData
  readonly name: string
  readonly countries: string
}

/** Two sentences ready for the caption of a figure. */
export function CommunityCaption({ facts, name, countries }: CaptionProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  const [isCopied, setCopied] = useState(false)
  const { members, ties, stability } = facts
  const strongest = members.sites
    .slice(0, 3)
    .map(({ label }) => label)
    .join(', ')
  const second =
    ties.inside === null
      ? words.captionUnknown
      : words.captionOfTies(
          words.ties(ties.inside.observed),
          speech.number(Number(ties.inside.expected.toPrecision(3))),
          stability === null ? '' : speech.number(Number(stability.toPrecision(2))),
        )
  const text = `${words.captionOfCommunity(name, words.sites(members.sites.length), countries, strongest)} ${second}`
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <section>
      <h3>{words.communityCaption}</h3>
      <p>{text}</p>
      <button type="button" className="plain" onClick={copy}>
        {isCopied ? words.copied : words.copyCaption}
      </button>
    </section>
  )
}
