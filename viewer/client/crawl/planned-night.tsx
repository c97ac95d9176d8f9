import type { CrawlPartProps } from './crawl-part.ts'
import { useJob } from './use-job.ts'

/** What is planned for the night, and whether the computer is kept awake for it. */
export function PlannedNight({ data: { night, running }, speech }: CrawlPartProps) {
  const { words, moment } = speech
  const { ask, message } = useJob(words)
  if (night === null) return null
  const { plan, awake } = night
  if (plan === null && !running) return null
  return (
    <div className="night">
      {plan !== null && (
        <>
          <p role="status">
            {running
              ? words.nightOn(moment(plan.pauseAt))
              : words.nightPlanned(moment(plan.startAt), moment(plan.pauseAt))}
          </p>
          <button type="button" className="button" onClick={() => ask({ kind: 'no-night' })}>
            {words.nightCancel}
          </button>
        </>
      )}
      {awake !== 'asleep-allowed' && <p className={awake === 'no' ? 'notice' : 'hint'}>{words.awake[awake]}</p>}
      {message !== '' && <p className="notice">{message}</p>}
    </div>
  )
}
