import type { Evidence } from '../../protocol/evidence.ts'
import { OutLink } from '../parts/out-link.tsx'
import { SiteName } from '../parts/site-name.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { shortAddress } from '../parts/short-address.ts'

interface LinkLineProps {
  readonly link: Evidence
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
        <Sightings link={link} />
        <Archived url={pageUrl} seen={link.lastSeen} />
      </p>
      <p className="link-target">
        {words.leadsTo} {link.target !== undefined && <SiteName id={link.target} />}{' '}
        <OutLink href={link.targetUrl}>{shortAddress(link.targetUrl)}</OutLink>
      </p>
      {link.heading !== '' && (
        <p className="link-target">
          {words.heading} <span lang={language || undefined}>{words.quote(link.heading)}</span>
        </p>
      )}
    </li>
  )
}

/** Where the page may be kept as it was when the link was seen: the capture nearest to that day, if there is one. */
export function Archived({ url, seen }: { readonly url: string; readonly seen: string }) {
  const { words } = useWorkbench().speech
  const day = seen.slice(0, 10).replaceAll('-', '')
  return <OutLink href={`https://web.archive.org/web/${day}/${url}`}>{words.archivedCopy}</OutLink>
}

/** The sentence with the anchor marked; the anchor alone where there is no sentence, or it is not in it. */
export function Quotation({ link }: { readonly link: Evidence }) {
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

export function Sightings({ link }: { readonly link: Evidence }) {
  const { words, date } = useWorkbench().speech
  const [first, last] = [date(link.firstSeen), date(link.lastSeen)]
  return <span>{first === last ? words.seen(last) : words.seenFromTo(first, last)}</span>
}
