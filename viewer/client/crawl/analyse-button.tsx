import type { CrawlPartProps } from './crawl-part.ts'
import { useJob } from './use-job.ts'

/** Analyses what the corpus holds, whether it was crawled or imported. */
export function AnalyseButton({ data, speech }: CrawlPartProps) {
  const { words } = speech
  const { ask, message } = useJob(words)
  return (
    <>
      <p className="button-row">
        <button
          type="button"
          className="button"
          disabled={data.job?.running === true}
          onClick={() => ask({ kind: 'analyse' })}
        >
          {words.analyseNow}
        </button>
      </p>
      {message !== '' && <p className="notice">{message}</p>}
    </>
  )
}
