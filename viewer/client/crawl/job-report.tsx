import type { JobFacts } from '#viewer/protocol/job.ts'
import type { Speech } from '../words/format.ts'
import { SaidLines } from './said-lines.tsx'

interface JobReportProps {
  readonly job: JobFacts | null
  readonly speech: Speech
  /** Absent: it is stopped elsewhere. */
  readonly onStop?: () => void
}

/** What the last command started here is doing, or what it came to, in the reader's language. */
export function JobReport({ job, speech, onStop }: JobReportProps) {
  const { words } = speech
  if (job === null) return null
  const name = words.jobs[job.kind]
  const running = job.kind === 'demo' ? words.demoRunning : words.jobRunning(name)
  return (
    <div className="job">
      <p className="hint" role="status">
        {job.running ? running : words.jobEnded(name, job.exit ?? 0)}
      </p>
      {job.running && <Standing job={job} speech={speech} />}
      {job.running && onStop !== undefined && (
        <button type="button" className="button" onClick={onStop}>
          {words.stopDeed}
        </button>
      )}
      {!job.running && job.exit !== 0 && job.exit !== 130 && <Failure job={job} speech={speech} />}
    </div>
  )
}

interface JobPartProps {
  readonly job: JobFacts
  readonly speech: Speech
}

/** How far it is; a command that doesn't say so is only known to be at work. */
function Standing({ job: { kind, progress }, speech }: JobPartProps) {
  const { words, share } = speech
  // A crawl's figures stand beside it.
  if (progress === null) return kind === 'crawl' ? null : <progress aria-label={words.jobs[kind]} />
  const { step, done } = progress
  return (
    <>
      <progress value={done} aria-label={words.jobs[kind]} />
      <p className="hint">{words.deedStep(words.deedSteps[step] ?? words.jobs[kind], share(done))}</p>
    </>
  )
}

/** What the user can mend, in their language; of anything else what a developer would ask for, folded. */
function Failure({ job: { mistakes, lines }, speech }: JobPartProps) {
  const known = mistakes.filter(({ code }) => code !== 'in-the-call')
  if (known.length > 0)
    return (
      <div role="alert">
        <SaidLines lines={known} language={speech.language} />
      </div>
    )
  if (lines.length === 0) return null
  return (
    <details>
      <summary>{speech.words.technical}</summary>
      <pre className="command" lang="en">
        {lines.join('\n')}
      </pre>
    </details>
  )
}
