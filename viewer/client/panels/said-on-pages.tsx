import type { PagesData, SayingSite } from '#viewer/protocol/words.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { Dot } from '#viewer/client/parts/dot.tsx'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { published } from '#viewer/client/published.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Sites whose own pages say it, where the texts of pages are kept; else nothing. */
export function SaidOnPages({ query }: { readonly query: string }) {
  const { words } = useWorkbench().speech
  const address = published === null ? `./api/search-pages?q=${encodeURIComponent(query)}` : null
  const first = useAnswer<PagesData>(address)
  // The first answer comes at once, of frequent words from a part of the texts; the whole count when it is there.
  const isAtLeast = first.state === 'ready' && first.data?.more === true
  const whole = useAnswer<PagesData>(isAtLeast ? `${address}&all=1` : null)
  const answer = isAtLeast && whole.state === 'ready' ? whole : first
  if (address === null || answer.state !== 'ready' || answer.data === null) return null
  const { sites, total, pages, more } = answer.data
  const found = words.pagesSayIt(words.pages(pages), words.sites(total))
  return (
    <section>
      <h3>{words.pagesSayTitle}</h3>
      <p className="hint">{total === 0 ? words.pagesSayNot : more ? words.atLeast(found) : found}</p>
      <ul className="rows">
        {sites.map(site => (
          <SayingRow key={site.id} site={site} isAtLeast={more} />
        ))}
      </ul>
    </section>
  )
}

function SayingRow({ site, isAtLeast }: { readonly site: SayingSite; readonly isAtLeast: boolean }) {
  const { model, speech, select } = useWorkbench()
  const { words } = speech
  const place = model.indexOf.get(site.id)
  const pages = words.pages(site.pages)
  return (
    <li>
      <button type="button" className="row" onClick={() => select({ kind: 'site', id: site.id })}>
        <Dot site={place} />
        <span className="row-name">{model.data.labels[place ?? -1] ?? site.id}</span>
        <span className="row-detail">{isAtLeast ? words.atLeast(pages) : pages}</span>
        <span className="found-text">{words.quote(site.text)}</span>
      </button>
      <p className="found-page">
        <OutLink href={site.url}>{site.url}</OutLink>
      </p>
    </li>
  )
}
