import type { LinksData } from '#viewer/protocol/evidence.ts'
import { published } from '#viewer/client/published.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { SourcePageItem } from './source-page-item.tsx'
import { TemplateItem } from './template-item.tsx'

/** Hyperlinks for reading: by source page, then those of templates. */
export function EvidenceList({ data, onMore }: { readonly data: LinksData; readonly onMore: () => void }) {
  const { words, count } = useWorkbench().speech
  if (data.total === 0) return <p className="hint">{words.noEvidence}</p>
  if (data.pages.length + data.templates.length === 0) return <p className="hint">{words.noEvidenceZone}</p>
  return (
    <>
      {data.pages.length > 0 && (
        <section>
          <h3>
            {words.onPages} <span className="tally">{count(data.pagesTotal)}</span>
          </h3>
          <ul className="evidence">
            {data.pages.map(page => (
              <SourcePageItem key={`${page.source ?? ''} ${page.url}`} page={page} />
            ))}
          </ul>
          {published === null && data.pages.length < data.pagesTotal && (
            <button type="button" className="plain" onClick={onMore}>
              {words.morePages}
            </button>
          )}
        </section>
      )}
      {data.templates.length > 0 && (
        <section>
          <h3>{words.inTemplates}</h3>
          <ul className="evidence">
            {data.templates.map((link, index) => (
              <TemplateItem key={index} link={link} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
