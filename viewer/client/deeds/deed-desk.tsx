import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useAnswer } from '../ask.ts'
import { JobReport } from '../crawl/job-report.tsx'
import { useJob } from '../crawl/use-job.ts'
import { useWorkbench } from '../workbench-context.ts'

interface DeedDeskProps {
  readonly children: (data: DeedsData) => React.ReactNode
}

/** Deeds with what is at work above them, which can be stopped, and what it came to. */
export function DeedDesk({ children }: DeedDeskProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<DeedsData>('./api/deeds')
  const { ask, message } = useJob(words)
  if (answer.state === 'failed') return <p className="notice">{words.failed}</p>
  if (answer.state === 'waiting') return <p aria-busy="true">{words.loading}</p>
  return (
    <>
      <JobReport job={answer.data.job} speech={speech} onStop={() => ask({ kind: 'stop-deed' })} />
      {message !== '' && <p className="notice">{message}</p>}
      {children(answer.data)}
    </>
  )
}
