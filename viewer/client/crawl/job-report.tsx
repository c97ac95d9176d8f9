import type { JobFacts } from '#viewer/protocol/crawl.ts'
import type { Speech } from '../words/format.ts'
import { SaidLines } from './said-lines.tsx'

interface JobReportProps {
  readonly job: JobFacts | null
  readonly speech: Speech
}

/** What the last command started here is doing, with its last lines. */
export function JobReport({ job, speech }: JobReportProps) {
  const { words } = speech
  if (job === null) return null
  const mistakes = job.mistakes.filter(({ code }) => code !== 'in-the-call')
  return (
    <div role="status">
      <p className="hint">
        {job.running ? words.jobRunning[job.kind] : words.jobEnded(words.jobs[job.kind], job.exit ?? 0)}
      </p>
      {mistakes.length > 0 && <SaidLines lines={mistakes} language={speech.language} />}
      {mistakes.length === 0 && job.lines.length > 0 && (
        <details>
          <summary>{words.jobLines}</summary>
          <pre className="command" lang="en">
            {job.lines.join('\n')}
          </pre>
        </details>
      )}
    </div>
  )
}
