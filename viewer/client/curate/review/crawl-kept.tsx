import type { CrawlData } from '#viewer/protocol/crawl.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { useJob } from '#viewer/client/crawl/use-job.ts'
import { JobReport } from '#viewer/client/crawl/job-report.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Begins the crawl of what was kept, as the last one was asked for; how it goes is told here and in the crawl's own panel. */
export function CrawlKept() {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<CrawlData>('./api/crawl')
  const { ask, message } = useJob(words)
  if (answer.state !== 'ready') return null
  const { job, running, canGoOn, status } = answer.data
  if (!canGoOn) return status.run === null ? null : <p className="hint">{words.crawlKeptElsewhere}</p>
  return (
    <>
      <p className="button-row">
        <button
          type="button"
          className="button"
          disabled={running || job?.running === true}
          onClick={() => ask({ kind: 'crawl' })}
        >
          {words.crawlKept}
        </button>
      </p>
      {message !== '' && <p className="notice">{message}</p>}
      <JobReport job={job} speech={speech} />
    </>
  )
}
