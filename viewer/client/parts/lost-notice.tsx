import { useLiveRevision } from '../live.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Says that the server is gone: what is seen may be old, and nothing can be saved. */
export function LostNotice() {
  const { words } = useWorkbench().speech
  const { lost } = useLiveRevision()
  return (
    <p role="status" className={lost ? 'notice lost' : 'unseen'}>
      {lost ? words.serverLost : ''}
    </p>
  )
}
