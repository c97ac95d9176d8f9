import type { JobFacts } from '#viewer/protocol/crawl.ts'
import type { Speech } from '../words/format.ts'

interface JobReportProps {
  readonly job: JobFacts | null
  readonly speech: Speech
}

/** What the last command started here is doing, with its last lines. */
export function JobReport({ job, speech }: JobReportProps) {
  const { words } = speech
  if (job === null) return null
  return (
    <div role="status">
      <p className="hint">
        {job.running ? words.jobRunning[job.kind] : words.jobEnded(words.jobs[job.kind], job.exit ?? 0)}
      </p>
      {job.lines.length > 0 && (
        <pre className="command" lang="en">
          {job.lines.join('\n')}
        </pre>
      )}
    </div>
  )
}
