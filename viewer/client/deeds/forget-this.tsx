import { useState } from 'react'
import { nothing } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import { DeedDesk } from './deed-desk.tsx'
import { ForgetForm } from './forget-form.tsx'

/** Of a site's own panel, which goes with it: what became of it is told under the tools. */
export function ForgetThis({ id }: { readonly id: string }) {
  const { speech, step } = useWorkbench()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="behind" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{speech.words.forgetThis}</summary>
      {isOpen && (
        <DeedDesk isOnlyAtWork>
          {data => <ForgetForm data={data} id={id} onBegun={() => step({ selection: nothing, panel: 'tools' })} />}
        </DeedDesk>
      )}
    </details>
  )
}
