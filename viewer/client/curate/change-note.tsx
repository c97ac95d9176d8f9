import { useWorkbench } from '../workbench-context.ts'

/** What became of the last change, with a way back. */
export function ChangeNote() {
  const { speech, curation } = useWorkbench()
  if (curation === null || curation.message === '') return <p role="status" className="unseen" />
  const { message, isProblem, lastEvent, send } = curation
  return (
    <p role="status" className={isProblem ? 'notice' : 'change-note'}>
      {message}{' '}
      {lastEvent !== null && (
        <button type="button" className="plain" onClick={() => void send({ kind: 'undo', event: lastEvent })}>
          {speech.words.undo}
        </button>
      )}
    </p>
  )
}
