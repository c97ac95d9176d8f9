import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useJob } from '../crawl/use-job.ts'
import { useWorkbench } from '../workbench-context.ts'

/** A line of `opt-out --json`. */
export interface OptOutLine {
  readonly prefix: string
  readonly since: string
  readonly reason: string
  readonly isOwn: boolean
}

/** The list; lines of one's own can be taken off. */
export function ToldOptOut({ lines, data }: { readonly lines: readonly OptOutLine[]; readonly data: DeedsData }) {
  const { words } = useWorkbench().speech
  const { ask, message } = useJob(words)
  if (lines.length === 0) return <p className="told-now">{words.optOutNone}</p>
  return (
    <>
      <ul className="told told-now">
        {lines.map(({ prefix, since, reason, isOwn }) => (
          <li key={`${prefix} ${String(isOwn)}`}>
            <bdi>{words.optOutLine(prefix, since, reason)}</bdi>{' '}
            {isOwn && (
              <button
                type="button"
                className="plain"
                disabled={data.job?.running === true}
                onClick={() => ask({ kind: 'deed', deed: 'opt-out', chosen: { remove: prefix } })}
              >
                {words.optOutRemove}
                <span className="unseen"> {prefix}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {message !== '' && <p className="notice">{message}</p>}
    </>
  )
}
