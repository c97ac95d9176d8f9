import type { TemplateLink } from '#viewer/protocol/evidence.ts'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { SiteName } from '#viewer/client/parts/site-name.tsx'
import { QuoteButton } from '#viewer/client/story/quote-button.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { Archived, Quotation, SightingDates } from './link-line.tsx'
import { shortAddress } from '#viewer/client/parts/short-address.ts'

/** A link that stands on many pages at the same place: one act of recognition, shown once. */
export function TemplateItem({ link }: { readonly link: TemplateLink }) {
  const { words, count } = useWorkbench().speech
  const rest = link.pageCount - link.samples.length
  return (
    <li className="source-page link-line">
      {link.source !== undefined && <SiteName id={link.source} />}
      <blockquote>
        <Quotation link={link} />
      </blockquote>
      <p className="link-facts">
        <span className="zone">{words.zones[link.zone]}</span>
        <span>{words.templateOn(words.pages(link.pageCount))}</span>
        <SightingDates link={link} />
      </p>
      <p className="link-target">
        {words.leadsTo} {link.target !== undefined && <SiteName id={link.target} />}{' '}
        <OutLink href={link.targetUrl}>{shortAddress(link.targetUrl)}</OutLink>
      </p>
      {link.samples[0] && <QuoteButton link={link} page={link.samples[0].url} />}
      <ul className="samples">
        {link.samples.map(({ url, copy }) => (
          <li key={url}>
            <OutLink href={url}>{shortAddress(url)}</OutLink> <Archived url={url} link={link} copy={copy} />
          </li>
        ))}
        {rest > 0 && <li>{words.others(rest).replace(/^\d+/, count(rest))}</li>}
      </ul>
    </li>
  )
}
