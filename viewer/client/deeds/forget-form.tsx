import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useWorkbench } from '../workbench-context.ts'
import { DeedForm } from './deed-form.tsx'

interface ForgetFormProps {
  readonly data: DeedsData
  /** The site, where it is known already. */
  readonly id?: string
  readonly onBegun?: () => void
}

/** Removes a site on objection, after a question. */
export function ForgetForm({ data, id, onBegun }: ForgetFormProps) {
  const { speech, curation } = useWorkbench()
  const by = curation?.coder
  return (
    <DeedForm
      name="forget"
      data={data}
      {...(onBegun && { onBegun })}
      given={{ ...(id !== undefined && { id }), ...(by !== undefined && { by }) }}
      ask={chosen => speech.words.forgetAsk(String(chosen['id'] ?? ''))}
    />
  )
}
