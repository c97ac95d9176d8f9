import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useAnswer } from '../ask.ts'
import { JobReport } from '../crawl/job-report.tsx'
import { useJob } from '../crawl/use-job.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { useWorkbench } from '../workbench-context.ts'

interface DeedDeskProps {
  readonly children: (data: DeedsData) => React.ReactNode
  /** What ended is told elsewhere: only what is at work stands above the deeds. */
  readonly isOnlyAtWork?: boolean
}

/** Deeds with what is at work above them, which can be stopped, and what it came to. */
export function DeedDesk({ children, isOnlyAtWork = false }: DeedDeskProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<DeedsData>('./api/deeds')
  const { ask, message } = useJob(words)
  if (answer.state !== 'ready') return <NotYet answer={answer} words={words} />
  const { job } = answer.data
  return (
    <>
      <JobReport
        job={isOnlyAtWork && job?.running !== true ? null : job}
        speech={speech}
        onStop={() => ask({ kind: 'stop-deed' })}
      />
      {message !== '' && <p className="notice">{message}</p>}
      {children(answer.data)}
    </>
  )
}
