import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useJob } from '../crawl/use-job.ts'
import { useWorkbench } from '../workbench-context.ts'
import { DeedForm } from './deed-form.tsx'

/** Adds to the list of those who are never asked; shows it. */
export function OptOutForm({ data }: { readonly data: DeedsData }) {
  const { words } = useWorkbench().speech
  const { ask, message } = useJob(words)
  return (
    <>
      <DeedForm name="opt-out" data={data} given={{ remove: '' }} />
      <button
        type="button"
        className="plain"
        disabled={data.job?.running === true}
        onClick={() => ask({ kind: 'deed', deed: 'opt-out', chosen: {} })}
      >
        {words.optOutShow}
      </button>
      {message !== '' && <p className="notice">{message}</p>}
    </>
  )
}
