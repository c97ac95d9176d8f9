import type { EvidenceAnswer } from '#viewer/protocol/evidence.ts'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { SiteName } from '#viewer/client/parts/site-name.tsx'
import { QuoteButton } from '#viewer/client/story/quote-button.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { shortAddress } from '#viewer/client/parts/short-address.ts'

interface LinkLineProps {
  readonly link: EvidenceAnswer
  readonly language: string
  readonly pageUrl: string
}

/** One hyperlink: its anchor marked in its sentence, where it stands, where it leads, when it was seen. */
export function LinkLine({ link, language, pageUrl }: LinkLineProps) {
  const { words } = useWorkbench().speech
  return (
    <li className="link-line">
      <blockquote lang={language || undefined}>
        <Quotation link={link} />
      </blockquote>
      <p className="link-facts">
        <span className="zone">{words.zones[link.zone]}</span>
        {link.rel !== '' && <span className="zone">rel {link.rel}</span>}
        <SightingDates link={link} />
        <Archived url={pageUrl} link={link} copy={link.copy} />
      </p>
      <p className="link-target">
        {words.leadsTo} {link.target !== undefined && <SiteName id={link.target} />}{' '}
        <OutLink href={link.targetUrl}>{shortAddress(link.targetUrl)}</OutLink>
      </p>
      <QuoteButton link={link} page={pageUrl} />
      {link.heading !== '' && (
        <p className="link-target">
          {words.heading} <span lang={language || undefined}>{words.quote(link.heading)}</span>
        </p>
      )}
    </li>
  )
}

interface ArchivedProps {
  readonly url: string
  readonly link: EvidenceAnswer
  readonly copy: EvidenceAnswer['copy']
}

/** The page as it was when the link was seen: the crawl's own copy, or the Wayback Machine's nearest to that day, if any. */
export function Archived({ url, link, copy }: ArchivedProps) {
  const { words, date, language } = useWorkbench().speech
  const day = link.lastSeen.slice(0, 10).replaceAll('-', '')
  if (copy === undefined)
    return <OutLink href={`https://web.archive.org/web/${day}/${url}`}>{words.waybackCopy}</OutLink>
  const address = `./archived?visit=${copy.visit}&lang=${language}${textFragment(link.anchor)}`
  return (
    <a className="address" href={address} target="_blank" rel="noopener noreferrer" title={copy.record}>
      {words.ownCopy(date(copy.at))}
      <span className="unseen"> ({words.opensElsewhere})</span>
    </a>
  )
}

/** Browsers that know text fragments scroll to the words and mark them. */
const textFragment = (text: string): string =>
  text === '' ? '' : `#:~:text=${encodeURIComponent(text.slice(0, 200)).replaceAll('-', '%2D')}`

/** The sentence with the anchor marked; the anchor alone where there is no sentence, or it is not in it. */
export function Quotation({ link }: { readonly link: EvidenceAnswer }) {
  const { words } = useWorkbench().speech
  const { context, anchor, anchorAt } = link
  const isThere = anchorAt >= 0 && anchor !== '' && context.startsWith(anchor, anchorAt)
  if (isThere)
    return (
      <>
        {context.slice(0, anchorAt)}
        <mark>{anchor}</mark>
        {context.slice(anchorAt + anchor.length)}
      </>
    )
  return (
    <>
      {anchor === '' ? <em>{words.noAnchor}</em> : <mark>{anchor}</mark>}
      {context !== '' && <span> … {context}</span>}
    </>
  )
}

export function SightingDates({ link }: { readonly link: EvidenceAnswer }) {
  const { words, date } = useWorkbench().speech
  const [first, last] = [date(link.firstSeen), date(link.lastSeen)]
  return <span>{first === last ? words.seen(last) : words.seenFromTo(first, last)}</span>
}
