import { published } from '../published.ts'
import { panelTabs } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'

/** What the panel shows while nothing is selected. */
export function PanelTabs() {
  const { speech, view, change, curation } = useWorkbench()
  const { words } = speech
  const names = {
    about: words.tabAbout,
    filters: words.tabFilters,
    review: words.tabReview,
    crawl: words.tabCrawl,
    tools: words.tabTools,
    publish: words.tabPublish,
  }
  return (
    <div className="switch tabs" role="group" aria-label={words.panel}>
      {panelTabs
        .filter(panel => published === null || !['review', 'crawl'].includes(panel))
        .filter(panel => !['review', 'tools'].includes(panel) || curation !== null)
        .map(panel => (
          <button key={panel} type="button" aria-pressed={view.panel === panel} onClick={() => change({ panel })}>
            {names[panel]}
          </button>
        ))}
    </div>
  )
}
