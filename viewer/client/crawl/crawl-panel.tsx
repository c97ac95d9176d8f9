import { useWorkbench } from '../workbench-context.ts'
import { CrawlDesk } from './crawl-desk.tsx'

/** The crawl beside the map. */
export function CrawlPanel() {
  return <CrawlDesk speech={useWorkbench().speech} />
}
