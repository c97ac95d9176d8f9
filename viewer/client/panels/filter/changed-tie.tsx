import { useState } from 'react'
import { sayCause } from '#data/vocabulary/words/say.ts'
import type { ChangeLink, ChangeLinksData, ChangesData } from '#viewer/protocol/changes.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { Quotation } from '#viewer/client/panels/evidence/link-line.tsx'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { shortAddress } from '#viewer/client/parts/short-address.ts'
import { SiteName } from '#viewer/client/parts/site-name.tsx'
import { published } from '#viewer/client/published.ts'
import type { ShownChanges } from '#viewer/client/view/use-changes.ts'
import type { Speech } from '#viewer/client/words/format.ts'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface ChangedTieProps {
  readonly changes: ShownChanges
  /** Its place in the list. */
  readonly tie: number
}

/** One tie of the list, why a side of it is not known, and its hyperlinks when asked for. */
export function ChangedTie({ changes, tie }: ChangedTieProps) {
  const { model, speech, point } = useWorkbench()
  const { words } = speech
  const { ids } = model.data
  const { data, query } = changes
  const [source, target] = [data.source[tie]!, data.target[tie]!]
  const [isOpen, setOpen] = useState(false)
  const ends = new URLSearchParams({ source: ids[source]!, target: ids[target]! })
  const answer = useAnswer<ChangeLinksData>(isOpen ? `./api/changes/links?${ends}&${query}` : null)
  const causes = causesOf(data, tie, speech)
  return (
    <li onPointerEnter={() => point({ sites: [source, target] })} onPointerLeave={() => point(null)}>
      <p className="changed-tie">
        <SiteName id={ids[source]!} /> → <SiteName id={ids[target]!} />
      </p>
      {causes.map(cause => (
        <p key={cause} className="hint">
          {cause}
        </p>
      ))}
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{words.itsHyperlinks}</summary>
        {answer.state === 'failed' && (
          <p className="notice">{published === null ? words.partFailed : words.evidenceLeftOut}</p>
        )}
        {isOpen && answer.state === 'waiting' && <NotYet answer={answer} words={words} />}
        {answer.state === 'ready' && <ChangeLinks data={answer.data} changes={changes} />}
      </details>
    </li>
  )
}

/** Why it is not known of a tie whether a wave had it, a sentence for each wave. */
export const causesOf = (
  { from, to, before, after }: ChangesData,
  tie: number,
  { words, language }: Speech,
): string[] =>
  [[from, before[tie]!] as const, [to, after[tie]!] as const]
    .filter(([, cause]) => cause !== '')
    .map(([wave, cause]) =>
      words.notKnownIn(words.waveNamed(wave), words.causesOfChange[cause] ?? sayCause(cause, language)),
    )

function ChangeLinks({ data, changes }: { readonly data: ChangeLinksData; readonly changes: ShownChanges }) {
  const { words, count } = useWorkbench().speech
  return (
    <>
      <ul className="evidence">
        {data.links.map((link, nth) => (
          <ChangedLink key={nth} link={link} changes={changes} />
        ))}
      </ul>
      {data.links.length < data.total && (
        <p className="hint">{words.moreLinks(count(data.total - data.links.length))}</p>
      )}
    </>
  )
}

function ChangedLink({ link, changes }: { readonly link: ChangeLink; readonly changes: ShownChanges }) {
  const { words } = useWorkbench().speech
  const { from, to } = changes.data
  const seen = [...(link.isBefore ? [from] : []), ...(link.isAfter ? [to] : [])].map(words.waveNamed)
  return (
    <li className="link-line">
      <blockquote lang={link.language || undefined}>
        <Quotation link={link} />
      </blockquote>
      <p className="link-facts">
        <span className="zone">{words.zones[link.zone]}</span>
        <span>{seen.length === 0 ? words.seenInNeither : words.seenInWaves(seen.join(', '))}</span>
      </p>
      <p className="link-target">
        <OutLink href={link.sourceUrl}>{shortAddress(link.sourceUrl)}</OutLink> {words.leadsTo}{' '}
        <OutLink href={link.targetUrl}>{shortAddress(link.targetUrl)}</OutLink>
      </p>
    </li>
  )
}
