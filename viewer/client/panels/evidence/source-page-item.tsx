import type { SourcePage } from '#viewer/protocol/evidence.ts'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { SiteName } from '#viewer/client/parts/site-name.tsx'
import { shortAddress } from '#viewer/client/parts/short-address.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { ArchivedAs } from './archived-as.tsx'
import { LinkLine } from './link-line.tsx'

/** A page with its hyperlinks to the target. */
export function SourcePageItem({ page }: { readonly page: SourcePage }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const published = page.published === '' ? '' : speech.date(page.published)
  return (
    <li className="source-page">
      <h4 lang={page.language || undefined}>
        <OutLink href={page.url}>{page.title === '' ? words.untitled : page.title}</OutLink>
      </h4>
      {page.source !== undefined && <SiteName id={page.source} />}
      <p className="source-address">{shortAddress(page.url)}</p>
      {published !== '' && <p className="source-address">{words.published(published)}</p>}
      <ArchivedAs link={page.links[0]} />
      <ul>
        {page.links.map((link, index) => (
          <LinkLine key={index} link={link} language={page.language} pageUrl={page.url} />
        ))}
      </ul>
    </li>
  )
}
