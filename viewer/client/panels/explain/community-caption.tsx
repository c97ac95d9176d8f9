import { useState } from 'react'
import type { CommunityData } from '#viewer/protocol/explained.ts'
import { putToPaste } from '#viewer/client/put-to-paste.ts'
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
  const [outcome, setOutcome] = useState('')
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
          stability === null ? '' : speech.share(stability),
        )
  const text = `${words.captionOfCommunity(name, words.sites(members.sites.length), countries, strongest)} ${second}`
  const copy = async (): Promise<void> => setOutcome((await putToPaste(text)) ? words.copied : words.notCopied)
  return (
    <section>
      <h3>{words.communityCaption}</h3>
      <p>{text}</p>
      <button type="button" className="plain" onClick={() => void copy()}>
        {words.copyCaption}
      </button>{' '}
      <output className="hint">{outcome}</output>
    </section>
  )
}
