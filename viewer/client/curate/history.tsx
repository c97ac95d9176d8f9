import type { LogData } from '#viewer/protocol/review.ts'
import { useAnswer } from '../ask.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { Curation } from './use-curation.ts'

interface HistoryProps {
  /** Of one entity; null: of all. */
  readonly id: string | null
  readonly send: Curation['send']
}

/** What was changed, when and by whom; each change can be taken back. */
export function History({ id, send }: HistoryProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<LogData>(id === null ? './api/log' : `./api/log?id=${encodeURIComponent(id)}`)
  // Seed lists are files of the user's own; what they brought is no judgement made here.
  const judged = answer.state === 'ready' ? answer.data.events.filter(({ action }) => action !== 'seed') : []
  if (judged.length === 0) return null
  return (
    <div className="field">
      <p className="field-title">{words.history}</p>
      <ul className="history">
        {judged.slice(0, 20).map(event => (
          <li key={event.id}>
            <span>
              {speech.date(event.at)}, {event.actor}
              {words.colon} {words.actions[event.action] ?? event.action} {id === null ? event.entity : ''}
            </span>
            {event.undoneBy === null && event.undoes === null && event.action !== 'forget' && (
              <button type="button" className="plain" onClick={() => void send({ kind: 'undo', event: event.id })}>
                {words.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
